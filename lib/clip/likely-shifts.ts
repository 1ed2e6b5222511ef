import { limits } from '../limits.ts';
import type { Pattern } from './quote-pattern.ts';
import type { Words } from './words.ts';

/** A place with fewer votes than this share of the best one's shares a few common words, no more. */
const leastVotes = 0.05;

/** How often each word of the pattern stands on the page. */
export function* countWords(page: Words, { words }: Pattern): Generator<undefined, Map<number, number>> {
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
export function* likelyShifts(page: Words, { words }: Pattern, counts: Map<number, number>): Generator<undefined, number[]> {
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
  let most = 0;
  const weights = [...votes].map(([bin, own]) => {
    const weight = own + (votes.get(bin + 1) ?? 0);
    most = Math.max(most, weight);
    return { bin, weight };
  });
  const ranked = weights.filter(({ weight }) => weight >= most * leastVotes).sort((a, b) => b.weight - a.weight);
  const chosen: number[] = [];
  for (const { bin } of ranked) {
    if (chosen.length === limits.anchorPlaces) break;
    if (chosen.every((other) => Math.abs(other - bin) > 4)) chosen.push(bin);
  }
  return chosen.map((bin) => bin * binWords + binWords);
}
