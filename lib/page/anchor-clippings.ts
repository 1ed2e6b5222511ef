import { anchorQuote, type Anchoring } from '../clip/anchor-quote.ts';
import type { Clipping } from '../clip/schema.ts';
import { wordsOf, type Words } from '../clip/words.ts';
import { gatherWhole } from './gather-whole.ts';
import type { Gathered } from './types.ts';

/** Where a clipping of this page stands now. */
export interface Placed {
  clipping: Clipping;
  state: Anchoring['state'];
  /** Null where it is gone. */
  range: Range | null;
  /** What the page says in its place. */
  text: string | null;
  /** False where the page shows less text than it did (paywall, still loading): nothing can be said of what is missing. */
  certain: boolean;
}

/** Places clippings in the article's text, else anywhere on the page. Yields after each bounded piece of work. */
export function* anchorClippings(clippings: readonly Clipping[], gathered: Gathered, document: Document): Generator<undefined, Placed[]> {
  const article = yield* quietly(wordsOf(gathered.text));
  let whole: { gathered: Gathered; words: Words } | null = null;
  const placed: Placed[] = [];
  for (const clipping of clippings) {
    const here = yield* quietly(anchorQuote(article, clipping.selector));
    if (here.state !== 'gone') {
      placed.push(placeAt(clipping, here, gathered));
      continue;
    }
    if (!whole) {
      const all = yield* gatherWhole(document);
      whole = { gathered: all, words: yield* quietly(wordsOf(all.text)) };
    }
    const there = yield* quietly(anchorQuote(whole.words, clipping.selector));
    placed.push(placeAt(clipping, there, there.state === 'gone' ? gathered : whole.gathered));
  }
  return placed;
}

function placeAt(clipping: Clipping, found: Anchoring, { text, rangeOf }: Gathered): Placed {
  if (found.state !== 'gone') {
    return { clipping, state: found.state, range: rangeOf(found.startUtf16, found.endUtf16), text: text.slice(found.startUtf16, found.endUtf16), certain: true };
  }
  return { clipping, state: 'gone', range: null, text: null, certain: (clipping.selector.position?.start ?? Infinity) < text.length };
}

function* quietly<T>(steps: Generator<void, T>): Generator<undefined, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield undefined;
  }
}
