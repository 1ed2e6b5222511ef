import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Entity, PackFile } from '../../lib/pack/schema.ts';
import { buildPacks } from '../../packs/build.ts';
import { launchChromium } from './browser.ts';
import { buildExtension } from './build.ts';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { round, spread } from './numbers.ts';
import { watchOurTasks } from './our-tasks.ts';
import { makeEntity, manifest, source } from './pack.ts';
import { painted, until } from './reader.ts';
import { htmlOf, inert, offline } from './saved-pages.ts';
import { startServer } from './server.ts';
import { haveSettings } from './tabs.ts';

/** How long names may take to be underlined, and how long a page is left to itself after that. */
const paintMs = 1_500;
const settleMs = 300;
/** A page that takes longer with all of this is given up. */
const pageMs = 60_000;
/** Shifts nobody sees, and how often a page that shifted more with us is looked at again: how it shifts by itself depends on how it happens to load. */
const shiftNoise = 0.001;
const looksAgain = 4;
/** A task of ours so long is worth a line. */
const limitMs = 16;

interface Left {
  /** Hash of `outerHTML`. */
  html: string;
  errors: string[];
  shift: number;
}

/**
 * `sweep [folder] [every]`: opens every n-th saved page of `folder`/html side by side in a browser without and in one with the
 * built extension, whose pack is made of names from those very pages, and prints what differs: markup, errors on the console,
 * layout shifts; and the CPU time of the longest task in which a script of ours ran.
 */
export async function sweepPages([folder = '../shared/pages', every = '1']: string[]): Promise<void> {
  const files = readdirSync(`${folder}/html`).filter((file, index) => /\.html(\.gz)?$/.test(file) && index % Number(every) === 0);
  const extension = extensionKnowing(files.flatMap((file) => namesIn(htmlOf(`${folder}/html/${file}`))));
  const server = await startServer();
  const plain = await puppeteer.launch({ executablePath: findChromium(), pipe: true, args: [...chromiumFlags, offline], defaultViewport: { width: 1200, height: 900 } });
  const driven = await launchChromium({ extension, args: [offline] });
  await haveSettings(driven, { sites: { '127.0.0.1': { news: 'always' } }, density: 'all' });
  const longest: number[] = [];
  const counts = { pages: 0, failed: 0, annotated: 0, changed: 0, moreErrors: 0, moreShift: 0 };
  try {
    for (const [at, file] of files.entries()) {
      counts.pages += 1;
      const path = `page-${at}.html`;
      server.put(path, inert + htmlOf(`${folder}/html/${file}`));
      try {
        const both = () => inTime(Promise.all([leave(plain, server.url(path)), leaveWithUs(driven.browser, server.url(path))]));
        const [before, { marks, longestMs, ...after }] = await both();
        longest.push(longestMs);
        const errors = after.errors.filter((error) => !before.errors.includes(error));
        const faults = { changed: before.html !== after.html, moreErrors: errors.length > 0, moreShift: after.shift > before.shift + shiftNoise && (await shiftsAgain(both, before.shift)) };
        if (marks > 0) counts.annotated += 1;
        for (const [name, is] of Object.entries(faults)) if (is) counts[name as keyof typeof faults] += 1;
        if (marks === 0 || longestMs > limitMs || Object.values(faults).includes(true)) console.log(JSON.stringify({ file, marks, longestMs, ...faults, errors: errors.slice(0, 3) }));
      } catch (error) {
        counts.failed += 1;
        console.log(JSON.stringify({ file, failed: String(error) }));
      }
      server.put(path, '');
    }
    console.log(JSON.stringify({ ...counts, longestTaskMs: spread(longest) }));
  } finally {
    await driven.close();
    await plain.close();
    await server.close();
    rmSync(extension, { recursive: true });
  }
}

/** Whether a page goes on shifting more with us than it ever did without. */
async function shiftsAgain(both: () => Promise<[Left, Left]>, most: number): Promise<boolean> {
  for (let look = 0; look < looksAgain; look += 1) {
    const [before, after] = await both();
    most = Math.max(most, before.shift);
    if (after.shift <= most + shiftNoise) return false;
  }
  return true;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = pause(pageMs, null, { signal: ended.signal }).then(() => Promise.reject(new Error(`not done within ${pageMs} ms`)));
  return Promise.race([work, late]).finally(() => ended.abort());
}

/** The words a page has most of among those written like names, or among all where its script has no capitals. */
function namesIn(html: string): string[] {
  const text = html.replace(/<(script|style|noscript|svg)\b[\s\S]*?<\/\1>|<[^>]+>/gi, ' ');
  const words = text.match(/\p{Lu}\p{Ll}{4,}|[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Devanagari}]{3,12}/gu) ?? [];
  const counts = [...Map.groupBy(words, (word) => word)].sort((a, b) => b[1].length - a[1].length);
  return counts.slice(0, 8).map(([word]) => word);
}

/** A copy of the built extension with one pack, in which each name is an entity. The caller removes the folder. */
function extensionKnowing(names: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  cpSync(buildExtension('chromium', true), copy, { recursive: true });
  const entities = [...new Set(names)].map((name, at): Entity => makeEntity({ id: `name-${at}`, type: 'place', name, aliases: [{ text: name, lang: 'en', kind: 'name' }] }));
  const pack: PackFile = { format: 1, manifest, entities, sources: { 'post/a': source } };
  buildPacks([pack], `${copy}/packs/`);
  return copy;
}

/** Opens an address with us, waits for names to be underlined, and says how many were and how the page was left. */
async function leaveWithUs(browser: Browser, url: string): Promise<Left & { marks: number; longestMs: number }> {
  let marks = 0;
  let longestMs = NaN;
  let watched = (): Promise<number> => Promise.resolve(NaN);
  const left = await leave(browser, url, {
    opened: async (page) => {
      watched = await watchOurTasks(page);
    },
    loaded: async (page) => {
      marks = await until('names', async () => (await painted(page)).length || null, paintMs).catch(() => 0);
      await pause(settleMs);
      longestMs = round(await watched());
    },
  });
  return { ...left, marks, longestMs };
}

/** Opens an address, leaves it to itself for a while, and says how it was left. */
async function leave(browser: Browser, url: string, { opened, loaded }: { opened?(page: Page): Promise<void>; loaded?(page: Page): Promise<void> } = {}): Promise<Left> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  try {
    await page.evaluateOnNewDocument(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await opened?.(page);
    await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
    await page.bringToFront();
    await loaded?.(page);
    await pause(settleMs);
    const { html, shift } = await page.evaluate(() => ({ html: document.documentElement.outerHTML, shift: (window as unknown as { shift: number }).shift }));
    return { html: createHash('sha256').update(html).digest('hex'), errors, shift };
  } finally {
    // A page that hangs does so when it is closed, too.
    void page.close().catch(() => undefined);
  }
}
