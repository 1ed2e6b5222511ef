import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

export type MessageName = keyof typeof messages;
/** Gives the sentence for a name in the reader's language, its `$1`…`$9` filled in. */
export type Translate = (name: MessageName, ...values: (string | number)[]) => string;

export const t: Translate = (name, ...values) => browser.i18n.getMessage(name, values.map(String));

/** BCP 47 tag of the language the sentences are in, which is English where the browser's own is not among ours. */
export function interfaceLanguage(): string {
  return t('localeTag');
}

/** Direction of that language. */
export function interfaceDirection(): 'ltr' | 'rtl' {
  return t('localeDirection') === 'rtl' ? 'rtl' : 'ltr';
}
