/**
 * Two independent hashes. The first is rolled letter by letter over the whole text, so it must be cheap; it only says
 * where to look. The second is computed where the first found something, and decides.
 */
/** The lowest bits of a word's first hash are kept free for what is noted beside it: what follows it … */
export const afterBits = 7;
/** … and whether its last letter is Arabic, which that letter's code has said. */
export const arabicBit = 8;

/** A folded letter as the first hash takes it: scrambled, negative, its lowest bits as above. */
export function letterCode(letter: number): number {
  return 0x80000000 | (Math.imul(letter, 0x9e3779b1) & ~(afterBits | arabicBit)) | (letter >= 0x600 && letter < 0x700 ? arabicBit : 0);
}

/** Twice an odd number, so that of the bits above only the last letter's stay. What stands 28 letters before is lost. */
export const rollBy = 2 * 0x2c1b3c6d;

/** Starts from zero, so that a mask starts it anew. */
export const rollSeed = 0;
export function roll(hash: number, letter: number): number {
  return Math.imul(hash, rollBy) ^ letterCode(letter);
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

/** The deciding hash, letter by letter: each step is a bijection of the state that brings its high bits down. */
export function decide(hash: number, letter: number): number {
  const mixed = Math.imul(hash ^ letter, 0x9e3779b1);
  return (mixed << 15) | (mixed >>> 17);
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
  return spread(key);
}
