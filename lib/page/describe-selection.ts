import { describeQuote } from '../clip/describe.ts';
import { wordsToLink } from '../clip/place-link.ts';
import { weighRivals } from '../clip/rivals.ts';
import type { Selector } from '../clip/schema.ts';
import { textVersion } from '../clip/text-version.ts';
import { wordsOf } from '../clip/words.ts';
import { limits } from '../limits.ts';
import { gatherWhole } from './gather-whole.ts';
import { runToEnd } from './slices.ts';
import type { Gathered } from './types.ts';

/**
 * Selectors of a selected range: over the article's text; outside it over the page's whole text, without a position;
 * where not even that was gathered (editable or hidden text) the bare words. Null where no word is selected.
 */
export function describeRange(range: Range, gathered: Gathered): Selector | null {
  const selected = range.toString();
  if (!/[\p{L}\p{N}]/u.test(selected)) return null;
  const inArticle = describeIn(range, gathered, selected);
  if (inArticle) return inArticle;
  const whole = runToEnd(gatherWhole(range.startContainer.ownerDocument ?? document));
  const outside = describeIn(range, whole, selected);
  if (outside) return { ...outside, position: null };
  const exact = selected.replace(/\s+/g, ' ').trim().slice(0, limits.quoteUtf16);
  return { exact, prefix: '', suffix: '', position: null, textVersion };
}

/**
 * The same with what the whole page says of it: what else may be taken for the excerpt, and what a link to it needs. As it
 * was where its words no longer stand in `range`. Yields after each bounded piece of work.
 */
export function* comparedWithPage(selector: Selector, range: Range): Generator<undefined, Selector> {
  const { text, offsetOf } = yield* gatherWhole(range.startContainer.ownerDocument ?? document);
  const startUtf16 = offsetOf(range.startContainer, range.startOffset);
  const endUtf16 = offsetOf(range.endContainer, range.endOffset) ?? text.length;
  if (startUtf16 === null || !sameEnds(letters(selector.exact), letters(text.slice(startUtf16, endUtf16)))) return selector;
  const rivals = yield* weighRivals(yield* wordsOf(text), selector, { startUtf16, endUtf16 });
  return { ...selector, rivals, linkWords: wordsToLink(selector, text) };
}

function describeIn(range: Range, gathered: Gathered, selected: string): Selector | null {
  const start = gathered.offsetOf(range.startContainer, range.startOffset);
  if (start === null) return null;
  const end = gathered.offsetOf(range.endContainer, range.endOffset) ?? gathered.text.length;
  const selector = describeQuote(gathered.text, start, end);
  return selector && sameEnds(letters(selector.exact), letters(selected)) ? selector : null;
}

/** What was gathered must begin and end with what was selected; between, hidden text and scripts may have been left out. */
function sameEnds(gathered: string, selected: string): boolean {
  const ends = Math.min(12, gathered.length);
  return selected.startsWith(gathered.slice(0, ends)) && (selected.endsWith(gathered.slice(-ends)) || selected.length > limits.quoteUtf16);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
