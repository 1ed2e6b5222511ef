import { spread } from './hash.ts';

/**
 * The index as it lies in one ArrayBuffer, little-endian 32-bit words, so that opening it is making four views:
 *
 *     header | first-word filter | sequence filter | slots (key, payload) …
 *
 * A filter word holds two bits for each of its entries (a Bloom filter blocked to one memory access), and one more for a
 * word that is a name by itself. A slot is found by
 * open addressing and linear probing from the first hash and confirmed by the second, `key`. A payload's top 8 bits are
 * more of the first hash, then one bit telling a group (a row of the rules) from an entity, then its number plus one.
 */
export const magic = 0x33786742;
export const headerWords = 8;
export const groupBit = 1 << 23;
export const numberMask = groupBit - 1;

export interface MatchIndex {
  entries: number;
  maxWords: number;
  seed: number;
  /** 32 minus log2 of the filter's length. */
  firstShift: number;
  first: Int32Array;
  sequences: Int32Array;
  slots: Int32Array;
}

/** Whether the word with this first hash may be the first of a name, or all of one, or that with an s. */
export function mayBegin(index: MatchIndex, hash: number): boolean {
  const bits = firstBits(hash);
  return ((index.first[firstPlace(index, hash)] ?? 0) & bits) === bits;
}

/** Whether the word with this first hash may be a name by itself. */
export function mayBeName(index: MatchIndex, hash: number): boolean {
  const bits = firstBits(hash) | nameBit(hash);
  return ((index.first[firstPlace(index, hash)] ?? 0) & bits) === bits;
}

export const firstFactor = 0x9e3779b1;

/** The filter's place and bits for a first hash: cheap, for every word of the text asks (`scan` spells it out). */
export function firstPlace(index: MatchIndex, hash: number): number {
  return Math.imul(hash, firstFactor) >>> index.firstShift;
}
export function firstBits(hash: number): number {
  return (1 << (hash >>> 27)) | (1 << (hash >>> 22));
}
/** The further bit of a word that is a name by itself. */
export function nameBit(hash: number): number {
  return 1 << (hash >>> 17);
}

/** Bits of a filter word that a longer beginning sets, from its spread hash. */
export function filterBits(mixed: number): number {
  return (1 << (mixed & 31)) | (1 << ((mixed >>> 5) & 31));
}

/** A place in `0..length-1` from a spread hash, by its high bits. */
export function placeOf(mixed: number, length: number): number {
  return ((mixed >>> 0) * length * 2 ** -32) | 0;
}

/** Whether the sequence with this first hash, two words or longer, may begin or be a name. */
export function maySequence(index: MatchIndex, hash: number): boolean {
  const mixed = spread(hash);
  const bits = filterBits(mixed);
  return ((index.sequences[placeOf(mixed, index.sequences.length)] ?? 0) & bits) === bits;
}

/** Header fields of a new index, and its buffer with views, all zero. */
export function allocateIndex(sizes: { entries: number; firstLog2: number; sequences: number; slots: number; maxWords: number; seed: number }): {
  buffer: ArrayBuffer;
  index: MatchIndex;
} {
  const firstLength = 2 ** sizes.firstLog2;
  const buffer = new ArrayBuffer(4 * (headerWords + firstLength + sizes.sequences + 2 * sizes.slots));
  new Uint32Array(buffer, 0, headerWords).set([magic, sizes.entries, sizes.maxWords, sizes.seed, sizes.firstLog2, sizes.sequences, sizes.slots, 0]);
  return { buffer, index: openIndex(buffer) };
}

/** Views over a compiled index. Throws a RangeError where the buffer is not one. */
export function openIndex(buffer: ArrayBuffer): MatchIndex {
  const [found, entries = 0, maxWords = 0, seed = 0, firstLog2 = 0, sequences = 0, slots = 0] =
    buffer.byteLength >= 4 * headerWords ? new Uint32Array(buffer, 0, headerWords) : [];
  const firstLength = 2 ** firstLog2;
  if (found !== magic || buffer.byteLength !== 4 * (headerWords + firstLength + sequences + 2 * slots)) {
    throw new RangeError('not a match index');
  }
  return {
    entries,
    maxWords,
    seed,
    firstShift: 32 - firstLog2,
    first: new Int32Array(buffer, 4 * headerWords, firstLength),
    sequences: new Int32Array(buffer, 4 * (headerWords + firstLength), sequences),
    slots: new Int32Array(buffer, 4 * (headerWords + firstLength + sequences), 2 * slots),
  };
}
