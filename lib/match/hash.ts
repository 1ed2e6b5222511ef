/**
 * Two independent hashes. The first is rolled letter by letter over the whole text, so it must be cheap; it only says
 * where to look. The second is computed where the first found something, and decides.
 */
export const rollBy = 0x01000193;
/** Modular inverse of `rollBy`: a letter can be taken off the end again. */
const unrollBy = 0x359c449b;

/** FNV-1a over letters, each shifted as `noteWords` reads it. Starts from zero, so that a mask starts it anew. */
export const rollSeed = 0;
export function roll(hash: number, letter: number): number {
  return Math.imul(hash ^ (letter << 3), rollBy);
}
/** The hash before its last letter was rolled in. */
export function unroll(hash: number, letter: number): number {
  return Math.imul(hash, unrollBy) ^ (letter << 3);
}

/** Hash of a word sequence one word longer. */
export function append(sequence: number, word: number): number {
  return Math.imul(sequence, 0x9e3779b1) ^ word;
}

/** Spreads a hash over all 32 bits (Wellons' lowbias32). */
export function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

/** The deciding hash, letter by letter: each step is a bijection of the state that carries high bits down (Murmur3's body). */
export function decide(hash: number, letter: number): number {
  let part = Math.imul(letter, 0xcc9e2d51);
  part = Math.imul((part << 15) | (part >>> 17), 0x1b873593);
  const mixed = hash ^ part;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Stands between the words of a sequence in the deciding hash. */
export const wordBreak = 0x20;

/** First hash of folded words, as `scan` meets them. */
export function sequenceHash(words: readonly string[]): number {
  let sequence = rollSeed;
  words.forEach((word, index) => {
    let hash = rollSeed;
    for (let at = 0; at < word.length; at++) hash = roll(hash, word.charCodeAt(at));
    sequence = index === 0 ? hash : append(sequence, hash);
  });
  return sequence;
}

/** Deciding hash of folded words. */
export function sequenceKey(words: readonly string[], seed: number): number {
  let key = seed | 0;
  words.forEach((word, index) => {
    if (index > 0) key = decide(key, wordBreak);
    for (let at = 0; at < word.length; at++) key = decide(key, word.charCodeAt(at));
  });
  return spread(key) >>> 0;
}
