import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Entity, PackFile } from '../../lib/pack/schema.ts';
import { buildPacks } from '../../packs/build.ts';
import { launchChromium } from './browser.ts';
import { buildGranted } from './build.ts';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { spread } from './numbers.ts';
import { watchOurTasks } from './our-tasks.ts';
import { makeEntity, manifest, source } from './pack.ts';
import { painted } from './reader.ts';
import { htmlOf, inert, offline } from './saved-pages.ts';
import { startServer } from './server.ts';
import { haveSettings } from './tabs.ts';

/** How long a page is left to itself, with us and without. */
const settleMs = 1_500;

interface Left {
  /** Hash of `outerHTML`. */
  html: string;
  errors: string[];
  shift: number;
}

/**
 * `sweep [folder] [every]`: opens every n-th saved page of `folder`/html in a browser without and in one with the built
 * extension, whose pack is made of names from those very pages, and prints what differs: markup, errors on the console,
 * layout shifts; and the CPU time of the longest task in which a script of ours ran.
 */
export async function sweepPages([folder = '../shared/pages', every = '1']: string[]): Promise<void> {
  const files = readdirSync(`${folder}/html`).filter((file, index) => /\.html(\.gz)?$/.test(file) && index % Number(every) === 0);
  const pages = files.map((file) => ({ file, html: htmlOf(`${folder}/html/${file}`) }));
  const extension = extensionKnowing(pages.flatMap(({ html }) => namesIn(html)));
  const server = await startServer();
  const plain = await puppeteer.launch({ executablePath: findChromium(), pipe: true, args: [...chromiumFlags, offline], defaultViewport: { width: 1200, height: 900 } });
  const driven = await launchChromium({ extension, args: [offline] });
  await haveSettings(driven, { sites: { '127.0.0.1': { news: 'always' } }, density: 'all' });
  const longest: number[] = [];
  const counts = { pages: 0, annotated: 0, changed: 0, moreErrors: 0, moreShift: 0 };
  try {
    for (const { file, html } of pages) {
      server.put('page.html', inert + html);
      const before = await leave(plain, server.url('page.html'));
      let marks = 0;
      const after = await leave(driven.browser, server.url('page.html'), async (page) => {
        marks = (await painted(page)).length;
      }, longest);
      const errors = after.errors.filter((error) => !before.errors.includes(error));
      const faults = { changed: before.html !== after.html, moreErrors: errors.length > 0, moreShift: after.shift > before.shift + 0.001 };
      counts.pages += 1;
      if (marks > 0) counts.annotated += 1;
      for (const [name, is] of Object.entries(faults)) if (is) counts[name as keyof typeof faults] += 1;
      if (marks === 0 || Object.values(faults).includes(true)) console.log(JSON.stringify({ file, marks, ...faults, errors: errors.slice(0, 3) }));
    }
    console.log(JSON.stringify({ ...counts, longestTaskMs: spread(longest) }));
  } finally {
    await driven.close();
    await plain.close();
    await server.close();
    rmSync(extension, { recursive: true });
  }
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
  cpSync(buildGranted('chromium'), copy, { recursive: true });
  const entities = [...new Set(names)].map((name, at): Entity => makeEntity({ id: `name-${at}`, type: 'place', name, aliases: [{ text: name, lang: 'en', kind: 'name' }] }));
  const pack: PackFile = { format: 1, manifest, entities, sources: { 'post/a': source } };
  buildPacks([pack], `${copy}/packs/`);
  return copy;
}

/** Opens an address, leaves it to itself for a while, and says how it was left. */
async function leave(browser: Browser, url: string, look?: (page: Page) => Promise<void>, longest?: number[]): Promise<Left> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const longestMs = longest && (await watchOurTasks(page));
  try {
    await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (longest && longestMs) longest.push(await longestMs());
    await look?.(page);
    const { html, shift } = await page.evaluate(() => ({ html: document.documentElement.outerHTML, shift: (window as unknown as { shift: number }).shift }));
    return { html: createHash('sha256').update(html).digest('hex'), errors, shift };
  } finally {
    await page.close();
  }
}
