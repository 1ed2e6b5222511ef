import { anchorQuote, type Anchoring } from '../clip/anchor-quote.ts';
import type { Clipping, Selector } from '../clip/schema.ts';
import { wordsOf, type Words } from '../clip/words.ts';
import { gatherWhole } from './gather-whole.ts';
import type { Gathered } from './types.ts';

/** Where a clipping of this page stands now. */
export interface Placed extends Place {
  clipping: Clipping;
}

export interface Place {
  state: Anchoring['state'];
  /** Null where it is gone. */
  range: Range | null;
  /** What the page says in its place. */
  text: string | null;
  /** False where the page shows less text than it did (paywall, still loading): nothing can be said of what is missing. */
  certain: boolean;
}

/** Places clippings one after the other. Yields after each bounded piece of work. */
export function* anchorClippings(clippings: readonly Clipping[], gathered: Gathered, document: Document): Generator<undefined, Placed[]> {
  const place = clippingPlacer(gathered, document);
  const placed: Placed[] = [];
  for (const clipping of clippings) placed.push({ clipping, ...(yield* place(clipping.selector)) });
  return placed;
}

/** Finds an excerpt in the article's text, else anywhere on the page; both are cut into words once. */
export function clippingPlacer(gathered: Gathered, document: Document): (selector: Selector) => Generator<undefined, Place> {
  let article: Words | null = null;
  let whole: { gathered: Gathered; words: Words } | null = null;
  return function* (selector) {
    article ??= yield* wordsOf(gathered.text);
    const here = yield* anchorQuote(article, selector);
    if (here.state !== 'gone' && here.framed) return placeAt(selector, here, gathered);
    if (!whole) {
      const all = yield* gatherWhole(document);
      whole = { gathered: all, words: yield* wordsOf(all.text) };
    }
    // Positions count in the article's text.
    const there = yield* anchorQuote(whole.words, { ...selector, position: null });
    const better = there.state !== 'gone' && (here.state === 'gone' || there.weight > here.weight);
    return better ? placeAt(selector, there, whole.gathered) : placeAt(selector, here, gathered);
  };
}

function placeAt({ position }: Selector, found: Anchoring, { text, rangeOf }: Gathered): Place {
  if (found.state !== 'gone') {
    return { state: found.state, range: rangeOf(found.startUtf16, found.endUtf16), text: text.slice(found.startUtf16, found.endUtf16), certain: true };
  }
  return { state: 'gone', range: null, text: null, certain: (position?.start ?? Infinity) < text.length };
}
