import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toBackup } from '../../lib/clip/backup.ts';
import { readImport } from '../../lib/clip/import/read-import.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import { launchChromium, type Driven } from '../support/browser.ts';
import { clippingShelf } from '../support/clipping-shelf.ts';
import { takeExport } from '../support/exports.ts';
import { until } from '../support/reader.ts';
import { storedRows } from '../support/stored-rows.ts';
import { killed, tortureBrowser, tortureWorker } from '../support/torture-saves.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
const profile = join(folder, 'profile');
/** Where Chromium has an extension's databases, and those of its buckets. */
const databases = join(profile, 'Default', 'IndexedDB');
const copies = join(profile, 'Default', 'WebStorage');
const now = '2026-11-24T12:00:00.000Z';
let driven: Driven;

beforeAll(async () => {
  driven = await start();
});
afterAll(async () => {
  await driven.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<Driven> {
  const started = await launchChromium({ extension: inject('extension'), profile });
  const session = await started.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return started;
}

function filesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && file.parentPath.endsWith('.leveldb'));
  expect(files.length).toBeGreaterThan(3);
  return files.map((file) => join(file.parentPath, file.name));
}

/** Makes all databases under a folder unreadable. */
function tear(folder: string): void {
  for (const file of filesOf(folder)) writeFileSync(file, 'torn');
}

/** Cuts the last record of each log, as a kill between its head and its end does. */
function cutLastRecord(folder: string): void {
  for (const log of filesOf(folder).filter((file) => file.endsWith('.log'))) truncateSync(log, statSync(log).size - 5);
}

async function library(): Promise<Page> {
  const page = await driven.openOwn('library.html');
  await page.waitForSelector('[aria-busy="false"]');
  return page;
}

async function bringIn(page: Page, text: string): Promise<string> {
  const file = join(folder, 'in.json');
  writeFileSync(file, text);
  await page.evaluate(() => (document.querySelector('details')!.open = true));
  const input = await page.$('details input[type=file]');
  await input!.uploadFile(file);
  await page.waitForSelector('.bar .btn.is-icon', { timeout: 60_000 });
  const told = await page.$eval('.bar', (bar) => bar.textContent.replace(/\s+/g, ' '));
  // By its element: a browser that lost clippings opens a tab of its own, maybe in front of this one.
  await page.$eval('.bar .btn.is-icon', (button) => (button as HTMLElement).click());
  return told;
}

const tenThousand = Array.from({ length: 10_000 }, (_, at): Clipping => {
  const url = `https://outlet-${at % 40}.example/${at % 3_000}`;
  const like = clippingShelf[at % 5]!;
  return { ...like, id: `4a0c6a52-6d0e-4b7e-9f1e-${at.toString(16).padStart(12, '0')}`, selector: { ...like.selector, exact: `${like.selector.exact} ${at}` }, page: { ...like.page, url, barUrl: url } };
});

describe('the library', () => {
  test('gives its clippings out as files and takes its own backup back, losing nothing when all was wiped', async () => {
    const page = await library();
    expect(await bringIn(page, toBackup(clippingShelf, now))).toMatch(/^Clippings added: 5\./);
    await page.waitForSelector('article');
    expect(await takeExport(page, folder, 'Table', '.csv')).toContain('Northern Ledger');
    expect(await takeExport(page, folder, 'BibLaTeX', '.bib')).toContain('@online{');
    expect(await takeExport(page, folder, 'Page to read', '.html')).toContain('<!doctype html>');
    const backup = await takeExport(page, folder, 'Full backup', '.backup.json');
    const before = await storedRows(page);
    await page.click('.lh input[type=checkbox]');
    await page.click('.picked button.btn');
    await until('the library to be empty', async () => (await page.$$('article')).length === 0);
    expect(await bringIn(page, backup)).toMatch(/^Clippings added: 5\./);
    expect(await storedRows(page)).toEqual(before);
    await page.close();
  });

  test('takes W3C annotations, and refuses a damaged file whole with the reason and the place', async () => {
    const page = await library();
    const annotations = await takeExport(page, folder, 'Annotations', '.jsonld');
    expect(await bringIn(page, annotations)).toMatch(/^Clippings added: 0. Here already: 5/);
    const told = await bringIn(page, toBackup(tenThousand.slice(0, 3), now).replace('Convoys', 'C0nvoys').replace('Washington ends', 'Washington begins'));
    expect(told).toMatch(/Nothing was taken from.*damaged or changed.*clipping 1/);
    expect((await storedRows(page)).length).toBe(5);
    await page.close();
  });

  test('is brought back whole, without a word, where the browser deleted its database', async () => {
    let page = await library();
    const before = await storedRows(page);
    await driven.close();
    tear(databases);
    driven = await start();
    page = await library();
    expect(await page.$('.bar[role=alert]')).toBeNull();
    expect(before).toHaveLength(5);
    expect(await storedRows(page)).toEqual(before);
    await page.close();
  });

  test('survives the record that a kill in the middle of a write tears, at the start after it and at the next', async () => {
    // What is written after a torn record makes Chromium find it at the start after the next, and delete all databases of the extension.
    const page = await library();
    const before = await storedRows(page);
    await driven.close();
    cutLastRecord(databases);
    driven = await start();
    await (await library()).close();
    await driven.inBackground(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.open('clippings').onsuccess = ({ target }) => {
            const { result } = target as IDBOpenDBRequest;
            const writing = result.transaction('clippings', 'readwrite', { durability: 'strict' });
            writing.oncomplete = () => resolve();
            writing.objectStore('clippings').openCursor().onsuccess = (event) => {
              const { result: cursor } = event.target as IDBRequest<IDBCursorWithValue>;
              cursor.update(cursor.value);
            };
          };
        }),
    );
    await killed(driven);
    driven = await start();
    const again = await library();
    expect(await again.$('.bar[role=alert]')).toBeNull();
    expect(await storedRows(again)).toEqual(before);
    await again.close();
  });

  test('that the browser lost with its second copy is told of, and never called empty, until it is restored', async () => {
    let page = await library();
    const backup = await takeExport(page, folder, 'Full backup', '.backup.json');
    await driven.close();
    tear(databases);
    tear(copies);
    driven = await start();
    page = await library();
    const words = await page.$eval('body', (body) => body.innerText);
    expect(words).toMatch(/Clippings missing: 5/);
    expect(words).not.toContain('No clippings yet');
    expect(await bringIn(page, backup)).toMatch(/^Clippings added: 5\./);
    await until('the alarm to end', async () => (await page.$('.bar[role=alert]')) === null);
    const read = readImport(backup, { newId: () => '', now });
    expect(await storedRows(page)).toEqual(read.ok && read.clippings.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    await page.close();
  });

  test('restores 10,000 clippings within 10 seconds, equal', async () => {
    const page = await library();
    const file = toBackup(tenThousand, now);
    const from = performance.now();
    expect(await bringIn(page, file)).toMatch(/^Clippings added: 10,000\./);
    const seconds = (performance.now() - from) / 1_000;
    console.log(`10,000 restored in ${seconds.toFixed(1)} s`);
    const rows = await storedRows(page);
    const ids = new Set(tenThousand.map(({ id }) => id));
    expect(rows.filter(({ id }) => ids.has(id))).toEqual(tenThousand);
    expect(seconds).toBeLessThan(10);
    await page.close();
  });
});

describe('saving through kills loses and doubles nothing', () => {
  test('of the worker', async () => {
    expect(await tortureWorker(inject('extension'), 12)).toMatchObject({ lost: 0, doubled: 0, falseAlarms: 0 });
  });
  test('of the browser', async () => {
    expect(await tortureBrowser(inject('extension'), 3)).toMatchObject({ lost: 0, doubled: 0, falseAlarms: 0 });
  });
});
