import type { Words } from '../../components/shared/words.ts';
import { fillIn, type Language, type Sentences } from '../../lib/settings/languages.ts';
import messages from '../../public/_locales/en/messages.json';

const locales = import.meta.glob<Sentences>('../../public/_locales/*/messages.json', { import: 'default' });

/** The real English sentences, without a browser's i18n. */
export const english: Words = wordsOf('en-GB', messages);

/** The sentences of a language as they ship. */
export async function wordsIn(language: Language): Promise<Words> {
  const load = locales[`../../public/_locales/${language}/messages.json`];
  if (!load) throw new Error(`no sentences in ${language}`);
  return wordsOf(language, await load());
}

function wordsOf(lang: string, sentences: Sentences): Words {
  return { lang, t: (name, ...values) => fillIn(sentences, name, values) };
}
