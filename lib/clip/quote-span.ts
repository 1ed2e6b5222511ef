import { foldTypography } from './fold-typography.ts';
import type { Pattern, Pair } from './quote-pattern.ts';
import type { Words } from './words.ts';

export interface Span {
  /** Page words, `to` exclusive. */
  from: number;
  to: number;
  /** Whether the excerpt's own first and last words were met, so that its very edges are known. */
  firstMet: boolean;
  lastMet: boolean;
}

/** The page's words that stand where the excerpt stood: from its own first word met, or from the end of the context before. */
export function spanOf(pairs: readonly Pair[], page: Words, { first, last }: Pattern): Span | null {
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
export function withEdges(page: Words, pattern: Pattern, { from, to, firstMet, lastMet }: Span): { startUtf16: number; endUtf16: number } {
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
