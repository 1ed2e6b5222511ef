import type { Alias, EntityType } from '../pack/schema.ts';
import { foldedWords } from './fold.ts';
import { inflect } from './inflect.ts';
import { inflectRussian, russianCueForms } from './inflect-russian.ts';
import { respell } from './respell.ts';

/** More forms than this of one alias are guesses. */
const mostForms = 128;

/** Every spelling and inflected form an alias stands for, as folded words, the alias itself first; no two alike. */
export function formsOf(alias: Pick<Alias, 'text' | 'lang' | 'kind'>, type: EntityType): string[][] {
  const { text, lang, kind } = alias;
  const surfaces = [text];
  if (kind === 'acronym') {
    if (/^\p{Lu}{2,5}$/u.test(text)) surfaces.push([...text].join('.'));
    return unique(surfaces);
  }
  for (const spelled of respell(text, lang)) surfaces.push(spelled);
  for (const spelled of surfaces.slice(0, mostForms)) {
    surfaces.push(...(lang === 'ru' ? inflectRussian(spelled, type) : inflect(spelled, lang, type)));
  }
  return unique(surfaces).slice(0, mostForms);
}

/** The same for a deciding word, which may also be given as a bare Russian stem ("сирийск"). */
export function cueForms(text: string, lang: Alias['lang']): string[][] {
  return unique([text, ...(lang === 'ru' ? russianCueForms(text) : inflect(text, lang, 'concept'))]);
}

function unique(surfaces: readonly string[]): string[][] {
  const forms = new Map<string, string[]>();
  for (const surface of surfaces) {
    const words = foldedWords(surface);
    if (words.length > 0) forms.set(words.join(' '), words);
  }
  return [...forms.values()];
}
