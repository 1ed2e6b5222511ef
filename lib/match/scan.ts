import { alone, apostrophe, firstLetter, foldTable, gap, mark, unseen } from './fold.ts';
import { append, decide, roll, rollSeed, spread, unroll, wordBreak } from './hash.ts';
import { filterBits, groupBit, maySequence, numberMask, placeOf, type MatchIndex } from './layout.ts';
import { proclitics } from './proclitics.ts';

/** A name or cue of the index found in the text. Found ones may lie within each other. */
export interface Found {
  start: number;
  end: number;
  words: number;
  /** Row of `rules.groups`, or null where the name has one entity only. */
  group: number | null;
  entity: number | null;
}

/** A word longer than any alias matches nothing, whatever it holds: what keeps hostile text linear. */
const longestWordUtf16 = 256;
/** Units between two words of a name, counted without unseen ones. */
const widestGap = 3;

interface Word {
  /** First letter, or first letter counted for the hash, and end after the last letter's marks. */
  start: number;
  end: number;
  hash: number;
  last: number;
  apostrophes: boolean;
}

const latinS = 0x73;

/**
 * Finds every alias and cue of the index at every word of `text`, in order of start, longer ones first. Whole words
 * only; case, marks and unseen characters are read over. Linear in the text for a given index.
 */
export function scan(index: MatchIndex, text: string): Found[] {
  const fold = foldTable();
  const { first, firstShift } = index;
  const found: Found[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    let unit = fold[text.charCodeAt(at)] as number;
    if (unit < firstLetter) {
      if (unit === alone) wordAt({ start: at, end: at + 1, hash: roll(rollSeed, text.charCodeAt(at)), last: alone, apostrophes: false });
      at++;
      continue;
    }
    const start = at;
    let hash = rollSeed;
    let last = unit;
    let end = at;
    let apostrophes = false;
    for (;;) {
      if (unit >= firstLetter) {
        hash = roll(hash, unit);
        last = unit;
        end = at + 1;
      } else if (unit === mark) end = at + 1;
      else if (unit === apostrophe) apostrophes = true;
      else if (unit === gap || unit === alone) break;
      if (++at === length) break;
      unit = fold[text.charCodeAt(at)] as number;
    }
    const arabic = last >= 0x600 && last < 0x700;
    let mixed = spread(hash);
    let bits = filterBits(mixed);
    let may = ((first[mixed >>> firstShift] as number) & bits) === bits || apostrophes || arabic;
    if (!may && last === latinS) {
      mixed = spread(unroll(hash, latinS));
      bits = filterBits(mixed);
      may = ((first[mixed >>> firstShift] as number) & bits) === bits;
    }
    if (may && end - start <= longestWordUtf16) wordAt({ start, end, hash, last, apostrophes });
  }
  return found;

  /** Everything that begins within this word: with it whole, after an elision, after proclitics. */
  function wordAt(word: Word): void {
    const from = found.length;
    extend(rollSeed, 0, word, word.start, '');
    if (word.apostrophes) {
      for (const start of afterApostrophes(word)) extend(rollSeed, 0, readWord(start) ?? word, start, '');
    }
    if (word.last >= 0x600 && word.last < 0x700) {
      for (const { start, before } of proclitics(text, word.start, word.end, fold)) {
        extend(rollSeed, 0, rehash(start, word.end, before), start, before);
      }
    }
    if (found.length - from > 1) {
      const here = found.splice(from).sort((a, b) => a.start - b.start || b.end - a.end);
      found.push(...here);
    }
  }

  /** Looks up the sequence that `word` completes, whole and cut at its end, and goes on to the next word. */
  function extend(sequence: number, words: number, word: Word, start: number, before: string): void {
    for (;;) {
      const whole = words === 0 ? word.hash : append(sequence, word.hash);
      for (const { end, hash } of cuts(word)) {
        const cut = words === 0 ? hash : append(sequence, hash);
        if (words === 0 ? mayBegin(cut) : maySequence(index, cut)) lookUp(cut, start, end, words + 1, before);
      }
      if (!(words === 0 ? mayBegin(whole) : maySequence(index, whole))) return;
      lookUp(whole, start, word.end, words + 1, before);
      if (++words >= index.maxWords) return;
      const next = nextWord(word);
      if (!next) return;
      sequence = whole;
      word = next;
    }
  }

  function mayBegin(hash: number): boolean {
    const mixed = spread(hash);
    const bits = filterBits(mixed);
    return ((first[mixed >>> firstShift] as number) & bits) === bits;
  }

  function lookUp(hash: number, start: number, end: number, words: number, before: string): void {
    const mixed = spread(append(hash, words));
    const { slots } = index;
    const count = slots.length / 2;
    let key: number | null = null;
    for (let place = placeOf(mixed, count); ; place = place + 1 === count ? 0 : place + 1) {
      const payload = slots[2 * place + 1] as number;
      if (payload === 0) return;
      if (payload >>> 24 !== (mixed & 0xff)) continue;
      key ??= spanKey(text, start, end, before, index.seed);
      if (slots[2 * place] !== key) continue;
      const number = (payload & numberMask) - 1;
      const group = (payload & groupBit) !== 0;
      found.push({ start, end, words, group: group ? number : null, entity: group ? null : number });
      return;
    }
  }

  /** Ends of a word before its last letter: an s that lost its apostrophe or not, and any suffix after an apostrophe. */
  function cuts(word: Word): { end: number; hash: number }[] {
    const ends: { end: number; hash: number }[] = [];
    let cutEnd = 0;
    if (word.apostrophes) {
      const cut = upToApostrophe(word);
      if (cut) {
        ends.push(cut);
        cutEnd = cut.end;
      }
    }
    if (word.last === latinS) {
      let end = word.end - 1;
      while (end > word.start && fold[text.charCodeAt(end)] !== latinS) end--;
      while (end > word.start && (fold[text.charCodeAt(end - 1)] as number) < firstLetter && fold[text.charCodeAt(end - 1)] !== mark) end--;
      if (end !== cutEnd && end - word.start > 1) ends.push({ end, hash: unroll(word.hash, latinS) });
    }
    return ends;
  }

  function upToApostrophe(word: Word): { end: number; hash: number } | null {
    let hash = rollSeed;
    let end = word.start;
    for (let index = word.start; index < word.end; index++) {
      const unit = fold[text.charCodeAt(index)] as number;
      if (unit === apostrophe) return end - word.start > 1 ? { end, hash } : null;
      if (unit >= firstLetter) hash = roll(hash, unit);
      if (unit >= firstLetter || unit === mark) end = index + 1;
    }
    return null;
  }

  /** Starts after the word's first two apostrophes. */
  function afterApostrophes(word: Word): number[] {
    const starts: number[] = [];
    for (let index = word.start; index < word.end && starts.length < 2; index++) {
      if (fold[text.charCodeAt(index)] !== apostrophe) continue;
      while (index < word.end && (fold[text.charCodeAt(index)] as number) < firstLetter) index++;
      if (index < word.end) starts.push(index);
    }
    return starts;
  }

  function rehash(start: number, end: number, before: string): Word {
    let hash = rollSeed;
    let last = 0;
    for (let index = 0; index < before.length; index++) hash = roll(hash, before.charCodeAt(index));
    for (let index = start; index < end; index++) {
      const unit = fold[text.charCodeAt(index)] as number;
      if (unit >= firstLetter) hash = roll(hash, (last = unit));
    }
    return { start, end, hash, last, apostrophes: false };
  }

  /** The word that begins at or after `from`, or null where it is too long or the text ends. */
  function readWord(from: number): Word | null {
    let at = from;
    let unit = gap;
    while (at < length && (unit = fold[text.charCodeAt(at)] as number) < alone) at++;
    if (at >= length) return null;
    if (unit === alone) return { start: at, end: at + 1, hash: roll(rollSeed, text.charCodeAt(at)), last: alone, apostrophes: false };
    const word: Word = { start: at, end: at, hash: rollSeed, last: unit, apostrophes: false };
    for (; at < length; at++) {
      unit = fold[text.charCodeAt(at)] as number;
      if (unit >= firstLetter) {
        word.hash = roll(word.hash, unit);
        word.last = unit;
        word.end = at + 1;
      } else if (unit === mark) word.end = at + 1;
      else if (unit === apostrophe) word.apostrophes = true;
      else if (unit !== unseen) break;
      if (at - word.start > longestWordUtf16) return null;
    }
    return word;
  }

  /** The word after `word` where nothing but a space, hyphen, quote or the like parts them. */
  function nextWord(word: Word): Word | null {
    let width = 0;
    for (let at = word.end; at < length; at++) {
      const unit = text.charCodeAt(at);
      const folded = fold[unit] as number;
      if (folded >= alone) return readWord(at);
      if (folded === mark || folded === unseen) {
        if (at - word.end > longestWordUtf16) return null;
        continue;
      }
      if (++width > widestGap || !joins(unit, word)) return null;
    }
    return null;
  }

  function joins(unit: number, word: Word): boolean {
    // Line ends part blocks; a full stop joins only initials and abbreviations ("U.S.", "Jan. 29").
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return false;
    if (unit === 0x2e) return word.end - word.start <= 3;
    return unit !== 0x2c && unit !== 0x3b && unit !== 0x3a && unit !== 0x21 && unit !== 0x3f && unit !== 0x7c && unit !== 0x2022 && unit !== 0x060c && unit !== 0x061b && unit !== 0x061f && unit !== 0x3001 && unit !== 0x3002;
  }
}

/** The deciding hash of the words between `start` and `end`, after the letters of `before`. */
function spanKey(text: string, start: number, end: number, before: string, seed: number): number {
  const fold = foldTable();
  let key = seed | 0;
  let words = 0;
  let inWord = false;
  for (let index = 0; index < before.length; index++) {
    key = decide(key, before.charCodeAt(index));
    words = 1;
    inWord = true;
  }
  for (let index = start; index < end; index++) {
    const raw = text.charCodeAt(index);
    const unit = fold[raw] as number;
    if (unit >= alone) {
      if ((unit === alone || !inWord) && words++ > 0) key = decide(key, wordBreak);
      key = decide(key, unit === alone ? raw : unit);
      inWord = unit !== alone;
    } else if (unit === gap) inWord = false;
  }
  return spread(key) >>> 0;
}
