import type { Selector } from './schema.ts';
import { wordsOf, type Words } from './words.ts';

/** An excerpt with its context as words. All ranges are word indexes, the second one exclusive. */
export interface Pattern {
  words: Words;
  /** The excerpt's own words. */
  first: number;
  last: number;
  /** The excerpt and as much of its context as stands in the same blocks. */
  blockFirst: number;
  blockLast: number;
  startUtf16: number;
  endUtf16: number;
}

/** A word of the pattern and the equal word of the page it is aligned with. */
export type Pair = [patternIndex: number, pageIndex: number];

export function* patternOf({ exact, prefix, suffix }: Selector): Generator<undefined, Pattern> {
  const words = yield* wordsOf(prefix + exact + suffix);
  const startUtf16 = prefix.length;
  const endUtf16 = startUtf16 + exact.length;
  const blockEnd = suffix.indexOf('\n');
  return {
    words,
    first: firstEndingAfter(words, startUtf16),
    last: firstStartingFrom(words, endUtf16),
    blockFirst: firstEndingAfter(words, prefix.lastIndexOf('\n') + 1),
    blockLast: blockEnd < 0 ? words.count : firstStartingFrom(words, endUtf16 + blockEnd),
    startUtf16,
    endUtf16,
  };
}

function firstEndingAfter({ ends, count }: Words, offset: number): number {
  let at = 0;
  while (at < count && (ends[at] ?? 0) <= offset) at += 1;
  return at;
}

function firstStartingFrom({ starts, count }: Words, offset: number): number {
  let at = 0;
  while (at < count && (starts[at] ?? 0) < offset) at += 1;
  return at;
}
