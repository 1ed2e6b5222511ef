import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleWith } from '../../support/attack-page.ts';
import type { Chrome } from '../../support/browser.ts';
import { ownText, pageAt, press, readCard, select, until, waitForPaint } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';
import { command, libraryRows, storedSettings, waitForModel } from '../../support/tabs.ts';

declare const chrome: Chrome;
const session = useSession();
let page: Page;

beforeAll(async () => {
  session.server.put('attack.html', articleWith({}));
  page = await session.driven.openPrivate(session.server.url('attack.html', 'attacker.example'));
  await waitForPaint(page);
});
afterAll(() => page?.close());

/** What the extension has in its storage, as one text. */
function stored(): Promise<string> {
  return session.driven.inBackground(async () => JSON.stringify(await chrome.storage.local.get()));
}

test('in a private window names are explained, and an excerpt is refused with the reason', async () => {
  const { driven } = session;
  expect(await readCard(driven, page, 'Hayat Tahrir al-Sham')).toContain('As of');
  await press(driven, page, 'More');
  await until('the whole card', async () => (await ownText(driven, page)).includes('Report an error'));
  expect(await ownText(driven, page)).not.toContain('Mute');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await select(page, 'The talks went on in the town');
  await press(driven, page, 'Save excerpt');
  await until('the refusal', async () => /private window/i.test(await ownText(driven, page)));
  await command(driven, page, 'save-excerpt');
  await page.bringToFront();
  expect(await libraryRows(driven)).toEqual([]);
});

test('turning the site off there by the keyboard leaves no trace of it, and the button says why', async () => {
  const { driven } = session;
  const url = page.url();
  await command(driven, page, 'toggle-site');
  await until('the button to say so', () =>
    driven.inBackground(async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      return (await chrome.action.getTitle({ tabId: tab!.id! })).includes('private windows');
    }, url),
  );
  expect(await stored()).not.toContain('attacker.example');
  expect((await waitForModel(driven, page)).mentions.length).toBeGreaterThan(0);
});

test('the popup there offers no choice that would leave an address, and opens the library where it can be read', async () => {
  const { driven } = session;
  const popup = await driven.openPopup(page);
  await popup.waitForSelector('.where');
  const switches = await popup.$$eval('.where input', (all) => all.map((one) => (one as HTMLInputElement).disabled));
  expect(switches).toEqual([false, true, true]);
  for (const on of [false, true]) {
    await popup.click('.where input');
    await until('the choice for everywhere to be stored', async () => (await storedSettings(driven)).everywhere === on);
  }
  await popup.evaluate(() => [...document.querySelectorAll('button')].find((button) => button.innerText.includes('Library'))!.click());
  const library = await until('the library', () => pageAt(driven, 'library.html'));
  await library.waitForSelector('[aria-busy="false"]');
  expect(await library.evaluate(() => document.body.innerText)).toContain('No clippings yet');
  await library.close();
});
