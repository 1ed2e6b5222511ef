import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageName, Translate } from '../../lib/i18n.ts';

/** The interface's sentences and the language they are in, given once at the top of each page. */
export interface Words {
  t: Translate;
  /** BCP 47 tag; dates and numbers follow it. */
  lang: string;
}

const Context = createContext<Words | null>(null);
export const WordsProvider = Context.Provider;

/** The page's words; throws outside a `WordsProvider`. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('no words: wrap the page in WordsProvider');
  return words;
}

/** Sentences with a number in them: one message a plural form, `…Other` always there. */
export type CountName = MessageName extends infer Name ? (Name extends `${infer Base}Other` ? Base : never) : never;

/** The sentence for `count` things in the language's own plural form, the number as `$1`, further values after it. */
export function countOf({ t, lang }: Words, name: CountName, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(lang).select(count);
  const own = `${name}${form[0]?.toUpperCase()}${form.slice(1)}` as MessageName;
  const shown = new Intl.NumberFormat(lang).format(count);
  return t(own, shown, ...values) || t(`${name}Other`, shown, ...values);
}

/** Wraps a foreign name so that its direction does not spill into the sentence it is put in. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
