import { limits } from '../limits.ts';
import type { Mention } from '../match/types.ts';
import { entityKey } from '../pack/entity-key.ts';
import type { Settings } from '../settings/schema.ts';
import { chooseMarks } from './choose-marks.ts';
import { groundReader } from './ground.ts';
import { activeName, forcedColours, lineName, lineStyleOf, namesWithLights } from './highlight-names.ts';
import { markAt } from './hit-test.ts';
import { watchNearby } from './nearby.ts';
import { watchUnfolding } from './unfolding.ts';
import { newPainter, type Paint } from './paint.ts';
import { PlacedMark, rangeAt } from './placed-mark.ts';
import { newSight } from './sight.ts';
import type { Slices } from './slices.ts';
import { styleScopesOf } from './style-scope.ts';
import type { Gathered, Mark } from './types.ts';

/** The marks on a page: which mentions, in what paint, under which point. */
export interface Marking {
  readonly marks: readonly Mark[];
  /** How many entities have a mark. */
  readonly marked: number;
  markAt(x: number, y: number): Mark | null;
  /** Chooses the marks anew and paints them. */
  mark(gathered: Gathered, mentions: readonly Mention[], settings: Settings, slices: Slices): Promise<void>;
  /** Lights up every mention of the same entity; null takes the light off. */
  light(mention: Mention | null): void;
  /** Puts back what the page has cleared. */
  mend(): void;
  /** Takes everything off. */
  stop(): void;
}

/** Highlights of these names are about to be painted that have no rules yet; any of the selectors `scopes` matches an element around each. */
export type NeedStyles = (scopes: readonly string[], names: readonly string[]) => void;

export interface MarkingDeps {
  document: Document;
  /** Mentions that had no box have one: a section was unfolded. */
  onReveal(): void;
  needStyles: NeedStyles;
}

interface Shown {
  gathered: Gathered;
  mentions: readonly Mention[];
  settings: Settings;
  /** Selectors of what has rules, once they are wanted. */
  scopes?: readonly string[];
  marks: PlacedMark[];
  marked: number;
  byBlock: Map<Element, PlacedMark[]>;
}

/** How a mark is painted now. */
interface Painted {
  /** Name of its highlight; null: a link's own underline is mark enough, hovering explains all the same. */
  name: string | null;
  range: Range;
}

export function newMarking({ document, onReveal, needStyles }: MarkingDeps): Marking {
  /** What rules were asked for: names by selector. */
  const styled = new WeakMap<Document, Map<string, Set<string>>>();
  const lines = newPainter(style);
  const lights = newPainter(style);
  let shown: Shown | null = null;
  let lit: Mention | null = null;
  /** Of those that are near. */
  let painted = new Map<PlacedMark, Painted>();
  const nearby = watchNearby(() => paint());
  const unfolding = watchUnfolding(onReveal);

  function style(painted: Document, lines: Iterable<string>): void {
    const names = namesWithLights(lines);
    const scopes = painted === document && shown ? (shown.scopes ??= styleScopesOf(shown.gathered, shown.mentions, document, names.length)) : [':root'];
    const known = styled.get(painted) ?? new Map<string, Set<string>>();
    const hasRules = (scope: string, name: string): boolean => [scope, scope.replace(/ .*/, ''), ':root'].some((wide) => known.get(wide)?.has(name));
    const missing = names.filter((name) => !scopes.every((scope) => hasRules(scope, name)));
    if (missing.length === 0) return;
    styled.set(painted, known);
    for (const scope of scopes) known.set(scope, new Set([...(known.get(scope) ?? []), ...missing]));
    needStyles(scopes, missing);
  }

  function isMany(): boolean {
    return (shown?.marks.length ?? 0) > limits.paintedEverywhere;
  }

  function* marksToPaint(): Generator<PlacedMark> {
    if (!isMany()) yield* shown?.marks ?? [];
    else for (const block of nearby.near) yield* shown?.byBlock.get(block) ?? [];
  }

  function paint(): void {
    const ground = groundReader();
    const sight = newSight();
    const next = new Map<PlacedMark, Painted>();
    const paint: Paint = new Map();
    const underline = shown && !document.defaultView?.matchMedia(forcedColours).matches ? shown.settings.underline : 'none';
    for (const mark of marksToPaint()) {
      const style = lineStyleOf(mark.mention, underline);
      if (!style) continue;
      const { element } = mark;
      const how = painted.get(mark) ?? { name: sight.isUnderlined(element) ? null : lineName(mark.mention.kind, style, ground(element)), range: rangeAt(mark.place) };
      next.set(mark, how);
      if (how.name !== null) addTo(paint, how.name, how.range);
    }
    painted = next;
    lines.paint(paint);
  }

  function showLight(): void {
    const ground = groundReader();
    const paint: Paint = new Map();
    for (const mention of shown && lit ? closest(shown.mentions, lit) : []) {
      const place = shown?.gathered.placeOf(mention.start, mention.end);
      if (place?.startContainer.parentElement) addTo(paint, activeName(ground(place.startContainer.parentElement)), rangeAt(place));
    }
    lights.paint(paint);
  }

  function mend(): void {
    lines.mend();
    lights.mend();
  }

  return {
    get marks() {
      return shown?.marks ?? [];
    },
    get marked() {
      return shown?.marked ?? 0;
    },
    markAt(x, y) {
      mend();
      return shown && markAt(document, shown.byBlock, x, y);
    },
    async mark(gathered, mentions, settings, slices) {
      const sight = newSight();
      const marks: PlacedMark[] = [];
      const byBlock = new Map<Element, PlacedMark[]>();
      const marked = new Set<string>();
      const folded = new Set<Element>();
      let next: PlacedMark | null = null;
      const chosen = chooseMarks(mentions, gathered.blocks, settings, (mention, block) => {
        const place = sight.admits(block, gathered.text) ? gathered.placeOf(mention.start, mention.end) : null;
        if (!place) return false;
        next = new PlacedMark(mention, place, block.element);
        if (sight.isShown(next.element)) return true;
        folded.add(next.element);
        return false;
      });
      for (const mention of chosen) {
        const mark = next as PlacedMark | null;
        if (mention && mark) {
          marks.push(mark);
          marked.add(entityKey(mention));
          const ofBlock = byBlock.get(mark.block);
          if (ofBlock) ofBlock.push(mark);
          else byBlock.set(mark.block, [mark]);
        }
        if (slices.spent()) await slices.giveWay();
      }
      // Painting asks for styles, too: it has a slice of its own.
      await slices.giveWay();
      shown = { gathered, mentions, settings, marks, marked: marked.size, byBlock };
      nearby.watch(isMany() ? [...byBlock.keys()] : []);
      unfolding.watch(folded);
      paint();
      showLight();
    },
    light(mention) {
      lit = mention;
      showLight();
    },
    mend,
    stop() {
      nearby.stop();
      unfolding.stop();
      shown = null;
      paint();
      showLight();
    },
  };
}

/** The mentions of the same entity, at most `limits.litAtOnce`: those closest to `mention`, in order. */
function closest(mentions: readonly Mention[], mention: Mention): Mention[] {
  const same = mentions.filter(({ pack, entity }) => entity === mention.entity && pack === mention.pack);
  const at = same.findIndex(({ start }) => start >= mention.start);
  const first = Math.min(Math.max(0, at - limits.litAtOnce / 2), Math.max(0, same.length - limits.litAtOnce));
  return same.slice(first, first + limits.litAtOnce);
}

function addTo(paint: Paint, name: string, range: Range): void {
  const ranges = paint.get(name);
  if (ranges) ranges.push(range);
  else paint.set(name, [range]);
}
