import { alignWords } from './align-words.ts';
import { foldTypography } from './fold-typography.ts';
import type { Selector } from './schema.ts';
import { wordsOf, type Words } from './words.ts';

/**
 * What became of an excerpt: `anchored`, the same words but for typography; `changed`, other words at the place where it
 * stood; `gone`, neither is sure. Offsets are UTF-16 units into the page's text.
 */
export type Anchoring = { state: 'anchored' | 'changed'; startUtf16: number; endUtf16: number } | { state: 'gone' };

/** Candidates looked at closely, and the longest stretch aligned at once: together they keep one excerpt under 8 ms. */
const candidatesTried = 4;
const alignedWords = 160;
const slackWords = 60;

/** The excerpt with its context as words; `first` to `last` (exclusive) are those of the excerpt. */
interface Pattern {
  words: Words;
  first: number;
  last: number;
  startUtf16: number;
  endUtf16: number;
}

interface Candidate {
  startUtf16: number;
  endUtf16: number;
  same: boolean;
  /** Share of the excerpt's words met in place, 0 to 1. */
  quote: number;
  /** Words of context met, and missed. */
  before: Evidence;
  after: Evidence;
  /** How far it stands from where it stood. */
  distanceUtf16: number;
}
interface Evidence {
  met: number;
  missed: number;
}

/** Finds an excerpt in a page's words. Yields after each bounded piece of work (about a millisecond). */
export function* anchorQuote(page: Words, selector: Selector): Generator<void, Anchoring> {
  const pattern = yield* patternOf(selector);
  const counts = yield* countWords(page, pattern);
  const isCommon = (hash: number) => (counts.get(hash) ?? 0) > 1 + page.count / 500;
  let best: Candidate | null = null;
  for (const shift of yield* likelyShifts(page, pattern, counts)) {
    const candidate = inspect(page, pattern, selector, shift, isCommon);
    if (candidate && isSure(candidate, pattern, page) && (!best || rank(candidate) > rank(best))) best = candidate;
    yield;
  }
  if (!best) return { state: 'gone' };
  return { state: best.same ? 'anchored' : 'changed', startUtf16: best.startUtf16, endUtf16: best.endUtf16 };
}

function* patternOf({ exact, prefix, suffix }: Selector): Generator<void, Pattern> {
  const words = yield* wordsOf(prefix + exact + suffix);
  const startUtf16 = prefix.length;
  const endUtf16 = startUtf16 + exact.length;
  let first = 0;
  while (first < words.count && (words.ends[first] ?? 0) <= startUtf16) first += 1;
  let last = first;
  while (last < words.count && (words.starts[last] ?? 0) < endUtf16) last += 1;
  return { words, first, last, startUtf16, endUtf16 };
}

/** How often each word of the pattern stands on the page. */
function* countWords(page: Words, { words }: Pattern): Generator<void, Map<number, number>> {
  const counts = new Map<number, number>();
  for (let at = 0; at < words.count; at += 1) counts.set(words.hashes[at] ?? 0, 0);
  for (let at = 0; at < page.count; at += 1) {
    const hash = page.hashes[at] ?? 0;
    const count = counts.get(hash);
    if (count !== undefined) counts.set(hash, count + 1);
    if (at % 50_000 === 49_999) yield;
  }
  return counts;
}

/**
 * Where the pattern may lie, as page index minus pattern index, likeliest first: each word both share votes for its shift,
 * a rare one more; words moved apart by insertions still fall into neighbouring bins.
 */
function* likelyShifts(page: Words, { words }: Pattern, counts: Map<number, number>): Generator<void, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < words.count; at += 1) {
    const hash = words.hashes[at] ?? 0;
    places.set(hash, [...(places.get(hash) ?? []), at]);
  }
  const binWords = 8;
  const votes = new Map<number, number>();
  for (let at = 0; at < page.count; at += 1) {
    const hash = page.hashes[at] ?? 0;
    const here = places.get(hash);
    if (here && here.length <= 8) {
      const vote = 1 / (counts.get(hash) ?? 1);
      for (const place of here) {
        const bin = Math.floor((at - place) / binWords);
        votes.set(bin, (votes.get(bin) ?? 0) + vote);
      }
    }
    if (at % 20_000 === 19_999) yield;
  }
  const weight = (bin: number) => (votes.get(bin) ?? 0) + (votes.get(bin + 1) ?? 0);
  const ranked = [...votes.keys()].sort((a, b) => weight(b) - weight(a));
  const chosen: number[] = [];
  for (const bin of ranked) {
    if (chosen.length === candidatesTried) break;
    if (chosen.every((other) => Math.abs(other - bin) > 2)) chosen.push(bin);
  }
  return chosen.map((bin) => bin * binWords + binWords);
}

/** Aligns the pattern at a shift and reads off where the excerpt begins and ends there; null where too little is met. */
function inspect(page: Words, pattern: Pattern, selector: Selector, shift: number, isCommon: (hash: number) => boolean): Candidate | null {
  const pairs = alignAt(page, pattern, shift, isCommon);
  const span = spanOf(pairs, page, pattern);
  if (!span) return null;
  const { startUtf16, endUtf16 } = withEdges(page, pattern, span);
  const inside = pairs.filter(([at]) => at >= pattern.first && at < pattern.last).length;
  const wordsInside = pattern.last - pattern.first;
  const same = foldTypography(page.text.slice(startUtf16, endUtf16)) === foldTypography(selector.exact);
  return {
    startUtf16,
    endUtf16,
    same,
    quote: same ? 1 : inside / Math.max(wordsInside, Math.min(span.to - span.from, wordsInside * 2)),
    before: contextEvidence(pairs, 0, pattern.first),
    after: contextEvidence(pairs, pattern.last, pattern.words.count),
    distanceUtf16: selector.position ? Math.abs(startUtf16 - selector.position.start) : Infinity,
  };
}

/** Pairs `[patternIndex, pageIndex]`. Of a long excerpt only both ends are aligned: where it begins and ends is asked, not how it went on. */
function alignAt(page: Words, pattern: Pattern, shift: number, isCommon: (hash: number) => boolean): [number, number][] {
  const rows = pattern.words.count;
  const head = alignPart(page, pattern.words, 0, Math.min(rows, alignedWords), shift, isCommon);
  if (rows <= alignedWords) return head;
  const from = rows - Math.min(alignedWords, rows - alignedWords);
  const lastMet = head.at(-1);
  const drifted = lastMet ? lastMet[1] - lastMet[0] : shift;
  return [...head, ...middle(page, pattern, alignedWords, from, drifted), ...alignPart(page, pattern.words, from, rows, drifted, isCommon)];
}

function alignPart(page: Words, words: Words, from: number, to: number, shift: number, isCommon: (hash: number) => boolean): [number, number][] {
  const pageFrom = Math.max(0, from + shift - slackWords);
  const pageTo = Math.min(page.count, to + shift + slackWords);
  if (pageFrom >= pageTo) return [];
  const pairs = alignWords(words.hashes.subarray(from, to), page.hashes.subarray(pageFrom, pageTo), isCommon);
  return pairs.map(([row, column]) => [row + from, column + pageFrom]);
}

/** Between both ends words are met in order, each within reach of the last one met. */
function middle(page: Words, { words }: Pattern, from: number, to: number, shift: number): [number, number][] {
  const pairs: [number, number][] = [];
  let drift = shift;
  for (let row = from; row < to; row += 1) {
    for (let away = 0; away <= slackWords; away += 1) {
      const column = row + drift + away;
      if (column >= page.count || page.hashes[column] !== words.hashes[row]) continue;
      if (away > 0 && page.hashes[column + 1] !== words.hashes[row + 1]) continue;
      pairs.push([row, column]);
      drift += away;
      break;
    }
  }
  return pairs;
}

interface Span {
  /** Page words, `to` exclusive. */
  from: number;
  to: number;
  /** Whether the excerpt's own first and last words were met, so that its very edges are known. */
  firstMet: boolean;
  lastMet: boolean;
}

/** The page's words that stand where the excerpt stood: from its own first word met, or from the end of the context before. */
function spanOf(pairs: [number, number][], page: Words, { first, last }: Pattern): Span | null {
  const inside = pairs.filter(([row]) => row >= first && row < last);
  const before = pairs.findLast(([row]) => row < first);
  const after = pairs.find(([row]) => row >= last);
  const [firstRow, firstColumn] = inside[0] ?? after ?? [last, page.count];
  const [lastRow, lastColumn] = inside.at(-1) ?? before ?? [first - 1, -1];
  let from = Math.max(0, firstColumn - (firstRow - first));
  if (before) from = before[0] === first - 1 ? before[1] + 1 : Math.max(from, before[1] + 1);
  if (firstRow === first) from = firstColumn;
  let to = Math.min(page.count, lastColumn + (last - lastRow));
  if (after) to = after[0] === last ? after[1] : Math.min(to, after[1]);
  if (lastRow === last - 1) to = lastColumn + 1;
  if (inside.length === 0 && !(before && after)) return null;
  return from < to ? { from, to, firstMet: firstRow === first, lastMet: lastRow === last - 1 } : null;
}

/** Offsets of a span, with the punctuation that the excerpt had at its edges, or cut inside a word where the excerpt was. */
function withEdges(page: Words, pattern: Pattern, { from, to, firstMet, lastMet }: Span): { startUtf16: number; endUtf16: number } {
  const { words, first, last } = pattern;
  let startUtf16 = page.starts[from] ?? 0;
  let endUtf16 = page.ends[to - 1] ?? startUtf16;
  if (firstMet) {
    const own = words.starts[first] ?? 0;
    const lead = foldTypography(words.text.slice(pattern.startUtf16, Math.max(own, pattern.startUtf16)));
    if (own < pattern.startUtf16) startUtf16 += pattern.startUtf16 - own;
    else if (lead) startUtf16 = leadFrom(page.text, from > 0 ? (page.ends[from - 1] ?? 0) : 0, startUtf16, lead);
  }
  if (lastMet) {
    const own = words.ends[last - 1] ?? 0;
    const tail = foldTypography(words.text.slice(Math.min(own, pattern.endUtf16), pattern.endUtf16));
    if (own > pattern.endUtf16) endUtf16 -= own - pattern.endUtf16;
    else if (tail) endUtf16 = tailTo(page.text, endUtf16, to < page.count ? (page.starts[to] ?? 0) : page.text.length, tail);
  }
  return { startUtf16, endUtf16 };
}

const edgeUtf16 = 24;

function leadFrom(text: string, least: number, start: number, lead: string): number {
  for (let at = start - 1; at >= Math.max(least, start - edgeUtf16); at -= 1) if (foldTypography(text.slice(at, start)) === lead) return at;
  return start;
}

function tailTo(text: string, end: number, most: number, tail: string): number {
  for (let at = end + 1; at <= Math.min(most, end + edgeUtf16); at += 1) if (foldTypography(text.slice(end, at)) === tail) return at;
  return end;
}

function contextEvidence(pairs: [number, number][], from: number, to: number): Evidence {
  const met = pairs.filter(([row]) => row >= from && row < to).length;
  return { met, missed: to - from - met };
}

/** Share of the words of one side's context met; a side without words says nothing for or against. */
function share({ met, missed }: Evidence): number {
  return met + missed === 0 ? 0 : met / (met + missed);
}

function rank({ quote, before, after, distanceUtf16 }: Candidate): number {
  return 2 * quote + share(before) + share(after) + 0.5 / (1 + distanceUtf16 / 500);
}

/** Whether this is the place: by the excerpt's own length, by its context, by its position, each alone or together. */
function isSure(candidate: Candidate, { first, last }: Pattern, page: Words): boolean {
  const { quote, before, after, distanceUtf16, same } = candidate;
  const near = distanceUtf16 <= 400;
  const nearby = distanceUtf16 <= 500 + page.text.length * 0.15;
  const context = Math.max(share(before), share(after));
  const intact = Math.max(evidence(before), evidence(after));
  if (same) return last - first >= 8 || intact >= 6 || (near && context >= 0.3) || (nearby && context >= 0.75);
  if (near && context >= 0.5 && quote >= 0.5) return true;
  if (nearby && intact >= 8 && quote >= 0.4) return true;
  if (intact >= 12 && quote >= 0.6) return true;
  // A few words exchanged for others between two untouched contexts.
  return last - first < 8 && Math.min(evidence(before), evidence(after)) >= 6;
}

/** Every word missed outweighs six met: a copy with words exchanged does not pass for the place. */
function evidence({ met, missed }: Evidence): number {
  return met - 6 * missed;
}
