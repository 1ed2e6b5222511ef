import { fetchSentences, interfaceIn, type Interface } from '../i18n.ts';
import { readSettings, watchSettings } from '../settings/items.ts';

/** What an extension page hands to its components so that they need no browser API for their sentences. Once the reader chooses another language the page starts anew. */
export async function pageWords(): Promise<{ words: Pick<Interface, 't' | 'lang'>; dir: Interface['dir'] }> {
  watchSettings((now, before) => {
    if (now.language !== before.language) location.reload();
  });
  const { language } = await readSettings();
  const { t, lang, dir } = await interfaceIn(language, fetchSentences);
  return { words: { t, lang }, dir };
}
