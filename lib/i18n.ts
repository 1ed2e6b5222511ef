import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';
import { fillIn, languageToFetch, type Language, type Sentences } from './settings/languages.ts';

export type MessageName = keyof typeof messages;
/** Gives the sentence for a name in the reader's language, its `$1`…`$9` filled in; empty for a plural form the language lacks. */
export type Translate = (name: MessageName, ...values: (string | number)[]) => string;

/** The interface in one language. */
export interface Interface {
  t: Translate;
  /** BCP 47 tag of the sentences. */
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** The interface in the language of the reader's setting; `fetchThem` is asked where the browser gives another, and null there leaves it at that. */
export async function interfaceIn(chosen: Language | 'auto', fetchThem: (language: Language) => Promise<Sentences | null>): Promise<Interface> {
  const given: Translate = (name, ...values) => browser.i18n.getMessage(name, values.map(String));
  const language = languageToFetch(chosen, navigator.languages, given('localeTag'));
  const sentences = language && (await fetchThem(language));
  const t: Translate = sentences ? (name, ...values) => fillIn(sentences, name, values) : given;
  return { t, lang: t('localeTag'), dir: t('localeDirection') === 'rtl' ? 'rtl' : 'ltr' };
}

/** Reads a locale file of ours. Works in the background and in the extension's pages; a page's script must ask for it. */
export async function fetchSentences(language: Language): Promise<Sentences> {
  const file = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as never));
  return (await file.json()) as Sentences;
}
