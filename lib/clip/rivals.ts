import { candidatesOn, isApart, type Candidate, type Stretch } from './candidates.ts';
import type { Selector } from './schema.ts';
import type { Words } from './words.ts';

/**
 * What each other place weighs that would be taken for an excerpt if the one it stands at, `[startUtf16, endUtf16)` of
 * the page, were taken out: copies, teasers, phrases used again. Heaviest first. Yields like `candidatesOn`.
 */
export function* weighRivals(page: Words, selector: Selector, own: Stretch): Generator<undefined, number[]> {
  const candidates = yield* candidatesOn(without(page, own), { ...selector, position: null });
  const rivals: Candidate[] = [];
  for (const one of candidates) if (one.weight >= one.leastWeight && [own, ...rivals].every((other) => isApart(one, other))) rivals.push(one);
  return rivals.map(({ weight }) => weight);
}

/** A page as it would read with a stretch taken out; what is left keeps its offsets. */
function without({ text, count, hashes, starts, ends }: Words, { startUtf16, endUtf16 }: Stretch): Words {
  const from = ends.subarray(0, count).findIndex((end) => end > startUtf16);
  if (from < 0) return { text, count, hashes, starts, ends };
  const to = from + starts.subarray(from, count).filter((start) => start < endUtf16).length;
  const cut = (all: Uint32Array) => {
    const left = new Uint32Array(count - (to - from));
    left.set(all.subarray(0, from));
    left.set(all.subarray(to, count), from);
    return left;
  };
  return { text, count: count - (to - from), hashes: cut(hashes), starts: cut(starts), ends: cut(ends) };
}

/** Two sums of the same terms. */
const sameWeight = 1e-6;

/**
 * Splits candidates, likeliest first, from known rivals: those that still weigh what they weighed are the rivals; of
 * several that do, the one farthest from the excerpt's old place. `missing` are the weights not met: any candidate left
 * may be that rival, altered.
 */
export function tellApart(candidates: readonly Candidate[], rivals: readonly number[]): { left: Candidate[]; missing: number[] } {
  let left = [...candidates];
  const missing = rivals.filter((weight) => {
    const rival = left.findLast((one) => Math.abs(one.weight - one.placeWeight - weight) < sameWeight);
    if (rival) left = left.filter((one) => isApart(one, rival));
    return !rival;
  });
  return { left, missing };
}
