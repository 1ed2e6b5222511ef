import { alignWords } from './align-words.ts';
import { foldTypography } from './fold-typography.ts';
import type { Selector } from './schema.ts';
import { wordsOf, type Words } from './words.ts';

/**
 * What became of an excerpt: `anchored`, the same words but for typography; `changed`, other words at the place where it
 * stood; `gone`, neither is sure. Offsets are UTF-16 units into the page's text. `alone`: its words were met, its context
 * was not, so that a place with context elsewhere is likelier.
 */
export type Anchoring = { state: 'anchored' | 'changed'; startUtf16: number; endUtf16: number; alone: boolean } | { state: 'gone' };

/** Candidates looked at closely, and the longest stretch aligned at once: together they keep one excerpt under 8 ms. */
const candidatesTried = 4;
const alignedWords = 240;
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
  /** Words of context met and missed. */
  before: Evidence;
  after: Evidence;
  /** Most words met in a row: of the context on one side, and of context and excerpt together. */
  contextRun: number;
  run: number;
  /** Words met in a row right before the excerpt, and right after it. */
  next: { before: number; after: number };
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
  const { same, startUtf16, endUtf16, before, after, contextRun } = best;
  return { state: same ? 'anchored' : 'changed', startUtf16, endUtf16, alone: contextRun < 6 && before.missed + after.missed > 0 };
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
    if (chosen.every((other) => Math.abs(other - bin) > 4)) chosen.push(bin);
  }
  return chosen.map((bin) => bin * binWords + binWords);
}

/** Aligns the pattern at a shift and reads off where the excerpt begins and ends there; null where too little is met. */
function inspect(page: Words, pattern: Pattern, selector: Selector, shift: number, isCommon: (hash: number) => boolean): Candidate | null {
  let pairs = alignAt(page, pattern, shift, isCommon);
  let span = spanOf(pairs, page, pattern);
  if (!span) {
    // Its context closed up behind it; it may have moved not far.
    pairs = alignPart(page, pattern.words, pattern.first, Math.min(pattern.last, pattern.first + alignedWords), shift, isCommon);
    span = spanOf(pairs, page, pattern);
  }
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
    contextRun: Math.max(longestRun(pairs, 0, pattern.first), longestRun(pairs, pattern.last, pattern.words.count)),
    run: longestRun(pairs, 0, pattern.words.count),
    next: { before: adjacent(pairs, pattern.first - 1, -1), after: adjacent(pairs, pattern.last, 1) },
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

/** Most pattern words in `[from, to)` met one right after the other. */
function longestRun(pairs: [number, number][], from: number, to: number): number {
  let longest = 0;
  let run = 0;
  let [lastRow, lastColumn] = [-2, -2];
  for (const [row, column] of pairs) {
    if (row < from || row >= to) continue;
    run = row === lastRow + 1 && column === lastColumn + 1 ? run + 1 : 1;
    [lastRow, lastColumn] = [row, column];
    longest = Math.max(longest, run);
  }
  return longest;
}

/** How many pattern words are met in a row from `row` on in a direction. */
function adjacent(pairs: [number, number][], row: number, direction: 1 | -1): number {
  let at = pairs.findIndex(([met]) => met === row);
  let run = 0;
  for (let column = pairs[at]?.[1]; at >= 0 && pairs[at]?.[0] === row + run * direction && pairs[at]?.[1] === (column ?? 0) + run * direction; at += direction) run += 1;
  return run;
}

/**
 * Whether this is the place. Words in a row tell: an edit of the excerpt leaves the words next to it untouched, a copy with
 * every sixth word exchanged (another report of the same agency, say) hardly twenty in a row. The less of it, the nearer
 * to its old position the place must be. The numbers are those that parted the two on saved pages (`npm run evaluate -- anchors`).
 */
function isSure(candidate: Candidate, { first, last }: Pattern, page: Words): boolean {
  const { quote, before, after, contextRun, run, next, distanceUtf16, same } = candidate;
  const nearby = distanceUtf16 <= 300 + page.text.length * 0.03;
  const context = Math.max(share(before), share(after));
  const missed = before.missed + after.missed;
  if (missed === 0 && before.met + after.met >= 4) return quote >= 0.25 || last - first < 8;
  if (same) return last - first >= 14 || run >= 20 || (nearby && contextRun >= 8) || (distanceUtf16 <= 100 && context >= 0.3);
  const untouched = next.before + next.after;
  if (untouched >= 36 && Math.min(next.before, next.after) >= 6) return quote >= 0.25 || last - first < 8;
  if (quote < 0.5) return false;
  return Math.max(next.before, next.after) >= 26 || (nearby && untouched >= 26) || (distanceUtf16 <= 30 && context >= 0.5);
}
