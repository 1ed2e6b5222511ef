import { limits } from '../limits.ts';
import type { EntityRef, Mention } from '../match/types.ts';
import type { Settings } from '../settings/schema.ts';
import { chooseMarks, keyOf } from './choose-marks.ts';
import { groundReader } from './ground.ts';
import { activeName, forcedColours, lineName, lineStyleOf } from './highlight-names.ts';
import { hitTester } from './hit-test.ts';
import { watchNearby } from './nearby.ts';
import { newPainter, type Paint } from './paint.ts';
import { newSight } from './sight.ts';
import type { Slices } from './slices.ts';
import type { Gathered, Mark } from './types.ts';

/** The marks on a page: which mentions, in what paint, under which point. */
export interface Marking {
  readonly marks: readonly Mark[];
  markAt(x: number, y: number): Mark | null;
  /** Chooses the marks anew and paints them. */
  mark(gathered: Gathered, mentions: readonly Mention[], settings: Settings, slices: Slices): Promise<void>;
  /** Lights up every mention of an entity; null takes the light off. */
  light(entity: EntityRef | null): void;
  /** Puts back what the page has cleared. */
  mend(): void;
  /** Takes everything off. */
  stop(): void;
}

/** A mark and where it stands: the element of its text, the element of its block. */
interface Placed extends Mark {
  element: Element;
  block: Element;
}

/** `onReveal` is called when mentions that had no box have one: a section was unfolded. */
export function newMarking(document: Document, onReveal: () => void): Marking {
  const lines = newPainter();
  const lights = newPainter();
  let marks: Placed[] = [];
  let markAt = hitTester(document, marks);
  let shown: { gathered: Gathered; mentions: readonly Mention[]; settings: Settings } | null = null;
  let lit: EntityRef | null = null;
  let folded: ReadonlySet<Element> = new Set();
  const nearby = watchNearby((came) => {
    if (came.some((element) => folded.has(element))) onReveal();
    if (isMany()) paint();
  });

  function isMany(): boolean {
    return marks.length > limits.paintedEverywhere;
  }

  function paint(): void {
    const ground = groundReader();
    const sight = newSight();
    const paint: Paint = new Map();
    const underline = shown && !document.defaultView?.matchMedia(forcedColours).matches ? shown.settings.underline : 'none';
    for (const { mention, range, element, block } of marks) {
      const style = lineStyleOf(mention, underline);
      if (!style || (isMany() && !nearby.has(block))) continue;
      // A link's own underline is mark enough; hovering explains all the same.
      if (!sight.isUnderlined(element)) addTo(paint, lineName(mention.kind, style, ground(element)), range);
    }
    lines.paint(paint);
  }

  function showLight(): void {
    const ground = groundReader();
    const paint: Paint = new Map();
    const key = lit && keyOf(lit);
    for (const mention of key && shown ? shown.mentions : []) {
      const range = keyOf(mention) === key ? shown?.gathered.rangeOf(mention.start, mention.end) : null;
      if (range?.startContainer.parentElement) addTo(paint, activeName(ground(range.startContainer.parentElement)), range);
    }
    lights.paint(paint);
  }

  function mend(): void {
    lines.mend();
    lights.mend();
  }

  return {
    get marks() {
      return marks;
    },
    markAt(x, y) {
      mend();
      return markAt(x, y);
    },
    async mark(gathered, mentions, settings, slices) {
      const sight = newSight();
      const found: Placed[] = [];
      const unseen = new Set<Element>();
      let place: Omit<Placed, 'mention'> | null = null;
      const chosen = chooseMarks(mentions, gathered.blocks, settings, (mention, block) => {
        if (!sight.admits(block, gathered.text)) return false;
        const range = gathered.rangeOf(mention.start, mention.end);
        const element = range?.startContainer.parentElement;
        if (!range || !element) return false;
        place = { range, element, block: block.element };
        if (!sight.isShown(element)) unseen.add(element);
        return sight.isShown(element);
      });
      for (const mention of chosen) {
        if (place) found.push({ mention, ...(place as Omit<Placed, 'mention'>) });
        if (slices.spent()) await slices.giveWay();
      }
      marks = found;
      markAt = hitTester(document, marks);
      shown = { gathered, mentions, settings };
      folded = unseen;
      nearby.watch(isMany() ? new Set([...unseen, ...marks.map(({ block }) => block)]) : unseen);
      paint();
      showLight();
    },
    light(entity) {
      lit = entity;
      showLight();
    },
    mend,
    stop() {
      nearby.stop();
      marks = [];
      markAt = hitTester(document, marks);
      shown = null;
      paint();
      showLight();
    },
  };
}

function addTo(paint: Paint, name: string, range: Range): void {
  const ranges = paint.get(name);
  if (ranges) ranges.push(range);
  else paint.set(name, [range]);
}
