import { readdirSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Mention } from '../../lib/match/types.ts';
import type { Reply, RequestOf } from '../../lib/messages/schema.ts';
import { kinds, type Kind } from '../../lib/pack/schema.ts';
import { bundle } from './bundle.ts';
import { chromiumFlags, findChromium } from './chromium.mjs';
import type { MarkedBy, Measured } from './measured-reading.ts';
import { median, round, spread } from './numbers.ts';
import { htmlOf, inert, offline } from './saved-pages.ts';
import { startServer, type Server } from './server.ts';
import { readEvents, turnCategories, turnsOf, type TraceEvent, type Turn } from './trace.ts';

declare const measured: Measured;

/** How long the page is watched after it has been marked: paint, and whatever else follows. */
const settleMs = 250;

interface Cost {
  addedMs: number;
  longestMs: number;
  same: boolean;
  shifted: boolean;
  mentions: number;
}

/**
 * `cost [folder] [every]`: what reading and marking costs the main thread of saved pages, scripts inert, every n-th of them;
 * then marking against wrapping.
 */
export async function measurePages([folder = '../shared/pages', every = '1']: string[]): Promise<void> {
  const script = await bundle(new URL('measured-reading.ts', import.meta.url));
  const server = await startServer();
  const browser = await puppeteer.launch({ executablePath: findChromium(), pipe: true, protocolTimeout: 40_000, args: [...chromiumFlags, offline], defaultViewport: { width: 1200, height: 900 } });
  try {
    const files = readdirSync(`${folder}/html`).filter((file, index) => /\.html(\.gz)?$/.test(file) && index % Number(every) === 0);
    const costs: Cost[] = [];
    for (const file of files) {
      server.put('page.html', inert + htmlOf(`${folder}/html/${file}`));
      const cost = await costOf(browser, server, script);
      costs.push(cost);
      if (cost.longestMs > 16 || cost.addedMs > 25 || !cost.same || cost.shifted) console.log(JSON.stringify({ file, ...cost }));
    }
    console.log(JSON.stringify({ pages: costs.length, addedMs: spread(costs.map((cost) => cost.addedMs)), longestTaskMs: spread(costs.map((cost) => cost.longestMs)), changed: costs.filter((cost) => !cost.same).length, shifted: costs.filter((cost) => cost.shifted).length, mentions: spread(costs.map((cost) => cost.mentions)) }));
    console.log(JSON.stringify({ foundAndMarked: await compare(browser, server, script, false) }));
    console.log(JSON.stringify({ marked: await compare(browser, server, script, true) }));
  } finally {
    await browser.close();
    await server.close();
  }
}

async function openInert(browser: Browser, server: Server): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url('page.html'), { waitUntil: 'load', timeout: 20_000 });
  return page;
}

async function costOf(browser: Browser, server: Server, script: string): Promise<Cost> {
  const found = await rehearse(browser, server, script);
  const page = await openInert(browser, server);
  try {
    await page.evaluate(script);
    await page.evaluate((reply) => void Object.assign(globalThis, { reply }), JSON.stringify({ ok: true, value: { mentions: found, memory: { version: 1 } } }));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const events = await traced(page, () =>
      page.evaluate(async () => {
        // A turn of its own: the driver's call is no work of ours.
        await new Promise((resolve) => setTimeout(resolve));
        performance.mark('bk-load');
        await measured.start(
          // Like a message to the background: written, sent, read.
          async (request) => {
            JSON.stringify(request);
            await new Promise((resolve) => setTimeout(resolve, 3));
            return request.part < request.parts - 1 ? { ok: true, value: null } : (JSON.parse((globalThis as unknown as { reply: string }).reply) as Reply<'scan'>);
          },
          { density: 'all' },
        );
        performance.mark('bk-done');
      }),
    );
    const after = await page.evaluate(() => document.documentElement.outerHTML);
    const { addedMs, longestMs, shifted } = readTrace(events);
    return { addedMs, longestMs, shifted, same: before === after, mentions: found.length };
  } finally {
    await page.close();
  }
}

/** What the background would find on the page. Asked beforehand in a page of its own: the driver delivers answers at ten times the cost of a message. */
async function rehearse(browser: Browser, server: Server, script: string): Promise<Mention[]> {
  const page = await openInert(browser, server);
  try {
    let text = '';
    await page.exposeFunction('scanOutside', (request: RequestOf<'scan'>): Reply<'scan'> => {
      text += request.text;
      return { ok: true, value: request.part < request.parts - 1 ? null : { mentions: [], memory: { version: 1 } } };
    });
    await page.evaluate(script);
    await page.evaluate(() => measured.start((globalThis as unknown as { scanOutside: Parameters<Measured['start']>[0] }).scanOutside, {}));
    return commonWords(text);
  } finally {
    await page.close();
  }
}

/** CPU time in main-thread tasks from the reading's beginning on, less what the page spends by itself in as long a time. */
function readTrace(events: readonly TraceEvent[]): Pick<Cost, 'addedMs' | 'longestMs' | 'shifted'> & { paintMs: number } {
  const load = events.find((event) => event.name === 'bk-load');
  const done = events.find((event) => event.name === 'bk-done');
  if (!load || !done) throw new Error('the reading left no marks in the trace');
  const turns = turnsOf(events, load);
  const from = load.ts - 1;
  const to = done.ts + settleMs * 1000;
  const within = (start: number, end: number): Turn[] => turns.filter((turn) => turn.endTs >= start && turn.ts < end);
  const spentMs = (some: Turn[]): number => some.reduce((sum, { cpuUs }) => sum + cpuUs, 0) / 1000;
  const idleFrom = turns[0]?.ts ?? from;
  // The turn in which reading begins is ours from its beginning on.
  const idleMs = (spentMs(turns.filter(({ endTs }) => endTs < from)) / Math.max(1, from - idleFrom)) * (to - from);
  const ours = within(from, to);
  return {
    addedMs: round(spentMs(ours) - idleMs),
    longestMs: round(Math.max(...ours.map(({ cpuUs }) => cpuUs)) / 1000),
    paintMs: paintMsOf(events.filter(({ pid, tid, ts }) => pid === load.pid && tid === load.tid && ts >= from && ts < to)),
    shifted: events.some((event) => event.name === 'LayoutShift' && event.ts >= from && event.ts < to),
  };
}

/** CPU time that one thread paints. One part of painting may be recorded within another. */
function paintMsOf(events: readonly TraceEvent[]): number {
  let sumUs = 0;
  let end = 0;
  for (const { ts, dur = 0, tdur = 0 } of events.filter(({ name }) => /^(?:PrePaint|Paint|Layerize|Commit)$/.test(name)).sort((a, b) => a.ts - b.ts)) {
    if (ts < end) continue;
    sumUs += tdur;
    end = ts + dur;
  }
  return sumUs / 1000;
}

/** Every twentieth word, as a mention: as many as 50 a kilobyte never were, at most 500; of all kinds, each being painted by a highlight of its own. */
function commonWords(text: string): Mention[] {
  return [...text.matchAll(/[\p{L}\p{N}]{4,}/gu)]
    .filter((_, index) => index % 20 === 0)
    .slice(0, 500)
    .map((match, at): Mention => ({ pack: 'test', entity: match[0].toLowerCase().replace(/[^a-z0-9]/g, 'x'), start: match.index, end: match.index + match[0].length, sure: 'one', why: { code: 'name', detail: null }, salience: 'specific', kind: kinds[at % kinds.length] as Kind }));
}

/** 500 mentions in 250 paragraphs, marked our way and by mark.js until they are on screen, each time in a fresh page; the median of nine. `unpainted`: without painting, which both need. */
async function compare(browser: Browser, server: Server, script: string, known: boolean): Promise<object> {
  server.put('page.html', `${inert}<article>${'<p>It was in <b>Idlib</b> that the paragraph began, went on for a while with <i>this</i> and that, and ended in Idlib again.</p>'.repeat(250)}</article>`);
  const runs: Record<MarkedBy, { all: number[]; unpainted: number[] }> = { highlights: { all: [], unpainted: [] }, wrapping: { all: [], unpainted: [] } };
  const mentions = new Set<number>();
  for (let run = 0; run < 9; run += 1)
    for (const how of ['highlights', 'wrapping'] as const) {
      const page = await openInert(browser, server);
      await page.evaluate(script);
      const events = await traced(page, async () => mentions.add(await page.evaluate((how, known) => measured.mark(how, 'Idlib', known), how, known)));
      const { addedMs, paintMs } = readTrace(events);
      runs[how].all.push(addedMs);
      runs[how].unpainted.push(addedMs - paintMs);
      await page.close();
    }
  const told = (part: 'all' | 'unpainted') => {
    const [highlightMs, wrapMs] = [median(runs.highlights[part]), median(runs.wrapping[part])];
    return { highlightMs: round(highlightMs), wrapMs: round(wrapMs), ratio: round(wrapMs / highlightMs) };
  };
  return { mentions: [...mentions], ...told('all'), unpainted: told('unpainted') };
}

/** Trace of what `work` does to the page, and of as much rest before and after it. */
async function traced(page: Page, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  // Our own copies of the page must not be collected on its time.
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await pause(200);
  await page.tracing.start({ categories: [...turnCategories, 'blink.user_timing', 'devtools.timeline', 'loading', 'v8'] });
  await pause(settleMs);
  await work();
  await pause(settleMs);
  return readEvents(await page.tracing.stop());
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
