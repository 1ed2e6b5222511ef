import { alignAt, alignBlock } from './align-pattern.ts';
import { foldTypography } from './fold-typography.ts';
import { likelyShifts, countWords } from './likely-shifts.ts';
import { patternOf, type Pair, type Pattern } from './quote-pattern.ts';
import { spanOf, withEdges } from './quote-span.ts';
import type { Selector } from './schema.ts';
import { contextRuns, sureOfChanged, sureOfSame, weighOldPlace, weighPlace } from './weigh-place.ts';
import type { Words } from './words.ts';

/** UTF-16 units into a page's text, the end exclusive. */
export interface Stretch {
  startUtf16: number;
  endUtf16: number;
}

/** A place that may be an excerpt's. */
export interface Candidate extends Stretch {
  /** The excerpt's very words, but for typography. */
  same: boolean;
  /** Context was met on each side that had any: no other place is likelier. */
  framed: boolean;
  /** No context met. */
  alone: boolean;
  /** Natural logarithm of the odds, see `weighPlace`. */
  weight: number;
  /** How much of it is for standing where the excerpt stood. */
  placeWeight: number;
  /** What it must weigh to be taken for the excerpt. */
  leastWeight: number;
}

/** Places of a page that may be an excerpt's, likeliest first. Yields after each bounded piece of work (about a millisecond). */
export function* candidatesOn(page: Words, selector: Selector): Generator<undefined, Candidate[]> {
  const pattern = yield* patternOf(selector);
  const counts = yield* countWords(page, pattern);
  const isCommon = (hash: number) => (counts.get(hash) ?? 0) > 1 + page.count / 500;
  const candidates: Candidate[] = [];
  for (const shift of yield* likelyShifts(page, pattern, counts)) {
    const candidate = yield* inspect(page, pattern, selector, shift, isCommon);
    if (candidate) candidates.push(candidate);
    yield;
  }
  return candidates.sort((a, b) => b.weight - a.weight);
}

export function isApart(one: Stretch, other: Stretch): boolean {
  return one.startUtf16 >= other.endUtf16 || one.endUtf16 <= other.startUtf16;
}

/** So many words of context in a row are not met by chance. */
const contextWords = 6;
/** Fewer of its words than this, and it is a sentence put in its place; of a short excerpt within a sentence all may have been changed. */
const leastMet = 0.25;
const shortWords = 8;

/** Aligns the pattern at a shift and weighs what is there; null where too little is met. */
function* inspect(page: Words, pattern: Pattern, selector: Selector, shift: number, isCommon: (hash: number) => boolean): Generator<undefined, Candidate | null> {
  let pairs = yield* alignAt(page, pattern, shift, isCommon);
  let span = spanOf(pairs, page, pattern);
  if (!span) {
    // Its context closed up behind it; it may have moved not far.
    pairs = yield* alignBlock(page, pattern, shift, isCommon);
    span = spanOf(pairs, page, pattern);
  }
  if (!span) return null;
  const { startUtf16, endUtf16 } = withEdges(page, pattern, span);
  const same = foldTypography(page.text.slice(startUtf16, endUtf16)) === foldTypography(selector.exact);
  const words = pattern.last - pattern.first;
  const met = pairs.filter(([at]) => at >= pattern.first && at < pattern.last).length;
  const isReplaced = met / Math.max(words, Math.min(span.to - span.from, words * 2)) < leastMet;
  if (!same && isReplaced && !(words < shortWords && isWithinSentence(pairs, pattern))) return null;
  const distanceUtf16 = selector.position ? Math.abs(startUtf16 - selector.position.start) : Infinity;
  const placeWeight = weighOldPlace(distanceUtf16);
  const { before, after } = contextRuns(pairs, pattern);
  const framed = before >= Math.min(contextWords, pattern.first) && after >= Math.min(contextWords, pattern.words.count - pattern.last);
  return { startUtf16, endUtf16, same, framed, alone: Math.max(before, after) < contextWords, weight: weighPlace(pairs, pattern, same) + placeWeight, placeWeight, leastWeight: same ? sureOfSame : sureOfChanged };
}

/** Whether the words right before and right after the excerpt, in its own block, still stand there. */
function isWithinSentence(pairs: readonly Pair[], { first, last, blockFirst, blockLast }: Pattern): boolean {
  return first > blockFirst && last < blockLast && [first - 1, last].every((row) => pairs.some(([met]) => met === row));
}
