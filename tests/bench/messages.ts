import { readdirSync, readFileSync } from 'node:fs';
import { limits } from '../../lib/limits.ts';
import { entitySchema } from '../../lib/pack/schema.ts';
import { launchChromium, type Chrome } from '../support/browser.ts';
import { buildExtension } from '../support/build.ts';
import { median, round } from '../support/numbers.ts';
import { makeProse } from './texts.ts';

/**
 * `npm run bench:messages`: what it costs to send the background the longest part of a text and have its mentions, beside
 * a message that asks for nothing; and what reading the index from the database costs. Chromium, the built extension,
 * asked from one of its own pages. One JSON object, in ms.
 */
declare const chrome: Chrome;

const rounds = 40;
const folder = new URL('../../packs/syria/entities/', import.meta.url);
const names = readdirSync(folder).map((file) => entitySchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).name);
const text = makeProse(limits.scanPartUtf16, names, ['latin'], 2).slice(0, limits.scanPartUtf16);

const driven = await launchChromium({ extension: buildExtension('chromium', true) });
try {
  const page = await driven.openOwn('library.html');
  const { empty, scan, mentions } = await page.evaluate(timeMessages, text, rounds);
  const read = await page.evaluate(timeRead, rounds);
  const [emptyP50, scanP50] = [median(empty), median(scan)];
  console.log(JSON.stringify({ units: text.length, mentions, emptyP50: round(emptyP50), scanP50: round(scanP50), moreP50: round(scanP50 - emptyP50), readP50: round(median(read.times)), indexBytes: read.bytes }));
} finally {
  await driven.close();
}

/** Runs in the page. The two kinds take turns, so that whatever else the machine does falls on both. */
async function timeMessages(text: string, rounds: number): Promise<{ empty: number[]; scan: number[]; mentions: number }> {
  const timed = async (request: object): Promise<[number, { ok: boolean; value?: { mentions?: unknown[] } }]> => {
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage(request);
    if (!reply?.ok) throw new Error(JSON.stringify(reply));
    return [performance.now() - start, reply];
  };
  const empty: number[] = [];
  const scan: number[] = [];
  let mentions = 0;
  for (let turn = -20; turn < rounds; turn++) {
    const [emptyMs] = await timed({ type: 'clipped-counts', entities: [] });
    const page = { title: '', lang: 'en', day: null, site: null };
    const [scanMs, reply] = await timed({ type: 'scan', scan: crypto.randomUUID(), part: 0, parts: 1, text, page, memory: null });
    mentions = reply.value?.mentions?.length ?? 0;
    // The first turns wake the worker and warm its code.
    if (turn < 0) continue;
    empty.push(emptyMs);
    scan.push(scanMs);
  }
  return { empty, scan, mentions };
}

/** Runs in the page: the row with the index, rules included, as the worker reads it when it starts. */
async function timeRead(rounds: number): Promise<{ times: number[]; bytes: number }> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('read failed'));
    });
  const db = await settled(indexedDB.open('packs'));
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < rounds; turn++) {
    const start = performance.now();
    const rows = (await settled(db.transaction('matchers').objectStore('matchers').getAll())) as { index: ArrayBuffer }[];
    times.push(performance.now() - start);
    bytes = rows.reduce((sum, { index }) => sum + index.byteLength, 0);
  }
  db.close();
  return { times, bytes };
}
