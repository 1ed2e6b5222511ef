import { limits } from '../limits.ts';
import type { Selector } from './schema.ts';
import { textVersion } from './text-version.ts';

/**
 * W3C selectors for `[startUtf16, endUtf16)` of a gathered text, white space at the ends left out; null where nothing
 * but white space is selected. An excerpt over the cap is cut at it. No surrogate pair is ever cut.
 */
export function describeQuote(text: string, startUtf16: number, endUtf16: number): Selector | null {
  const selected = text.slice(startUtf16, endUtf16);
  const start = startUtf16 + (selected.length - selected.trimStart().length);
  const end = whole(text, Math.min(startUtf16 + selected.trimEnd().length, start + limits.quoteUtf16));
  if (end <= start) return null;
  const exact = text.slice(start, end);
  return {
    exact,
    prefix: text.slice(whole(text, Math.max(0, start - limits.quoteContextUtf16), 1), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + limits.quoteContextUtf16))),
    position: { start, end },
    textVersion,
  };
}

/** The cut itself, or one unit further in `direction` where it would part a surrogate pair. */
function whole(text: string, cut: number, direction: 1 | -1 = -1): number {
  const inPair = /[\ud800-\udbff]/.test(text[cut - 1] ?? '') && /[\udc00-\udfff]/.test(text[cut] ?? '');
  return inPair ? cut + direction : cut;
}
