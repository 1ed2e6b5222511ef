import { foldedWords } from './fold.ts';
import type { Claim } from './rules.ts';
import type { MatchPage } from './types.ts';

/** Units on each side of a name by which a line is judged to be set in capitals. */
const capitalsWindow = 60;

export function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

/** How a span of the page may be read as `claim`: `yes`, `no`, or only with a second witness, standing among capitals. */
export function fits(claim: Claim, { text, lang }: Pick<MatchPage, 'text' | 'lang'>, start: number, end: number, words: number): 'yes' | 'no' | 'in-capitals' {
  if (words === 1 && !claim.lower && isLower(text.charAt(start))) return 'no';
  if (claim.inLang && lang !== claim.lang && /^[ -~]*$/.test(text.slice(start, end))) return 'no';
  if (!claim.cased && !claim.exact) return 'yes';
  const span = text.slice(start, end);
  if (claim.exact && !sameMarks(claim, span)) return 'no';
  if (!claim.cased) return 'yes';
  if (!hasCapitalsOf(claim.text, span)) return 'no';
  return span === span.toUpperCase() && span !== span.toLowerCase() && amongCapitals(text, start, end) ? 'in-capitals' : 'yes';
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

function sameMarks(claim: Claim, span: string): boolean {
  const wanted = lettersOf(claim.text);
  if (!/^[\p{sc=Latin}\p{N}]+$/u.test(wanted)) return true;
  const given = lettersOf(span);
  const [a, b] = claim.cased ? [wanted, given] : [bare(wanted), bare(given)];
  if (a.length === b.length) return a === b || (a.toUpperCase() === b && wanted !== wanted.toUpperCase());
  const shared = Math.min(a.length, b.length) - 1;
  return a.slice(0, shared) === b.slice(0, shared);
}

function bare(letters: string): string {
  return letters.toLowerCase().replace(/\p{M}/gu, '');
}

/** Every word that begins with a capital in `wanted` does so in `span`; a word all in capitals is so too, but for an ending ("PYDê"). */
function hasCapitalsOf(wanted: string, span: string): boolean {
  const words = wordsOf(wanted);
  const given = wordsOf(span);
  return words.every((word, index) => {
    const other = given[words.length === given.length ? index : 0] ?? '';
    if (!isCapital(word[0])) return true;
    if (!isCapital(other[0])) return false;
    const stem = other.slice(0, word.length);
    return word.length < 2 || word !== word.toUpperCase() || stem === stem.toUpperCase();
  });
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}\p{M}'’ʿʾʼ\u200b-\u200d]+/gu)?.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')) ?? [];
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}

/** Whether the words around are capitals too: then capitals tell nothing. */
export function amongCapitals(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - capitalsWindow), start);
  const after = text.slice(end, end + capitalsWindow);
  const around = before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
  let upper = 0;
  let lower = 0;
  for (const letter of around) {
    if (letter !== letter.toLowerCase()) upper++;
    else if (letter !== letter.toUpperCase()) lower++;
  }
  return upper >= 8 && lower * 8 <= upper;
}

/** Folded spelling, for comparing what two spans say. */
export function spelling(text: string): string {
  return foldedWords(text).join(' ');
}
