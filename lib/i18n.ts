import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

export type MessageName = keyof typeof messages;
/** Gives the sentence for a name in the reader's language, its `$1`…`$9` filled in. */
export type Translate = (name: MessageName, ...values: (string | number)[]) => string;

export const t: Translate = (name, ...values) => browser.i18n.getMessage(name, values.map(String));

/** BCP 47 tag of the interface's language. */
export function interfaceLanguage(): string {
  return browser.i18n.getUILanguage();
}
