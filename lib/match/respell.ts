import type { Alias } from '../pack/schema.ts';

/** Spellings of the same Arabic word in Latin letters, as newsrooms write them. */
const sameWord = `
  mohammad mohammed muhammad muhammed mohamed mohamad muhamad
  ahmad ahmed
  abu abou
  hayat hayet hayyat haiat heyet heyat hajat
  jabhat jabhet jebhat dschabhat jabhah
  jaish jaysh jeish
  ayyoub ayoub ayyub ayub
  hussein husayn hussain hossein husain
  hassan hasan
  bashar bachar baschar
  nour nur noor
  din deen dine
  sheikh shaykh sheik cheikh shaikh scheich
  yusuf youssef yousef yousuf
  tal tell tall tel
  deir dayr der dair
  khaled khalid
  omar umar
  othman uthman osman
  qaeda qaida qaedah qaidah kaida kaeda
  saudi saoudi
  hurras horas huras horras
  katibat katiba khatiba kateebat
  sham cham scham
  faylaq failaq feilaq
  ahrar ehrar
  abdel abdul abdal
  organization organisation
  defence defense`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));
const classOf = new Map(sameWord.flatMap((words) => words.map((word) => [word, words] as const)));

/** Letters before which the article's l is spoken, and may be written, as they are. */
const sunLetters = ['sch', 'sh', 'ch', 'th', 'dh', 's', 'z', 't', 'd', 'n', 'r'];
const articles = new Set(['al', 'el', 'ul', ...sunLetters.flatMap((letter) => [`a${letter}`, `e${letter}`])]);
/** Written forms of the article that are words of their own, so not trusted as the first word of a name. */
const wordsThemselves = new Set(['as', 'at', 'an', 'ad', 'ar', 'es', 'en', 'er', 'et', 'ed', 'ez', 'ach', 'each', 'ech', 'eth', 'ath']);

const mostSpellings = 128;

/**
 * Other spellings of a name by rule: the Arabic article and its assimilation (al-, el-, ash-, as- …), the vowels and
 * consonants after it that transliterations differ in (Julani, Jolani, Golani, Jawlani), common Arabic words, British
 * and American endings, German letters without their dots. Lower case, words parted by spaces, without `text` itself.
 */
export function respell(text: string, lang: Alias['lang']): string[] {
  if (!/\p{sc=Latin}/u.test(text) || lang === 'zh') return [];
  const words = text.toLowerCase().replace(/[’'ʼʾʿ‘`]/g, '').split(/[\s-]+/);
  const spelled = likeliest(words.map((word, index) => spellings(word, index, words)));
  if (lang === 'de' && /[äöüß]/i.test(text)) spelled.push(words.join(' ').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss'));
  return spelled.slice(0, mostSpellings).filter((other) => other !== words.join(' '));
}

/**
 * Spellings made of one option a word, those of common options first: by the sum of the options' places, so that a name of
 * many words is known by a little change in each and not only by every change in its first.
 */
function likeliest(choices: readonly (readonly string[])[]): string[] {
  const spelled: string[] = [];
  const most = choices.reduce((sum, options) => sum + options.length - 1, 0);
  const extend = (head: string, at: number, left: number): void => {
    const options = choices[at];
    if (!options) {
      if (left === 0) spelled.push(head);
      return;
    }
    for (let place = 0; place <= Math.min(left, options.length - 1) && spelled.length < mostSpellings; place++) {
      extend(at === 0 ? (options[place] ?? '') : `${head} ${options[place] ?? ''}`, at + 1, left - place);
    }
  };
  for (let sum = 0; sum <= most && spelled.length < mostSpellings; sum++) extend('', 0, sum);
  return spelled;
}

/** The spellings of one word, its own first, then the commoner. */
function spellings(word: string, index: number, words: readonly string[]): string[] {
  const next = words[index + 1];
  if (next !== undefined && isArticle(word, next)) return [...new Set([word, ...articlesBefore(next, index === 0)])];
  const known = classOf.get(word);
  if (known) return [word, ...known.filter((other) => other !== word)];
  const before = words[index - 1];
  if (before !== undefined && isArticle(before, word)) return afterArticle(word);
  const ending = /^(\p{L}{4,})i([sz])(ation|ations|ed|e|ing|ers?)$/u.exec(word);
  return ending ? [word, `${ending[1] ?? ''}i${ending[2] === 's' ? 'z' : 's'}${ending[3] ?? ''}`] : [word];
}

function isArticle(word: string, next: string): boolean {
  if (!articles.has(word)) return false;
  const assimilated = word.slice(1);
  return assimilated === 'l' || next.startsWith(assimilated);
}

function articlesBefore(next: string, first: boolean): string[] {
  const sun = sunLetters.find((letter) => next.startsWith(letter));
  const forms = ['al', 'el', ...(sun === undefined ? [] : [`a${sun}`, `e${sun}`])];
  return first ? forms.filter((form) => !wordsThemselves.has(form)) : forms;
}

/** A noun after the article: long u and au, sh, final a, and the j that Egyptians say g. */
function afterArticle(word: string): string[] {
  const jawlan = /^(?:j|g|dj|dsch|c)(?:u|o|ou|aw|au|oo)lani$/.test(word);
  if (jawlan) return [word, ...['o', 'u', 'ou', 'aw', 'au', 'oo'].flatMap((vowel) => ['j', 'g', 'dj'].map((first) => `${first}${vowel}lani`))];
  const forms = [word];
  const add = (from: RegExp, to: readonly string[]): void => {
    for (const form of [...forms]) for (const other of to) if (from.test(form)) forms.push(form.replace(from, other));
  };
  add(/(?<=[^aeiou])(?:ou|oo|u|o|aw|au)(?=[^aeiouwn]\p{L}*)/u, ['u', 'o', 'ou']);
  add(/(?:aah?|ah|a|eh)$/, word.length > 3 ? ['a', 'ah', 'aa', 'eh'] : []);
  add(/^(?:sch|sh|ch)/, ['sh', 'ch', 'sch']);
  add(/(?<=[^aeiou])(?:ee)(?=[^aeiou])/, ['i']);
  return [...new Set(forms)];
}
