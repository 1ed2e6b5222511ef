import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Chrome } from '../support/browser.ts';
import { isMarked, ownText, press, select, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { chooseInMenu, command, libraryRows, pageModel } from '../support/tabs.ts';
import { smallPdf } from '../support/small-pdf.ts';

declare const chrome: Chrome;

const session = useSession();
const sochi = 'At their meeting in Sochi they agreed on a demilitarized zone in Idlib, and Turkey took it upon itself to clear that strip of groups regarded as terrorists by mid-October.';

// A page that was left open would be taken for the one of the next try.
afterEach(async () => {
  for (const page of await session.driven.browser.pages()) if (page.url().startsWith(session.server.url(''))) await page.close();
});

async function openSample(): Promise<Page> {
  const page = await session.driven.open(session.server.url('sample-article.html'));
  await waitForPaint(page);
  return page;
}

async function saying(page: Page, words: RegExp): Promise<void> {
  let said = '';
  await until(`our layers to say ${words}`, async () => words.test((said = await ownText(session.driven, page))) || null).catch((error: unknown) => {
    throw new Error(`they say “${said}”`, { cause: error });
  });
}

describe('an excerpt', () => {
  test('saved with the pointer is in the library and marked in place after the worker died and the page was reloaded', async () => {
    const { driven } = session;
    const page = await openSample();
    await select(page, sochi);
    await press(driven, page, 'Save excerpt');
    await saying(page, /saved/i);
    await driven.stopBackground();
    await page.reload();
    await waitForPaint(page);
    await until('the mark in place', () => isMarked(driven, page, 'demilitarized zone'));
    const [row] = await libraryRows(driven);
    expect(row).toContain(sochi);
    expect(row).toContain('The Meridian');
    expect(row).toMatch(/23 Sep/);
  });

  test('can be undone from its toast', async () => {
    const { driven } = session;
    const page = await openSample();
    const before = await libraryRows(driven);
    await page.bringToFront();
    await select(page, 'None of the four is known from earlier coverage.');
    await press(driven, page, 'Save excerpt');
    await saying(page, /saved/i);
    expect(await libraryRows(driven)).toHaveLength(before.length + 1);
    await page.bringToFront();
    await press(driven, page, 'Undo');
    await until('the row to be gone', async () => (await libraryRows(driven)).length === before.length);
  });

  test('keeps a note that was being typed when its window was closed', async () => {
    const { driven } = session;
    const page = await openSample();
    await select(page, sochi);
    await command(driven, page, 'save-excerpt');
    const { id } = await until('the excerpt on its page', async () => (await pageModel(driven, page))?.clippings[0]);
    const note = await driven.openOwn(`note.html?id=${id}`);
    const field = await until('the field', () => note.$('textarea'));
    await field.type('Half a thought');
    // As the reader's own Ctrl+W does, which no driver can press.
    await driven.inBackground(async (path) => {
      const tabs = await chrome.tabs.query({});
      await chrome.tabs.remove(tabs.filter(({ url }) => url?.includes(path)).map((tab) => tab.id!));
    }, `note.html?id=${id}`);
    await until('the note in the library', async () => (await libraryRows(driven)).join().includes('Half a thought'));
  });

  test('is saved by the keyboard shortcut', async () => {
    const { driven } = session;
    const page = await openSample();
    await select(page, 'What they are reported to have agreed on is limited.');
    await command(driven, page, 'save-excerpt');
    await saying(page, /saved/i);
    expect((await libraryRows(driven)).join()).toContain('agreed on is limited');
  });

  test('is saved by the context menu with its place in the page', async () => {
    const { driven } = session;
    const page = await openSample();
    const words = 'There are grounds for caution.';
    await select(page, words);
    await chooseInMenu(driven, page, 'save-excerpt', words);
    await saying(page, /saved/i);
    await page.reload();
    await waitForPaint(page);
    await until('the mark in place', () => isMarked(driven, page, words));
  });

  test('is kept with text and address where no script may run', async () => {
    const { driven, server } = session;
    server.put('leaflet.pdf', smallPdf('A leaflet about Idlib'));
    const page = await driven.browser.newPage();
    await page.goto(server.url('leaflet.pdf'));
    await chooseInMenu(driven, page, 'save-excerpt', 'A leaflet about Idlib');
    const row = await until('the row', async () => (await libraryRows(driven)).find((one) => one.includes('A leaflet about Idlib')));
    expect(row).toContain('127.0.0.1');
  });

  test('is not called saved while storage refuses it, and is saved by trying again', async () => {
    const { driven } = session;
    const page = await openSample();
    const words = 'Most of those who fled have not come back.';
    await driven.inBackground(() => {
      const { put, add } = IDBObjectStore.prototype;
      Object.assign(globalThis, { mend: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
      const refuse = (): never => {
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
      Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
    });
    await select(page, words);
    await press(driven, page, 'Save excerpt');
    await saying(page, /not saved|could not be saved/i);
    expect((await libraryRows(driven)).join()).not.toContain(words);
    await driven.inBackground(() => void (globalThis as unknown as { mend(): void }).mend());
    await page.bringToFront();
    await press(driven, page, 'Try again');
    await until('the row', async () => (await libraryRows(driven)).join().includes(words));
  });
});
