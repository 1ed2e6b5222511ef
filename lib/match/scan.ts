import { alone, firstLetter, fold, gap } from './fold.ts';
import { afterBits, append, arabicBit, roll, rollSeed, spread } from './hash.ts';
import { firstFactor, groupBit, mayBegin, mayBeName, maySequence, numberMask, placeOf, type MatchIndex } from './layout.ts';
import { mayHaveProclitic, proclitics } from './proclitics.ts';
import { isLatinS, longestWordUtf16, Word, WordReader } from './read-word.ts';
import { afterAlone, afterGap, mostRuns, notesOfWords, noteWords } from './word-ends.ts';

/** What a note can hold that makes its run worth a closer look whatever the filter says: all ones below the fifth bit. */
const unfiltered = afterBits | arabicBit;
/** Numbers of the runs worth a closer look. */
const worthwhile = new Int32Array(mostRuns);

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
  private readonly notes = notesOfWords();
  /** Runs noted of the part being read. */
  private count = 0;

  constructor(index: MatchIndex, text: string) {
    this.index = index;
    this.text = text;
    this.reader = new WordReader(text);
  }

  run(): Found[] {
    const { index, text, notes } = this;
    const { first, firstShift } = index;
    for (let from = 0; from < text.length; ) {
      const { count, to } = noteWords(text, from);
      this.count = count;
      let worth = 0;
      for (let at = 0; at < count; at++) {
        const noted = notes[2 * at + 1] as number;
        // `mayBegin` without a branch, for what it says cannot be foreseen; and one for any of the bits it cannot tell of.
        const filter = first[Math.imul(noted, firstFactor) >>> firstShift] as number;
        worthwhile[worth] = at;
        worth += ((filter >>> (noted >>> 27)) & (filter >>> (noted >>> 22)) & 1) | (((noted & unfiltered) + unfiltered) >>> 4);
      }
      for (let at = 0; at < worth; at++) this.runAt(worthwhile[at] as number);
      from = to;
    }
    return this.found;
  }

  /** A run of letters worth a closer look, or a unit that stands alone, or both. */
  private runAt(at: number): void {
    const { first, reader, notes } = this;
    const end = notes[2 * at] as number;
    const noted = notes[2 * at + 1] as number;
    const hash = noted & ~afterBits;
    const after = noted & afterBits;
    const last = fold[this.text.charCodeAt(end - 1)] ?? gap;
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

  /** Where the noted run begins: mostly one unit after the run before it, and else looked for. */
  private startOf(at: number, end: number): number {
    if (at > 0) {
      const start = (this.notes[2 * at - 2] as number) + 1;
      // Every run is noted, so letters from here on can only be this one's.
      if (start < end && (fold[this.text.charCodeAt(start)] as number) >= firstLetter) return start;
    }
    return this.reader.startOf(end);
  }

  /** Reads the word after `word`: from the notes where `at` is that of its end and a space or hyphen is all that parts the two. */
  private readNext(word: Word, at: number): boolean {
    const { text, next, notes } = this;
    const start = word.end + 1;
    if (at + 1 < this.count && notes[2 * at] === word.end && isPlainGap(text.charCodeAt(word.end)) && (fold[text.charCodeAt(start)] as number) >= firstLetter) {
      const end = notes[2 * at + 2] as number;
      const noted = notes[2 * at + 3] as number;
      const after = noted & afterBits;
      if ((after === afterGap || after === afterAlone) && end - start <= longestWordUtf16) {
        next.set(start, end, noted & ~afterBits, fold[text.charCodeAt(end - 1)] as number);
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
    if ((word.hash & arabicBit) !== 0 && mayHaveProclitic(this.text.charCodeAt(word.start))) {
      for (const { start, before } of proclitics(this.text, word.start, word.end)) {
        this.elided.set(start, word.end, this.reader.hash(start, word.end, before), word.last);
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
      if (words > 1 || mayBeName(index, whole)) this.lookUp(whole, start, word.end, words, before);
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
    if (words === 1 ? mayBeName(this.index, hash) : maySequence(this.index, hash)) this.lookUp(hash, start, end, words, before);
  }

  private lookUp(hash: number, start: number, end: number, words: number, before: string): void {
    const mixed = spread(append(hash, words));
    const { slots, seed } = this.index;
    const count = slots.length >>> 1;
    const tag = mixed & 0xff;
    let key = 0;
    let hasKey = false;
    for (let place = placeOf(mixed, count); ; place = place + 1 === count ? 0 : place + 1) {
      const payload = slots[2 * place + 1] as number;
      if (payload === 0) return;
      if (payload >>> 24 !== tag) continue;
      if (!hasKey) key = this.reader.key(start, end, before, seed);
      hasKey = true;
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
