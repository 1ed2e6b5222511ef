import { alone, firstLetter, fold } from './fold.ts';
import { append, roll, rollSeed, spread, unroll } from './hash.ts';
import { firstBits, firstFactor, groupBit, mayBegin, maySequence, numberMask, placeOf, type MatchIndex } from './layout.ts';
import { mayHaveProclitic, proclitics } from './proclitics.ts';
import { isLatinS, longestWordUtf16, Word, WordReader } from './read-word.ts';
import { afterAlone, afterGap, notes, noteWords } from './word-ends.ts';

/** A name or cue of the index found in the text. Found ones may lie within each other. */
export interface Found {
  start: number;
  end: number;
  words: number;
  /** Row of `rules.groups`, or null where the name has one entity only. */
  group: number | null;
  entity: number | null;
}

/**
 * Finds every alias and cue of the index at every word of `text`, in order of start, longer ones first. Whole words
 * only; case, marks and unseen characters are read over. Linear in the text for a given index.
 */
export function scan(index: MatchIndex, text: string): Found[] {
  return new Scanner(index, text).run();
}

class Scanner {
  private readonly index: MatchIndex;
  private readonly text: string;
  private readonly reader: WordReader;
  private readonly found: Found[] = [];
  /** What was read as part of an earlier word, over a mark or an apostrophe, is not read again. */
  private done = 0;
  private readonly first = new Word();
  private readonly next = new Word();
  private readonly elided = new Word();
  private readonly ends: Int32Array;
  private readonly hashes: Int32Array;
  /** The part whose runs are noted: where it begins, how many there are. */
  private from = 0;
  private count = 0;

  constructor(index: MatchIndex, text: string) {
    this.index = index;
    this.text = text;
    this.reader = new WordReader(text);
    ({ ends: this.ends, hashes: this.hashes } = notes());
  }

  run(): Found[] {
    const { index, text, ends, hashes } = this;
    // `mayBegin` for every word, with all it reads at hand.
    const { first, firstShift } = index;
    const asks = (hash: number): boolean => {
      const bits = firstBits(hash);
      return ((first[Math.imul(hash, firstFactor) >>> firstShift] as number) & bits) === bits;
    };
    for (let from = 0; from < text.length; ) {
      const { count, to } = noteWords(text, from);
      this.from = from;
      this.count = count;
      for (let at = 0; at < count; at++) {
        const noted = ends[at] as number;
        const hash = hashes[at] as number;
        const after = noted & 7;
        const last = (noted >>> 3) & 0xffff;
        if (after !== afterGap || isArabic(last) || asks(hash) || (isLatinS(last) && asks(unroll(hash, last)))) {
          this.runAt(at, hash, last, after);
        }
      }
      from = to;
    }
    return this.found;
  }

  /** A run of letters worth a closer look, or a unit that stands alone, or both. */
  private runAt(at: number, hash: number, last: number, after: number): void {
    const { first, reader } = this;
    const end = this.endOf(at);
    if (last >= firstLetter) {
      const start = this.startOf(at, end);
      if (start >= this.done && end - start <= longestWordUtf16) {
        let whole = true;
        if (after === afterGap || after === afterAlone) first.set(start, end, hash, last);
        else whole = reader.read(start, first);
        if (whole) this.wordAt(first, at);
        this.done = whole ? first.end : start + longestWordUtf16;
      }
    }
    if (after === afterAlone) {
      first.set(end, end + 1, roll(rollSeed, this.text.charCodeAt(end)), alone);
      this.wordAt(first, at);
    }
  }

  private endOf(at: number): number {
    return this.from + ((this.ends[at] as number) >>> 19);
  }

  /** Where the noted run begins: mostly one unit after the run before it, and else looked for. */
  private startOf(at: number, end: number): number {
    if (at > 0) {
      const start = this.endOf(at - 1) + 1;
      // Every run is noted, so letters from here on can only be this one's.
      if (start < end && (fold[this.text.charCodeAt(start)] as number) >= firstLetter) return start;
    }
    return this.reader.startOf(end);
  }

  /** Reads the word after `word`: from the notes where `at` is that of its end and a space or hyphen is all that parts the two. */
  private readNext(word: Word, at: number): boolean {
    const { text, next } = this;
    const start = word.end + 1;
    if (at + 1 < this.count && this.endOf(at) === word.end && isPlainGap(text.charCodeAt(word.end)) && (fold[text.charCodeAt(start)] as number) >= firstLetter) {
      const noted = this.ends[at + 1] as number;
      const after = noted & 7;
      const end = this.endOf(at + 1);
      if ((after === afterGap || after === afterAlone) && end - start <= longestWordUtf16) {
        next.set(start, end, this.hashes[at + 1] as number, (noted >>> 3) & 0xffff);
        return true;
      }
    }
    return this.reader.readNext(word, next);
  }

  /** Everything that begins within this word, noted at `at`: with it whole, after an elision, after proclitics. */
  private wordAt(word: Word, at: number): void {
    const from = this.found.length;
    this.extend(word, at, word.start, '');
    if (word.apostrophes) {
      for (const start of this.reader.afterApostrophes(word)) {
        if (this.reader.read(start, this.elided)) this.extend(this.elided, at, start, '');
      }
    }
    if (isArabic(word.last) && mayHaveProclitic(this.text.charCodeAt(word.start))) {
      for (const { start, before } of proclitics(this.text, word.start, word.end)) {
        this.reader.rehash(start, word.end, before, this.elided);
        this.extend(this.elided, at, start, before);
      }
    }
    if (this.found.length - from > 1) this.order(from);
  }

  /** Looks up the sequences that begin with `word`, each whole and cut at its end. */
  private extend(word: Word, at: number, start: number, before: string): void {
    const { index, reader } = this;
    let sequence = rollSeed;
    for (let words = 1; ; words++) {
      if (word.apostrophes && reader.cutAtApostrophe(word)) this.lookUpIf(sequence, reader.cutHash, start, reader.cutEnd, words, before);
      if (isLatinS(word.last) && reader.cutS(word, words > 1)) this.lookUpIf(sequence, reader.cutHash, start, reader.cutEnd, words, before);
      const whole = words === 1 ? word.hash : append(sequence, word.hash);
      if (!(words === 1 ? mayBegin(index, whole) : maySequence(index, whole))) return;
      this.lookUp(whole, start, word.end, words, before);
      if (words >= index.maxWords) return;
      if (!this.readNext(word, at + words - 1)) return;
      sequence = whole;
      word = this.next;
    }
  }

  /** Puts the few found from `from` on in order of start, longer ones first. */
  private order(from: number): void {
    const { found } = this;
    for (let at = from + 1; at < found.length; at++) {
      const one = found[at] as Found;
      let to = at;
      for (; to > from; to--) {
        const other = found[to - 1] as Found;
        if (other.start < one.start || (other.start === one.start && other.end >= one.end)) break;
        found[to] = other;
      }
      found[to] = one;
    }
  }

  private lookUpIf(sequence: number, cut: number, start: number, end: number, words: number, before: string): void {
    const hash = words === 1 ? cut : append(sequence, cut);
    if (words === 1 ? mayBegin(this.index, hash) : maySequence(this.index, hash)) this.lookUp(hash, start, end, words, before);
  }

  private lookUp(hash: number, start: number, end: number, words: number, before: string): void {
    const mixed = spread(append(hash, words));
    const { slots, seed } = this.index;
    const count = slots.length >>> 1;
    const tag = mixed & 0xff;
    let key = -1;
    for (let place = placeOf(mixed, count); ; place = place + 1 === count ? 0 : place + 1) {
      const payload = slots[2 * place + 1] as number;
      if (payload === 0) return;
      if (payload >>> 24 !== tag) continue;
      if (key < 0) key = this.reader.key(start, end, before, seed);
      if (slots[2 * place] !== key) continue;
      const number = (payload & numberMask) - 1;
      const group = (payload & groupBit) !== 0;
      this.found.push({ start, end, words, group: group ? number : null, entity: group ? null : number });
      return;
    }
  }
}

/** A space or hyphen. */
function isPlainGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d;
}

function isArabic(letter: number): boolean {
  return letter >= 0x600 && letter < 0x700;
}
