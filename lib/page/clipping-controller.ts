import { quotationWithCitation } from '../clip/citation.ts';
import type { Clipping, ClippedPage, ClippingDraft, Sighting } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import type { Mention } from '../match/types.ts';
import type { Reply } from '../messages/schema.ts';
import { entityKey } from '../pack/entity-key.ts';
import { anchorClippings, type Placed } from './anchor-clippings.ts';
import { ClippingToast, type ToastDeps } from './clipping-toast.ts';
import { comparedWithPage, describeRange } from './describe-selection.ts';
import { startDrawing, type DrawDeps } from './draw-clippings.ts';
import { selectedRange, startSelectionBar, type SelectionBarDeps } from './selection-bar.ts';
import { inSlices, startSlices } from './slices.ts';
import type { Host, Reading } from './types.ts';

export interface ClippingsDeps
  extends Pick<ToastDeps, 'save' | 'remove' | 'restore' | 'openNote' | 'renderToast'>, Pick<SelectionBarDeps, 'renderBar'>, Pick<DrawDeps, 'markLabel'> {
  window: Window & typeof globalThis;
  reading: Reading;
  host: Host;
  ofPage(url: string, barUrl: string): Promise<Reply<'clippings-of-page'>>;
  seen(sightings: { id: string; sighting: Sighting }[]): void;
  /** Whether the clipboard took it. */
  copy(text: string): Promise<boolean>;
  newId(): string;
  /** ISO 8601, UTC. */
  now(): string;
  signal: AbortSignal;
}

export interface Clippings {
  /** Saves what is selected; false: no word is. */
  saveSelection(): Promise<boolean>;
  /** Saves the sentence a mention stands in; whether it was stored. */
  saveAround(mention: Mention): Promise<boolean>;
  /** Scrolls to a clipping; false: it is not on this page, or gone from it. */
  jumpTo(id: string): boolean;
  states(): { id: string; state: Placed['state'] }[];
}

/** A draft, and where its words stand. */
interface Excerpt {
  draft: ClippingDraft;
  range: Range;
}

/** Excerpts in the page: offers to save what is selected, shows the page's own clippings in place, until `signal` aborts. */
export function startClippings(deps: ClippingsDeps): Clippings {
  const { window, reading, host, signal } = deps;
  const { document } = window;
  let placed: Placed[] = [];
  let read: { gathered: Reading['gathered']; url: string } | null = null;
  let run = 0;

  const drawing = startDrawing({ window, host, markLabel: deps.markLabel, onMark: deps.openNote, signal });
  const toast = new ClippingToast({ ...deps, copy: (drafts) => deps.copy(drafts.map(({ selector, page }) => quotationWithCitation(selector.exact, page)).join('\n\n')), onStored: () => void refresh() });
  const bar = startSelectionBar({ window, host, renderBar: deps.renderBar, actionsFor, signal });

  function actionsFor(range: Range): ReturnType<SelectionBarDeps['actionsFor']> {
    const excerpt = excerptOf(range);
    if (!excerpt) return null;
    const { selector, page } = excerpt.draft;
    return {
      onSave: (event) => void (host.trusts(event) && save(excerpt)),
      onNote: (event) => void (host.trusts(event) && save(excerpt).then((id) => id && deps.openNote(id))),
      onCopy: async (event) => host.trusts(event) && deps.copy(quotationWithCitation(selector.exact, page)),
    };
  }

  /** Made the moment the words are selected: whatever the page does next, this is what the reader saw. */
  function excerptOf(range: Range): Excerpt | null {
    const selector = describeRange(range, reading.gathered);
    return selector && { draft: { id: deps.newId(), selector, page: pageOf(reading), entities: entitiesIn(selector.position) }, range: range.cloneRange() };
  }

  function mentionsIn(position: ClippingDraft['selector']['position']): Mention[] {
    return position ? reading.mentions.filter(({ start, end }) => start >= position.start && end <= position.end) : [];
  }

  function entitiesIn(position: ClippingDraft['selector']['position']): ClippingDraft['entities'] {
    const refs = mentionsIn(position).map(({ pack, entity }) => ({ pack, entity }));
    return [...new Map(refs.map((ref) => [entityKey(ref), ref])).values()].slice(0, limits.entitiesPerClipping);
  }

  async function save({ draft, range }: Excerpt): Promise<string | null> {
    bar.hide();
    const names = mentionsIn(draft.selector.position).map(({ start, end }) => reading.gathered.text.slice(start, end));
    // The excerpt is kept, whatever becomes of the page or of our reading of it.
    const selector = await inSlices(comparedWithPage(draft.selector, range), startSlices(), signal).catch(() => null);
    return toast.save({ ...draft, selector: selector ?? draft.selector }, [...new Set(names)]);
  }

  /** Fetches this page's clippings, places and draws them, and reports what has become of them. */
  async function refresh(): Promise<void> {
    const { gathered, article } = reading;
    if (gathered.text === '' || signal.aborted) return;
    const own = (run += 1);
    read = { gathered, url: article.url };
    const reply = await deps.ofPage(article.canonical, article.url);
    if (!reply.ok || own !== run || signal.aborted) return;
    const found = await inSlices(anchorClippings(reply.value, gathered, document), startSlices(), signal);
    if (!found || own !== run) return;
    placed = found;
    drawing.draw(placed);
    const sightings = placed.filter(({ certain }) => certain).map((one) => ({ id: one.clipping.id, sighting: sightingOf(one, deps.now()) }));
    const news = sightings.filter(({ id, sighting }) => differs(sighting, reply.value.find((clipping) => clipping.id === id)));
    if (news.length > 0) deps.seen(news);
  }

  signal.addEventListener(
    'abort',
    reading.onChange(() => {
      if (read?.gathered !== reading.gathered || read.url !== reading.article.url) void refresh();
    }),
  );
  // Another tab, the library or the note window may have changed them.
  document.addEventListener('visibilitychange', () => !document.hidden && void refresh(), { signal });
  signal.addEventListener('abort', () => toast.end());
  void refresh();

  return {
    async saveSelection() {
      const range = selectedRange(document);
      const excerpt = range && excerptOf(range);
      if (excerpt) await save(excerpt);
      return excerpt !== null;
    },
    async saveAround({ start, end }) {
      const range = reading.gathered.rangeOf(...sentenceAround(reading.gathered.text, start, end, reading.article.lang));
      const excerpt = range && excerptOf(range);
      return excerpt ? (await save(excerpt)) !== null : false;
    },
    jumpTo(id) {
      const range = placed.find(({ clipping }) => clipping.id === id)?.range;
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      return range !== null && range !== undefined;
    },
    states: () => placed.map(({ clipping, state }) => ({ id: clipping.id, state })),
  };
}

function pageOf({ article }: Reading): ClippedPage {
  return {
    url: article.canonical,
    barUrl: article.url,
    title: article.title.slice(0, limits.titleUtf16),
    byline: article.byline.slice(0, limits.bylinePeople).map((name) => name.slice(0, limits.bylineUtf16)),
    site: article.site?.slice(0, limits.bylineUtf16) ?? null,
    published: article.published.day,
    publishedFrom: article.published.from.slice(0, limits.dateFromUtf16),
    lang: article.lang,
    dir: article.dir,
  };
}

function sightingOf({ state, text }: Placed, at: string): Sighting {
  return { state, at, now: state === 'changed' ? (text?.slice(0, limits.quoteUtf16) ?? null) : null };
}

/** A visit that tells nothing new is not worth a write. */
function differs(sighting: Sighting, clipping: Clipping | undefined): boolean {
  return clipping?.sighting?.state !== sighting.state || clipping.sighting.now !== sighting.now;
}

/** The sentence of the block around a mention. */
function sentenceAround(text: string, start: number, end: number, lang: string | null): [number, number] {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const block = text.slice(from, next < 0 ? text.length : next);
  for (const { index, segment } of new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' }).segment(block)) {
    if (from + index <= start && from + index + segment.length >= end) return [from + index, from + index + segment.length];
  }
  return [from, from + block.length];
}
