import type { Pair, Pattern } from './quote-pattern.ts';

/**
 * Whether the excerpt stood at a place is decided by a likelihood ratio against the best impostor: a look-alike (another
 * report of the same agency, a phrase used again) in which every sixth word is another one, while an outlet changes the
 * text around an excerpt in few stretches, one in fifty words.
 */
const impostorRate = 1 / 6;
const outletRate = 1 / 50;
/** So many words exchanged in a row are an outlet's rewriting and tell nothing; an impostor's words differ here and there. */
const rewrittenWords = 4;
/** Odds of a side of the block on which not a word is met, however few stood there. */
const strangeSide = Math.log(1 / 2);
/** Blocks are moved whole, so that strange neighbours say nothing against a place; the old ones, on each side, say this much for it. */
const oldNeighbour = Math.log(5);
/** What standing at its very old place says for a place, and how far off half of those odds are left. */
const oldPlace = 8;
const oldPlaceUtf16 = 100;

/** From here on the place counts: six to one that it is no impostor; twenty to one before an outlet is said to have changed its words. */
export const sureOfSame = Math.log(6);
export const sureOfChanged = Math.log(20);
/** What the best place must be ahead of the next one where context does not tell them apart. */
export const margin = Math.log(3);

/** Natural logarithm of the odds that words tell. */
export function weighPlace(pairs: readonly Pair[], pattern: Pattern, same: boolean): number {
  const { first, last, blockFirst, blockLast, words } = pattern;
  // Words that were changed do not prove their own place.
  const quote = same ? ratio({ met: last - first, breaks: 0 }) : 0;
  const block = ofBlockSide(pairs, blockFirst, first) + ofBlockSide(pairs, last, blockLast);
  const neighbours = ofNeighbour(pairs, 0, blockFirst) + ofNeighbour(pairs, blockLast, words.count);
  return quote + block + neighbours;
}

/** The same of standing so far from where the excerpt stood; 0 where its old place is not known (`Infinity`). */
export function weighOldPlace(distanceUtf16: number): number {
  return Math.max(0, Math.log(oldPlace / (1 + distanceUtf16 / oldPlaceUtf16)));
}

function ofBlockSide(pairs: readonly Pair[], from: number, to: number): number {
  if (from === to) return 0;
  const side = tally(pairs, from, to);
  return side.met === 0 ? strangeSide : ratio(side);
}

/** A neighbour that was itself changed is still the neighbour: it counts by half. */
function ofNeighbour(pairs: readonly Pair[], from: number, to: number): number {
  if (from === to) return 0;
  const side = tally(pairs, from, to);
  return Math.max((oldNeighbour * side.met) / (to - from) / 2, Math.min(oldNeighbour, ratio(side)));
}

interface Tally {
  /** Words met. */
  met: number;
  /** Places where a few words were put in, taken out or exchanged. */
  breaks: number;
}

function ratio({ met, breaks }: Tally): number {
  return met * Math.log((1 - outletRate) / (1 - impostorRate)) + breaks * Math.log(outletRate / impostorRate);
}

function tally(pairs: readonly Pair[], from: number, to: number): Tally {
  let [met, breaks] = [0, 0];
  let lastRow = from - 1;
  let lastColumn: number | null = null;
  const isBreak = (words: number) => words > 0 && words < rewrittenWords;
  for (const [row, column] of pairs) {
    if (row < from || row >= to) continue;
    const missed = row - lastRow - 1;
    const putIn = lastColumn === null ? 0 : column - lastColumn - 1;
    if (missed > 0 ? isBreak(missed) : isBreak(putIn)) breaks += 1;
    met += 1;
    [lastRow, lastColumn] = [row, column];
  }
  if (isBreak(to - 1 - lastRow)) breaks += 1;
  return { met, breaks };
}

/** Most words of context met in a row, on either side. */
export function contextRuns(pairs: readonly Pair[], { first, last, words }: Pattern): { before: number; after: number } {
  return { before: longestRun(pairs, 0, first), after: longestRun(pairs, last, words.count) };
}

function longestRun(pairs: readonly Pair[], from: number, to: number): number {
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
