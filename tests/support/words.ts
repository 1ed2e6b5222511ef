import type { Words } from '../../components/shared/words.ts';
import messages from '../../public/_locales/en/messages.json';

type Messages = Partial<Record<string, { message: string }>>;

const locales = import.meta.glob<Messages>('../../public/_locales/*/messages.json', { import: 'default' });

/** The real English sentences, without a browser's i18n. */
export const english: Words = wordsOf('en-GB', messages);

/** The sentences of a language, English where it has none. */
export async function wordsIn(lang: string): Promise<Words> {
  const load = locales[`../../public/_locales/${lang}/messages.json`];
  return load ? wordsOf(lang, { ...messages, ...(await load()) }) : { ...english, lang };
}

function wordsOf(lang: string, found: Messages): Words {
  return { lang, t: (name, ...values) => (found[name]?.message ?? '').replace(/\$(\d)/g, (_, index: string) => String(values[Number(index) - 1] ?? '')) };
}
