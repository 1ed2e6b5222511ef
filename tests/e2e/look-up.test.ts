import { afterEach, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { pageAt, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';

const session = useSession();
const pages: Page[] = [];

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

async function openArticle(): Promise<Page> {
  const page = await session.driven.open(session.server.url('sample-article.html', 'themeridian.example'));
  pages.push(page);
  await waitForPaint(page);
  return page;
}

/** The names the popup lists, once there are any. */
function listed(popup: Page): Promise<string[]> {
  return until('names in the popup', async () => {
    const names = await popup.$$eval('.look-up li', (items) => items.map((item) => item.textContent));
    return names.length > 0 ? names : null;
  });
}

test('a name typed nearly right in the popup opens what the packs know of it', async () => {
  const popup = await session.driven.openPopup(await openArticle());
  await popup.waitForSelector('.look-up input');
  await popup.type('.look-up input', 'hayat tahrir al-shaam');
  expect((await listed(popup))[0]).toBe('Hayat Tahrir al-Sham');
  await popup.click('.look-up li button');
  pages.push(await until('its dossier', () => pageAt(session.driven, 'library.html#entity=syria/hayat-tahrir-al-sham')));
});

test('what is selected in the page is looked up when the popup opens', async () => {
  const page = await openArticle();
  await page.evaluate(() => {
    const words = document.createTextNode('Sirian Democratic Force');
    document.body.append(words);
    const range = document.createRange();
    range.selectNodeContents(words);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  const popup = await session.driven.openPopup(page);
  await popup.waitForSelector('.look-up input');
  expect((await listed(popup))[0]).toBe('Syrian Democratic Forces');
});
