import { invisible } from './fold-typography.ts';

/** A text cut into words: hashes of the words without case, and where each stands, in UTF-16 units. Only the first `count` entries count. */
export interface Words {
  text: string;
  count: number;
  hashes: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Scripts written without spaces are cut into single characters. Soft hyphens and joiners stay inside a word. */
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;
/** Under a millisecond before the engine has compiled the expression. */
const wordsPerStep = 512;

/** Cuts a text into words, giving the caller its turn back every few hundred. */
export function* wordsOf(text: string): Generator<undefined, Words> {
  const words: Words = { text, count: 0, hashes: new Uint32Array(1024), starts: new Uint32Array(1024), ends: new Uint32Array(1024) };
  for (const match of text.matchAll(word)) {
    if (words.count === words.hashes.length) grow(words);
    words.hashes[words.count] = hashOf(match[0]);
    words.starts[words.count] = match.index;
    words.ends[words.count] = match.index + match[0].length;
    words.count += 1;
    if (words.count % wordsPerStep === 0) yield;
  }
  return words;
}

function grow(words: Words): void {
  for (const part of ['hashes', 'starts', 'ends'] as const) {
    const wider = new Uint32Array(words[part].length * 2);
    wider.set(words[part]);
    words[part] = wider;
  }
}

/** FNV-1a over the word in NFC and lower case. */
function hashOf(raw: string): number {
  const plain = raw.replace(invisible, '').normalize('NFC').toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at += 1) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
