import { alone, apostrophe, firstLetter, fold, gap, mark, unseen } from './fold.ts';
import { decide, roll, rollSeed, spread, wordBreak } from './hash.ts';

/** A word longer than any alias matches nothing, whatever it holds: what keeps hostile text linear. */
export const longestWordUtf16 = 256;
/** Units between two words of a name, counted without unseen ones. */
const widestGap = 3;
export const latinS = 0x73;
const shortestBeforeS = 5;
const shortestBeforeSOfLonger = 3;

export function isLatinS(letter: number): boolean {
  return letter === latinS;
}

/** A word as it stands in the text; reused, so that looking closer allocates nothing. */
export class Word {
  start = 0;
  /** After the last letter and its marks. */
  end = 0;
  hash = 0;
  /** Last folded letter, or `alone`. */
  last = 0;
  apostrophes = false;

  set(start: number, end: number, hash: number, last: number): void {
    this.start = start;
    this.end = end;
    this.hash = hash;
    this.last = last;
    this.apostrophes = false;
  }
}

/** Ends of sentences and clauses, and whatever else no name goes across. */
const parts = new Set([...'\n\r\u2028\u2029,;:!?|•،؛؟、。，；：！？…।'].map((char) => char.charCodeAt(0)));
const fullStop = 0x2e;

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Reads single words of one text, where the quick pass found cause to. */
export class WordReader {
  private readonly text: string;
  /** What the last cut left. */
  cutEnd = 0;
  cutHash = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the run of letters that ends at `end` begins, or a place too far from it. */
  startOf(end: number): number {
    const { text } = this;
    let start = end - 1;
    while (start > 0 && end - start <= longestWordUtf16 && (fold[text.charCodeAt(start - 1)] as number) >= firstLetter) start--;
    return start;
  }

  /** Reads the word whose first letter stands at `start`. False: it is too long. */
  read(start: number, word: Word): boolean {
    const { text } = this;
    let at = start;
    let unit = fold[text.charCodeAt(at)] as number;
    if (unit === alone) {
      word.set(at, at + 1, roll(rollSeed, text.charCodeAt(at)), alone);
      return true;
    }
    let hash = rollSeed;
    let last = unit;
    let end = at;
    let apostrophes = false;
    const length = text.length;
    for (; at < length; at++) {
      unit = fold[text.charCodeAt(at)] as number;
      if (unit >= firstLetter) {
        hash = roll(hash, unit);
        last = unit;
        end = at + 1;
      } else if (unit === mark) end = at + 1;
      else if (unit === apostrophe) apostrophes = true;
      else if (unit !== unseen) break;
      if (at - start > longestWordUtf16) return false;
    }
    word.set(start, end, hash, last);
    word.apostrophes = apostrophes;
    return true;
  }

  /** Reads the word after `word` where nothing but a space, hyphen, quote or the like parts them. */
  readNext(word: Word, next: Word): boolean {
    const { text } = this;
    const length = Math.min(text.length, word.end + longestWordUtf16);
    let width = 0;
    for (let at = word.end; at < length; at++) {
      const unit = text.charCodeAt(at);
      const folded = fold[unit] as number;
      if (folded >= alone) return this.read(at, next);
      if (folded === mark || folded === unseen) continue;
      if (++width > widestGap || parts.has(unit)) return false;
      // A full stop joins initials and abbreviations only: "U.S.", "Jan. 29".
      if (unit === fullStop && word.end - word.start > 3) return false;
    }
    return false;
  }

  /** The word up to its first apostrophe, into `cutEnd` and `cutHash`. False: less than two units, or all of it. */
  cutAtApostrophe(word: Word): boolean {
    const { text } = this;
    let hash = rollSeed;
    let end = word.start;
    for (let at = word.start; at < word.end; at++) {
      const unit = fold[text.charCodeAt(at)] as number;
      if (unit === apostrophe) break;
      if (unit >= firstLetter) hash = roll(hash, unit);
      if (unit >= firstLetter || unit === mark) end = at + 1;
    }
    this.cutEnd = end;
    this.cutHash = hash;
    return end - word.start > 1 && end < word.end;
  }

  /**
   * The word without its last s: a genitive, or what became of one where apostrophes were lost. False: cut at an apostrophe
   * anyway, or too short to be sure of ("Hamas" is no Hama's), but for an s after capitals ("SDFs") or at the end of a
   * `longer` name ("Syrian armys").
   */
  cutS(word: Word, longer: boolean): boolean {
    const { text } = this;
    let end = word.end - 1;
    while (end > word.start && fold[text.charCodeAt(end)] !== latinS) end--;
    const atApostrophe = word.apostrophes && fold[text.charCodeAt(end - 1)] === apostrophe;
    if (atApostrophe) return false;
    this.cutEnd = end;
    this.cutHash = this.hash(word.start, end);
    return end - word.start >= (longer ? shortestBeforeSOfLonger : shortestBeforeS) || (end - word.start > 1 && isCapital(text.charAt(end - 1)) && !isCapital(text.charAt(end)));
  }

  /** Starts of letters after the word's first two apostrophes. */
  afterApostrophes(word: Word): number[] {
    const { text } = this;
    const starts: number[] = [];
    for (let at = word.start; at < word.end && starts.length < 2; at++) {
      if (fold[text.charCodeAt(at)] !== apostrophe) continue;
      while (at < word.end && (fold[text.charCodeAt(at)] as number) < firstLetter) at++;
      if (at < word.end) starts.push(at);
    }
    return starts;
  }

  /** The first hash of the letters from `start` to `end`, after those of `before`. */
  hash(start: number, end: number, before = ''): number {
    const { text } = this;
    let hash = rollSeed;
    for (let at = 0; at < before.length; at++) hash = roll(hash, before.charCodeAt(at));
    for (let at = start; at < end; at++) {
      const unit = fold[text.charCodeAt(at)] as number;
      if (unit >= firstLetter) hash = roll(hash, unit);
    }
    return hash;
  }

  /** The deciding hash of the words between `start` and `end`, after the letters of `before`. */
  key(start: number, end: number, before: string, seed: number): number {
    const { text } = this;
    let key = seed | 0;
    let words = 0;
    let inWord = false;
    for (let at = 0; at < before.length; at++) {
      key = decide(key, before.charCodeAt(at));
      words = 1;
      inWord = true;
    }
    for (let at = start; at < end; at++) {
      const raw = text.charCodeAt(at);
      const unit = fold[raw] as number;
      if (unit >= firstLetter && inWord) key = decide(key, unit);
      else if (unit >= alone) {
        if ((unit === alone || !inWord) && words++ > 0) key = decide(key, wordBreak);
        key = decide(key, unit === alone ? raw : unit);
        inWord = unit !== alone;
      } else if (unit === gap) inWord = false;
    }
    return spread(key);
  }
}
