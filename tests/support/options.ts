import type { Page } from 'puppeteer-core';
import type { Driven } from './browser.ts';
import { until } from './reader.ts';

/** Opens the settings page, read and drawn. */
export async function openOptions(driven: Driven): Promise<Page> {
  const page = await driven.openOwn('options.html');
  await page.waitForSelector('#packs .pack');
  return page;
}

/** Waits until the settings page says what matches; marks that isolate a name's direction are left out. */
export function sayingInOptions(page: Page, words: RegExp, timeoutMs = 20_000): Promise<true> {
  return until(`the settings to say ${words}`, () => page.evaluate((source) => new RegExp(source, 'u').test(document.body.innerText.replace(/[\u2068\u2069]/g, '')), words.source).then((said) => said || null), timeoutMs);
}

/** Everything in one of the extension's databases as text, binary parts included, read by the platform's own means. */
export function dumpDatabase(page: Page, name: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const stores = [...db.objectStoreNames];
          const transaction = db.transaction(stores);
          const parts: string[] = [];
          for (const store of stores) {
            const rows = transaction.objectStore(store).getAll();
            rows.onsuccess = () => parts.push(`${store} ${JSON.stringify(rows.result, (_, value: unknown) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)].join() : value))}`);
          }
          transaction.oncomplete = () => {
            db.close();
            resolve(parts.sort().join('\n'));
          };
        };
      }),
    name,
  );
}
