import { interfaceDirection, interfaceLanguage, t, type Translate } from '../i18n.ts';

/** What an extension page hands to its components so that they need no browser API for their sentences. */
export function pageWords(): { words: { t: Translate; lang: string }; dir: 'ltr' | 'rtl' } {
  return { words: { t, lang: interfaceLanguage() }, dir: interfaceDirection() };
}
