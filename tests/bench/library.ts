import type { Page } from 'puppeteer-core';
import type { Clipping } from '../../lib/clip/schema.ts';
import { buildExtension } from '../support/build.ts';
import { launchChromium } from '../support/browser.ts';
import { aClipping } from '../support/clipping.ts';

/** `npm run bench:library [-- COUNT…]`: the library page of the built extension with that many generated clippings. One JSON object a line, in ms. */
const counts = process.argv.slice(2).map(Number);
const extension = buildExtension('chromium', true);
for (const count of counts.length > 0 ? counts : [1_000, 10_000, 100_000]) await measure(count);

async function measure(count: number): Promise<void> {
  const driven = await launchChromium({ extension });
  try {
    const first = await driven.openOwn('library.html');
    await first.waitForSelector('[aria-busy="false"]');
    await first.evaluate(seed, aClipping(), count);
    await first.close();
    const rowsBy: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const library = await driven.openOwn('library.html');
      await library.waitForSelector('article');
      rowsBy.push(await library.evaluate(() => performance.now()));
      if (run === 4) report(count, rowsBy, await library.evaluate(search), await firstPaint(library));
      await library.close();
    }
  } finally {
    await driven.close();
  }
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
}

function report(count: number, rowsBy: number[], keystrokes: number[], firstPaintMs: number): void {
  const share = (values: number[], part: number) => Math.round(values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? NaN);
  const line = { clippings: count, firstPaint: Math.round(firstPaintMs), rowsMedian: share(rowsBy, 0.5), keystrokeP50: share(keystrokes, 0.5), keystrokeP95: share(keystrokes, 0.95), keystrokeMax: share(keystrokes, 1) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Runs in the library page: writes clippings past the store, in bulk. */
async function seed(sample: Clipping, count: number): Promise<void> {
  const words = 'Idlib Afrin convoy ministers talks Russia Turkey Sochi memorandum group fighters border crossing statement Tuesday reported sources agreement zone army militia commander council province governor village displaced camp aid corridor ceasefire shelling drone'.split(' ');
  let state = 7;
  const random = (below: number) => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) % below;
  const text = (length: number) => Array.from({ length }, () => words[random(words.length)]).join(' ');
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('clippings');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (let from = 0; from < count; from += 2_000) {
    const transaction = db.transaction('clippings', 'readwrite');
    for (let at = from; at < Math.min(count, from + 2_000); at += 1) {
      const day = `${2011 + random(15)}-0${1 + random(9)}-1${random(9)}`;
      const clipping: Clipping = {
        ...sample,
        id: `3f0c6a52-6d0e-4b7e-9f1e-${at.toString(16).padStart(12, '0')}`,
        selector: { ...sample.selector, exact: text(40), prefix: text(12), suffix: text(12) },
        page: { ...sample.page, title: text(8), published: day, site: `Outlet ${at % 37}`, url: `https://s${at % 37}.example/a/${at % 3_000}` },
        note: at % 5 === 0 ? text(15) : '',
        tags: [text(1)],
        entities: [{ pack: 'syria', entity: `e${at % 116}`, name: `Entity ${at % 116}`, type: 'armed-group', summary: text(20) }],
        capturedAt: `${day}T10:00:00.000Z`,
      };
      transaction.objectStore('clippings').put(clipping);
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
  }
  db.close();
}

/** Runs in the library page: types queries letter by letter and times each until it is on the screen. */
async function search(): Promise<number[]> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  const times: number[] = [];
  for (const query of ['idlib', 'memorandum', 'sochi convoy', 'agreement zone army', 'entity 7', 'zzz']) {
    for (let length = 1; length <= query.length; length += 1) {
      if (!box) continue;
      box.value = query.slice(0, length);
      const start = performance.now();
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - start);
    }
  }
  return times;
}
