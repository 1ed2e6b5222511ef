import type { Page } from 'puppeteer-core';
import type { PageModel } from '../../lib/messages/to-page.ts';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import type { Chrome, Driven } from './browser.ts';
import { until } from './reader.ts';

declare const chrome: Chrome;

/** What the overlay in `page` knows; null: there is none, or it is turned off. */
export function pageModel(driven: Driven, page: Page): Promise<PageModel | null> {
  return driven.inBackground(async (url) => {
    const tabs = (await chrome.tabs.query({})).filter((one) => one.url === url);
    // Another test may have left a page of that address open.
    const tab = tabs.find(({ active }) => active) ?? tabs[0];
    return (await chrome.tabs.sendMessage(tab!.id!, { type: 'page-model' }, { frameId: 0 }).catch(() => null)) as PageModel | null;
  }, page.url());
}

/** Waits until the gate has told what `page` is. What the background does with it comes before what it does with any page opened afterwards. */
export function waitForVerdict(driven: Driven, page: Page): Promise<void> {
  return driven.inBackground(async (url) => {
    const tabId = (await chrome.tabs.query({})).find((one) => one.url === url)!.id!;
    await new Promise<void>((resolve) => {
      const hear = (message: { type?: string }, sender: { tab?: { id?: number | undefined } | undefined }) => {
        if (message.type !== 'page-seen' || sender.tab?.id !== tabId) return;
        chrome.runtime.onMessage.removeListener(hear);
        resolve();
      };
      chrome.runtime.onMessage.addListener(hear);
      // A second gate takes the first one's place and tells the verdict anew.
      void chrome.scripting.executeScript({ target: { tabId }, files: ['/gate.js'] as never });
    });
  }, page.url());
}

export function waitForModel(driven: Driven, page: Page): Promise<PageModel> {
  return until('the overlay to know the page', () => pageModel(driven, page), 20_000);
}

/** Stores settings as an earlier visit to the options would have left them. */
export async function haveSettings(driven: Driven, change: Partial<Settings>): Promise<void> {
  await driven.inBackground((settings) => chrome.storage.local.set({ settings }), { ...defaultSettings, ...change });
}

/** What is stored; the defaults before anything was. */
export async function storedSettings(driven: Driven): Promise<Settings> {
  return (await driven.inBackground(async () => (await chrome.storage.local.get('settings'))['settings'] as Settings | undefined)) ?? defaultSettings;
}

/** Runs a keyboard command over `page`. */
export async function command(driven: Driven, page: Page, name: string): Promise<void> {
  await driven.command(page, name);
}

/** Chooses our context menu entry over `page`, with `selectionText` selected. */
export async function chooseInMenu(driven: Driven, page: Page, menuItemId: string, selectionText: string): Promise<void> {
  await driven.chooseInMenu(page, { menuItemId, selectionText, editable: false });
}

/** Texts of the library's rows, the newest first. */
export async function libraryRows(driven: Driven): Promise<string[]> {
  const library = await driven.openOwn('library.html');
  await library.waitForSelector('[aria-busy="false"]');
  const rows = await library.$$eval('article', (all) => all.map((one) => one.innerText));
  await library.close();
  return rows;
}
