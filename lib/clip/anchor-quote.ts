import { candidatesOn, isApart, type Stretch } from './candidates.ts';
import { tellApart } from './rivals.ts';
import type { Selector } from './schema.ts';
import { margin } from './weigh-place.ts';
import type { Words } from './words.ts';

/**
 * What became of an excerpt: `anchored`, the same words but for typography; `changed`, other words at the place where it
 * stood; `gone`, neither is sure. Offsets are UTF-16 units into the page's text.
 */
export type Anchoring = Found | { state: 'gone' };
export interface Found extends Stretch {
  state: 'anchored' | 'changed';
  /** Context was met on each side that had any: no other place is likelier. */
  framed: boolean;
  /** Natural logarithm of the odds, see `weighPlace`. */
  weight: number;
}

/** Finds an excerpt in a page's words. Yields after each bounded piece of work (about a millisecond). */
export function* anchorQuote(page: Words, selector: Selector): Generator<undefined, Anchoring> {
  const untouched = whereItStood(page.text, selector);
  if (untouched) return { state: 'anchored', ...untouched, framed: true, weight: Infinity };
  const { left, missing } = tellApart(yield* candidatesOn(page, selector), selector.rivals ?? []);
  const [best] = left;
  if (!best || best.weight < Math.max(best.leastWeight, ...missing.map((weight) => weight + margin))) return { state: 'gone' };
  const next = left.find((other) => isApart(other, best));
  if (best.alone && next && best.weight - next.weight < margin) return { state: 'gone' };
  const { same, startUtf16, endUtf16, framed, weight } = best;
  return { state: same ? 'anchored' : 'changed', startUtf16, endUtf16, framed, weight };
}

/** The old place, where nothing in it or around it has changed: whatever else the page says, that is the excerpt. */
function whereItStood(text: string, { exact, prefix, suffix, position }: Selector): Stretch | null {
  if (!position || !text.startsWith(prefix + exact + suffix, position.start - prefix.length)) return null;
  return { startUtf16: position.start, endUtf16: position.start + exact.length };
}
