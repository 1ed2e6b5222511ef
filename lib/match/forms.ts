import type { Alias, EntityType } from '../pack/schema.ts';
import { foldedWords } from './fold.ts';
import { inflect } from './inflect.ts';
import { inflectRussian, russianCueForms } from './inflect-russian.ts';
import { respell } from './respell.ts';

/** More forms than this of one alias are guesses. */
const mostForms = 128;

export interface Form {
  words: string[];
  /** Made by case endings that may spell another word elsewhere ("Iraqî", "Iraqi"): for pages in the alias's language. */
  inLang: boolean;
}

/** Every spelling and inflected form an alias stands for, as folded words, the alias itself first; no two alike. */
export function formsOf(alias: Pick<Alias, 'text' | 'lang' | 'kind'>, type: EntityType): Form[] {
  const { text, lang, kind } = alias;
  if (kind === 'acronym') return unique(/^\p{Lu}{2,5}$/u.test(text) ? [text, [...text].join('.')] : [text], lang === 'ku' ? inflect(text, lang, type) : []);
  const spelled = [text, ...respell(text, lang)].slice(0, mostForms);
  const inflected = spelled.flatMap((surface) => (lang === 'ru' ? inflectRussian(surface, type) : inflect(surface, lang, type)));
  return unique(lang === 'ru' || lang === 'ar' ? [...spelled, ...inflected] : spelled, inflected).slice(0, mostForms);
}

/** The same for a deciding word, which may also be given as a bare Russian stem ("сирийск"). */
export function cueForms(text: string, lang: Alias['lang']): string[][] {
  return unique([text, ...(lang === 'ru' ? russianCueForms(text) : inflect(text, lang, 'concept'))], []).map(({ words }) => words);
}

function unique(surfaces: readonly string[], inflected: readonly string[]): Form[] {
  const forms = new Map<string, Form>();
  const add = (surface: string, inLang: boolean): void => {
    const words = foldedWords(surface);
    const spelling = words.join(' ');
    if (spelling !== '' && !forms.has(spelling)) forms.set(spelling, { words, inLang });
  };
  for (const surface of surfaces) add(surface, false);
  for (const surface of inflected) add(surface, true);
  return [...forms.values()];
}
