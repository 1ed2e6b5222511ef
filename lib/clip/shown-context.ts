import { limits } from '../limits.ts';

/** Context on either side of a quote, cut for reading: within the quote's own block, from a sentence's start or a word's. */
export function shownContext({ prefix, suffix }: { prefix: string; suffix: string }): { before: string; after: string } {
  const [ahead, behind] = [prefix.slice(prefix.lastIndexOf('\n') + 1), suffix.split('\n', 1)[0] ?? ''];
  // Shorter than what is kept: it is all there was up to the block's end, and begins or ends with a whole word.
  return {
    before: before(ahead, ahead.length < limits.quoteContextUtf16),
    after: after(behind, behind.length < limits.quoteContextUtf16),
  };
}

const sentenceEnd = /[.!?؟۔…。]["”’»)\]]*\s+/gu;

function before(text: string, isWhole: boolean): string {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  // The start of the last whole sentence before the quote, or of the piece the quote goes on from.
  const start = ends.findLast((end) => end < text.length && text.length - end > 12) ?? ends.at(-1);
  if (start !== undefined && start < text.length) return text.slice(start);
  if (isWhole) return text;
  const word = text.indexOf(' ');
  return text.trim() === '' || word < 0 ? '' : `… ${text.slice(word + 1)}`;
}

function after(text: string, isWhole: boolean): string {
  const end = [...`${text} `.matchAll(sentenceEnd)].map((match) => match.index + match[0].trimEnd().length).find((at) => at > 2);
  if (end !== undefined) return text.slice(0, end);
  if (isWhole) return text;
  const word = text.lastIndexOf(' ');
  return text.trim() === '' || word <= 0 ? '' : `${text.slice(0, word)} …`;
}
