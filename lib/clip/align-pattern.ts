import { alignWords } from './align-words.ts';
import type { Pattern, Pair } from './quote-pattern.ts';
import type { Words } from './words.ts';

/** The longest stretch aligned at once, and how far words may have drifted: together some 90,000 cells, about a millisecond. */
const alignedWords = 240;
const slackWords = 60;

/** Pairs `[patternIndex, pageIndex]`. Of a long excerpt only both ends are aligned: where it begins and ends is asked, not how it went on. */
export function* alignAt(page: Words, pattern: Pattern, shift: number, isCommon: (hash: number) => boolean): Generator<undefined, Pair[]> {
  const rows = pattern.words.count;
  const head = yield* alignPart(page, pattern, 0, Math.min(rows, alignedWords), shift, isCommon);
  if (rows <= alignedWords) return head;
  const from = rows - Math.min(alignedWords, rows - alignedWords);
  const lastMet = head.at(-1);
  const drifted = lastMet ? lastMet[1] - lastMet[0] : shift;
  return [...head, ...middle(page, pattern, alignedWords, from, drifted), ...(yield* alignPart(page, pattern, from, rows, drifted, isCommon))];
}

/** The excerpt with its own block, without the blocks around it; of a long one the excerpt's beginning. */
export function* alignBlock(page: Words, pattern: Pattern, shift: number, isCommon: (hash: number) => boolean): Generator<undefined, Pair[]> {
  const whole = pattern.blockLast - pattern.blockFirst <= alignedWords;
  const from = whole ? pattern.blockFirst : pattern.first;
  return yield* alignPart(page, pattern, from, Math.min(whole ? pattern.blockLast : pattern.last, from + alignedWords), shift, isCommon);
}

function* alignPart(page: Words, { words }: Pattern, from: number, to: number, shift: number, isCommon: (hash: number) => boolean): Generator<undefined, Pair[]> {
  const pageFrom = Math.max(0, from + shift - slackWords);
  const pageTo = Math.min(page.count, to + shift + slackWords);
  if (pageFrom >= pageTo) return [];
  const straight = straightPairs(page, words, from, to, shift);
  if (straight) return straight;
  const pairs = yield* alignWords(words.hashes.subarray(from, to), page.hashes.subarray(pageFrom, pageTo), isCommon);
  return pairs.map(([row, column]) => [row + from, column + pageFrom]);
}

/** How far the shift a place was voted for may be off: neighbouring bins share one. */
const shiftOff = 16;

/** Most excerpts stand word for word where they stood: seen at a glance, without aligning. */
function straightPairs(page: Words, words: Words, from: number, to: number, shift: number): Pair[] | null {
  for (let off = -shiftOff; off <= shiftOff; off += 1) {
    const moved = shift + off;
    let row = from;
    while (row < to && page.hashes[row + moved] === words.hashes[row]) row += 1;
    if (row === to && to + moved <= page.count) return Array.from({ length: to - from }, (_, at) => [from + at, from + at + moved]);
  }
  return null;
}

/** Between both ends words are met in order, each within reach of the last one met. */
function middle(page: Words, { words }: Pattern, from: number, to: number, shift: number): Pair[] {
  const pairs: Pair[] = [];
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
