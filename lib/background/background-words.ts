import { fetchSentences, interfaceIn, type Translate } from '../i18n.ts';
import { readSettings } from '../settings/items.ts';

/** Sentences for menus, badges and what the background itself writes, in the reader's language. */
export async function backgroundWords(): Promise<Translate> {
  return (await interfaceIn((await readSettings()).language, fetchSentences)).t;
}
