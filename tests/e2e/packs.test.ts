import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { readPackFile } from '../../lib/pack/import.ts';
import type { PackFile } from '../../lib/pack/schema.ts';
import { makeEntity, manifest } from '../support/pack.ts';
import { makePack, manyEntities } from '../support/pack-content.ts';
import type { Chrome } from '../support/browser.ts';
import { dumpDatabase, openOptions, sayingInOptions } from '../support/options.ts';
import { pageAt, painted, press, readCard, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { chooseInMenu } from '../support/tabs.ts';

declare const chrome: Chrome;

const session = useSession();
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'packs-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const story = (body: string) => `<!doctype html><html lang="en"><head><title>The ford | The Valley Post</title>
  <meta property="og:title" content="At the ford"><meta property="og:type" content="article"><meta property="og:site_name" content="The Valley Post"><meta property="article:published_time" content="2022-05-06T08:00:00Z"></head>
  <body><article><h1>At the ford</h1><p>${body}</p><p>${'Nothing else is told here that would matter to anyone who reads it. '.repeat(8)}</p></article></body></html>`;

async function openStory(path: string, body: string): Promise<Page> {
  session.server.put(path, story(body));
  return session.driven.open(session.server.url(path, 'valley.example'));
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Without the marks that isolate a name's direction. */
function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

async function choose(options: Page, path: string): Promise<void> {
  const input = await options.waitForSelector('input[type="file"]');
  await input!.uploadFile(path);
}

/** Clicks the switch of a line with these words. */
async function flip(options: Page, words: string): Promise<void> {
  await options.bringToFront();
  await options.evaluate((words) => [...document.querySelectorAll('label')].find((label) => label.innerText.includes(words))!.querySelector('input')!.click(), words);
}

async function clickNamed(options: Page, name: string): Promise<void> {
  await options.bringToFront();
  await options.evaluate((name) => {
    const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');
    const buttons = [...document.querySelectorAll<HTMLElement>('button')];
    buttons.find((one) => plain(one.getAttribute('aria-label') ?? one.innerText).trim() === name)!.click();
  }, name);
}

const hostile = '<img src="https://evil.example/x.png" onerror="alert(1)"> Armed group of the valley.';
const valley = makePack({
  entities: [makeEntity({ summaries: [{ text: hostile, sources: ['post/a'] }] }), ...manyEntities(20)],
});

describe('a pack from a file', () => {
  test('is found at once on an open page, says on its card whose it is, and goes when it is turned off', async () => {
    const page = await openStory('river.html', 'The River Guard came to the ford.');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await painted(page)).toEqual([]);

    const options = await openOptions(session.driven);
    await choose(options, file('valley.json', valley));
    await sayingInOptions(options, /“The valley” is in use: 21 names/);

    await page.bringToFront();
    expect(await waitForPaint(page)).toEqual(['River Guard']);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const card = plain(await readCard(session.driven, page, 'River Guard'));
    expect(card).toContain('From “The valley”, a file you added');
    expect(card).toContain('<img src=');
    expect(card).toContain('Nothing after 30 Jun');
    expect(asked).toEqual([]);

    await flip(options, 'The valley');
    await page.bringToFront();
    await until('the underline to go', async () => (await painted(page)).length === 0);
    await session.driven.stopBackground();
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await painted(page)).toEqual([]);
    await flip(options, 'The valley');
    await page.bringToFront();
    expect(await waitForPaint(page)).toEqual(['River Guard']);

    await clickNamed(options, 'Remove: The valley');
    await sayingInOptions(options, /“The valley” removed/);
    await page.bringToFront();
    await until('the underline to go', async () => (await painted(page)).length === 0);
    await clickNamed(options, 'Undo');
    await page.bringToFront();
    expect(await waitForPaint(page)).toEqual(['River Guard']);
    await page.close();
    await options.close();
  });

  test('is refused with the place and the reason when it is damaged, and the database stays as it was to the byte', async () => {
    const options = await openOptions(session.driven);
    const before = await dumpDatabase(options, 'packs');
    expect(before.length).toBeGreaterThan(100_000);
    const text = JSON.stringify(makePack({ manifest: { ...manifest, id: 'hills' } }), null, 1);
    const wrong: [name: string, content: string, told: RegExp][] = [
      ['cut.json', text.slice(0, 300), /Line \d+\. From here on it is not JSON/],
      ['link.json', text.replace('https://post.example/1', 'javascript:alert(1)'), /Line \d+\. It is not as a background file must be: .*sources.*an http\(s\) address/],
      ['letter.json', text.replace('"text": "River Guard"', '"text": "R"'), /Line \d+\. .*river-guard\.aliases\.0\.text/],
      ['proto.json', text.replace('"gloss"', '"__proto__": {"x": 1}, "gloss"'), /Line \d+\. The key .__proto__. is not allowed/],
      ['own.json', text.replace('"hills"', '"my-names"'), /is that of your own names/],
      ['old.json', text.replace('"hills"', '"syria"').replace('2024-06-30', '2019-01-01'), /You have a newer edition/],
    ];
    for (const [name, content, told] of wrong) {
      await choose(options, file(name, content));
      await sayingInOptions(options, new RegExp(`${name}.{0,3} was not added. Nothing has changed`));
      await sayingInOptions(options, told);
    }
    expect(await dumpDatabase(options, 'packs')).toBe(before);
    await options.close();
  });

  test('of 5,000 entities shows how far it is, leaves the page responsive, and nothing behind when it is cancelled', async () => {
    const options = await openOptions(session.driven);
    const before = await dumpDatabase(options, 'packs');
    const many = file('many.json', makePack({ manifest: { ...manifest, id: 'fords', title: 'Five thousand fords' }, entities: manyEntities(5_000) }));
    await options.evaluate(() => {
      const seen = { texts: new Set<string>(), longestMs: 0, totalMs: 0, last: performance.now(), cardsMs: [] as number[] };
      (window as unknown as { seen: typeof seen }).seen = seen;
      // Timers, not frames: the browser draws none while another tab is in front.
      setInterval(() => {
        const now = performance.now();
        const bar = document.querySelector('progress');
        if (bar) seen.longestMs = Math.max(seen.longestMs, now - seen.last);
        if (bar) seen.totalMs += now - seen.last;
        if (bar) seen.texts.add(bar.getAttribute('aria-label') ?? '');
        seen.last = now;
      }, 10);
      // As a news page would: cards are wanted while the pack is written.
      const askForCard = async (): Promise<void> => {
        const start = performance.now();
        const isImporting = document.querySelector('progress') !== null;
        const reply = await chrome.runtime.sendMessage({ type: 'cards', entities: [{ pack: 'syria', entity: 'idlib' }], day: '2022-09-23', basis: 'article' });
        if (isImporting && document.querySelector('progress') && reply?.value?.length === 1) seen.cardsMs.push(performance.now() - start);
        setTimeout(() => void askForCard(), 50);
      };
      void askForCard();
    });
    await choose(options, many);
    await until('some of it to be stored', () => options.evaluate(() => (document.querySelector('progress')?.value ?? 0) >= 500), 30_000);
    await clickNamed(options, 'Cancel');
    await sayingInOptions(options, /Cancelled. Nothing has changed/);
    await until('the database to be as it was', async () => (await dumpDatabase(options, 'packs')) === before);

    await choose(options, many);
    await sayingInOptions(options, /“Five thousand fords” is in use: 5,000 names/, 60_000);
    const seen = await options.evaluate(() => {
      const { texts, longestMs, totalMs, cardsMs } = (window as unknown as { seen: { texts: Set<string>; longestMs: number; totalMs: number; cardsMs: number[] } }).seen;
      return { texts: [...texts], longestMs, totalMs, cardsMs };
    });
    console.info(`steps told: ${seen.texts.length}; longest pause of the options page: ${Math.round(seen.longestMs)} of ${Math.round(seen.totalMs)} ms; cards meanwhile: ${seen.cardsMs.length}, the slowest after ${Math.round(Math.max(...seen.cardsMs))} ms`);
    expect(seen.texts.filter((text) => /Storing [\d,]+ of 5,000/.test(text)).length).toBeGreaterThan(5);
    // Done on the page's own thread, checking alone would be one pause of a third of the time.
    expect(seen.longestMs / seen.totalMs).toBeLessThan(0.15);
    expect(seen.cardsMs.length).toBeGreaterThan(5);
    expect(Math.max(...seen.cardsMs) / seen.totalMs).toBeLessThan(0.25);

    const page = await openStory('fords.html', 'The Guard of ford 4321 came.');
    expect(await waitForPaint(page)).toEqual(['Guard of ford 4321']);
    await page.close();
    await options.close();
  });

  test('comes out as a file that says the same and can be added again', async () => {
    const options = await openOptions(session.driven);
    await session.driven.saveDownloadsTo(folder);
    rmSync(join(folder, 'valley.json'));
    await clickNamed(options, 'Export: The valley');
    const exported = join(folder, 'valley.json');
    await until('the file to be there', async () => existsSync(exported) && statSync(exported).size > 0);
    const read = readPackFile(readFileSync(exported));
    const byId = (pack: PackFile) => pack.entities.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(read.ok && { ...read.pack, entities: byId(read.pack) }).toEqual({ ...valley, entities: byId(valley) });
    await choose(options, exported);
    await sayingInOptions(options, /“The valley” is in use: 21 names/);
    await options.close();
  });
});

function nameWindow(address: string): Promise<Page> {
  return until('the window for the name', () => pageAt(session.driven, address));
}

function noWindow(): Promise<true> {
  return until('the window to close', async () => ((await pageAt(session.driven, 'own-name.html')) ? null : true));
}

describe('a name of the reader’s own', () => {
  test('is added from a selection, underlined at once, told as the reader’s own, edited and removed', async () => {
    const { driven } = session;
    const page = await openStory('bridge.html', 'The bridge was rebuilt by Qalaat Holding, with the River Guard looking on.');
    await waitForPaint(page);
    await chooseInMenu(driven, page, 'add-name', ' Qalaat  Holding ');
    const form = await nameWindow('own-name.html');
    await form.waitForSelector('form');
    const values = await form.$$eval('.field', (fields) => fields.map((one) => (one as HTMLInputElement).value));
    expect(values).toEqual(['Qalaat Holding', '', 'person', '', 'The Valley Post', '2022-05-06', 'At the ford', expect.stringContaining('/bridge.html')]);
    await form.click('button[type="submit"]');
    await until('the empty line to be told', () => form.evaluate(() => document.querySelector('[role="alert"]')?.textContent?.includes('This is needed')));
    await form.type('textarea', 'Contractor named by the Post.');
    await form.select('select', 'organisation');
    await form.click('button[type="submit"]');
    await noWindow();

    await page.bringToFront();
    await until('the name to be underlined', async () => (await painted(page)).includes('Qalaat Holding'));
    const card = await readCard(driven, page, 'Qalaat Holding');
    expect(card).toContain('One of your own names');
    expect(card).toContain('Contractor named by the Post.');
    expect(card).toContain('The Valley Post');

    await press(driven, page, 'More');
    await press(driven, page, 'Edit');
    const again = await nameWindow('own-name.html?id=');
    await again.waitForSelector('form');
    await again.$eval('textarea', (area) => (area.value = ''));
    await again.type('textarea', 'Builder of bridges.');
    await again.click('button[type="submit"]');
    await noWindow();
    await page.bringToFront();
    await until('the card to say so', async () => {
      await page.mouse.move(2, 2);
      await new Promise((resolve) => setTimeout(resolve, 600));
      return (await readCard(driven, page, 'Qalaat Holding')).includes('Builder of bridges.');
    });

    const options = await openOptions(driven);
    await sayingInOptions(options, /Builder of bridges/);
    await clickNamed(options, 'Remove: Qalaat Holding');
    await page.bringToFront();
    await until('its underline to go', async () => !(await painted(page)).includes('Qalaat Holding'));
    await clickNamed(options, 'Undo');
    await page.bringToFront();
    await until('its underline to be back', async () => (await painted(page)).includes('Qalaat Holding'));
    await options.close();
    await page.close();
  });

  test('outlives the packs’ database, which heals itself from what is bundled', async () => {
    const { driven } = session;
    const options = await openOptions(driven);
    await driven.stopBackground();
    await options.evaluate(() => new Promise<void>((resolve) => Object.assign(indexedDB.deleteDatabase('packs'), { onsuccess: () => resolve() })));
    await options.close();
    const page = await openStory('bridge.html', 'The bridge at Idlib was rebuilt by Qalaat Holding of Hayat Tahrir al-Sham.');
    await until('both to be underlined', async () => {
      const texts = await painted(page);
      return texts.includes('Qalaat Holding') && texts.includes('Hayat Tahrir al-Sham');
    });
    await page.close();
  });
});
