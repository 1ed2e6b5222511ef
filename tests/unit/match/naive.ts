import { proclitics } from '../../../lib/match/proclitics.ts';

/** The rules of finding, written with no thought of speed: what the index must agree with on any text. */

const apostrophe = /['’‘‛ʼʻʽʾʿˈ′`´＇‵]/u;
const ownWord = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

type Class = 'gap' | 'mark' | 'unseen' | 'apostrophe' | 'alone' | 'letter';

function classOf(char: string): Class {
  if (/[\ud800-\udfff]/.test(char)) return 'gap';
  if (apostrophe.test(char)) return 'apostrophe';
  if (/\p{Cf}/u.test(char)) return 'unseen';
  if (/[\p{M}\u0640]/u.test(char)) return 'mark';
  if (ownWord.test(char)) return 'alone';
  return /[\p{L}\p{N}]/u.test(char) ? 'letter' : 'gap';
}

interface NaiveWord {
  start: number;
  end: number;
  letters: string;
}

function wordsOf(text: string, foldLetter: (char: string) => string): NaiveWord[] {
  const words: NaiveWord[] = [];
  let word: NaiveWord | null = null;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    const kind = classOf(char);
    if (kind === 'alone') {
      words.push({ start: index, end: index + 1, letters: char });
      word = null;
    } else if (kind === 'gap') word = null;
    else if (kind === 'letter') {
      if (!word) words.push((word = { start: index, end: index, letters: '' }));
      word.letters += foldLetter(char);
      word.end = index + 1;
    } else if (kind === 'mark' && word) word.end = index + 1;
  }
  return words;
}

function joined(text: string, before: NaiveWord, after: NaiveWord): boolean {
  const between = [...text.slice(before.end, after.start)].filter((char) => !['mark', 'unseen'].includes(classOf(char)));
  if (between.length > 3 || between.some((char) => /[\n\r\u2028\u2029,;:!?|•،؛؟、。，；：！？…।]/u.test(char))) return false;
  return !between.includes('.') || before.end - before.start <= 3;
}

/** Ends the last word of a name may have: its own, before an s, before what follows its first apostrophe. */
function cuts(text: string, word: NaiveWord, longer: boolean, foldLetter: (char: string) => string): NaiveWord[] {
  const result = [word];
  const first = [...text.slice(word.start, word.end)].findIndex((_, index) => classOf(text.charAt(word.start + index)) === 'apostrophe');
  // From the word's own beginning, which may lie after an elision.
  if (first > 0) for (const { end, letters } of wordsOf(text.slice(word.start, word.start + first), foldLetter)) result.push({ start: word.start, end: word.start + end, letters });
  if (word.letters.endsWith('s')) {
    let end = word.end - 1;
    while (foldLetter(text.charAt(end)) !== 's') end--;
    const isCapital = (char: string): boolean => char !== char.toLowerCase();
    const sure = end - word.start >= (longer ? 3 : 5) || (isCapital(text.charAt(end - 1)) && !isCapital(text.charAt(end)));
    if (sure && classOf(text.charAt(end - 1)) !== 'apostrophe') result.push({ start: word.start, end, letters: word.letters.slice(0, -1) });
  }
  return result.filter((cut) => cut.end - cut.start > 1 || cut === word);
}

/** Every place where one of `names` (folded, words parted by a space) stands in `text`. */
export function findNaively(text: string, names: ReadonlySet<string>, foldLetter: (char: string) => string): { start: number; end: number; name: string }[] {
  const words = wordsOf(text, foldLetter);
  const found = new Map<string, { start: number; end: number; name: string }>();
  const longest = Math.max(...[...names].map((name) => name.split(' ').length), 1);
  words.forEach((word, at) => {
    for (const [start, letters] of begins(text, word, foldLetter)) {
      let head = '';
      for (let count = 0; count < longest; count++) {
        const own = words[at + count];
        const previous = words[at + count - 1];
        if (!own || (count > 0 && (!previous || !joined(text, previous, own)))) break;
        const here = count === 0 ? { start, end: own.end, letters } : own;
        for (const cut of cuts(text, here, count > 0, foldLetter)) {
          const name = head + cut.letters;
          if (names.has(name)) found.set(`${start} ${cut.end}`, { start, end: cut.end, name });
        }
        head += `${here.letters} `;
      }
    }
  });
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function begins(text: string, word: NaiveWord, foldLetter: (char: string) => string): [start: number, letters: string][] {
  const result: [number, string][] = [[word.start, word.letters]];
  const lettersFrom = (start: number): string => wordsOf(text.slice(start, word.end), foldLetter)[0]?.letters ?? '';
  let elisions = 0;
  for (let index = word.start; index < word.end && elisions < 2; index++) {
    if (classOf(text.charAt(index)) !== 'apostrophe') continue;
    while (index < word.end && classOf(text.charAt(index)) !== 'letter') index++;
    if (index < word.end) result.push([index, lettersFrom(index)]);
    elisions++;
  }
  // Only a word that ends in an Arabic letter is an Arabic word.
  if (/[\u0600-\u06ff]$/.test(word.letters)) for (const { start, before } of proclitics(text, word.start, word.end)) result.push([start, before + lettersFrom(start)]);
  return result;
}
