import type { Page } from 'puppeteer-core';
import type { Clipping } from '../../lib/clip/schema.ts';

/** The clippings as they stand in the database, past our store, by their ids; `page` is one of the extension's own. */
export function storedRows(page: Page): Promise<Clipping[]> {
  return page.evaluate(
    () =>
      new Promise<Clipping[]>((resolve, reject) => {
        const opening = indexedDB.open('clippings');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('clippings').objectStore('clippings').getAll();
          all.onsuccess = () => resolve(all.result as Clipping[]);
        };
      }),
  );
}
