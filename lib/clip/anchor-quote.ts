import { alignAt, alignBlock } from './align-pattern.ts';
import { foldTypography } from './fold-typography.ts';
import { likelyShifts, countWords } from './likely-shifts.ts';
import { patternOf, type Pair, type Pattern } from './quote-pattern.ts';
import { spanOf, withEdges } from './quote-span.ts';
import type { Selector } from './schema.ts';
import { contextRuns, margin, sureOfChanged, sureOfSame, weighPlace } from './weigh-place.ts';
import type { Words } from './words.ts';

/**
 * What became of an excerpt: `anchored`, the same words but for typography; `changed`, other words at the place where it
 * stood; `gone`, neither is sure. Offsets are UTF-16 units into the page's text.
 */
export type Anchoring = Found | { state: 'gone' };
export interface Found {
  state: 'anchored' | 'changed';
  startUtf16: number;
  endUtf16: number;
  /** Context was met on each side that had any: no other place is likelier. */
  framed: boolean;
  /** See `weighPlace`. */
  weight: number;
}

interface Candidate {
  startUtf16: number;
  endUtf16: number;
  same: boolean;
  framed: boolean;
  /** No context met. */
  alone: boolean;
  /** See `weighPlace`. */
  weight: number;
}

/** Finds an excerpt in a page's words. Yields after each bounded piece of work (about a millisecond). */
export function* anchorQuote(page: Words, selector: Selector): Generator<void, Anchoring> {
  const pattern = yield* patternOf(selector);
  const counts = yield* countWords(page, pattern);
  const isCommon = (hash: number) => (counts.get(hash) ?? 0) > 1 + page.count / 500;
  const candidates: Candidate[] = [];
  for (const shift of yield* likelyShifts(page, pattern, counts)) {
    const candidate = yield* inspect(page, pattern, selector, shift, isCommon);
    if (candidate && !(candidate.alone && selector.repeated)) candidates.push(candidate);
    yield;
  }
  candidates.sort((a, b) => b.weight - a.weight);
  const [best] = candidates;
  if (!best || best.weight < (best.same ? sureOfSame : sureOfChanged)) return { state: 'gone' };
  const rival = candidates.find((other) => other.startUtf16 >= best.endUtf16 || other.endUtf16 <= best.startUtf16);
  if (best.alone && rival && best.weight - rival.weight < margin) return { state: 'gone' };
  const { same, startUtf16, endUtf16, framed, weight } = best;
  return { state: same ? 'anchored' : 'changed', startUtf16, endUtf16, framed, weight };
}

/** So many words of context in a row are not met by chance. */
const contextWords = 6;
/** Fewer of its words than this, and it is a sentence put in its place; of a short excerpt within a sentence all may have been changed. */
const leastMet = 0.25;
const shortWords = 8;

/** Aligns the pattern at a shift and weighs what is there; null where too little is met. */
function* inspect(page: Words, pattern: Pattern, selector: Selector, shift: number, isCommon: (hash: number) => boolean): Generator<void, Candidate | null> {
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
  const { before, after } = contextRuns(pairs, pattern);
  const framed = before >= Math.min(contextWords, pattern.first) && after >= Math.min(contextWords, pattern.words.count - pattern.last);
  return { startUtf16, endUtf16, same, framed, alone: Math.max(before, after) < contextWords, weight: weighPlace(pairs, pattern, same, distanceUtf16) };
}

/** Whether the words right before and right after the excerpt, in its own block, still stand there. */
function isWithinSentence(pairs: readonly Pair[], { first, last, blockFirst, blockLast }: Pattern): boolean {
  return first > blockFirst && last < blockLast && [first - 1, last].every((row) => pairs.some(([met]) => met === row));
}
