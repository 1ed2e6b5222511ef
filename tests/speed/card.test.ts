import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import { hover, until, waitForCard, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { haveSettings } from '../support/tabs.ts';

const session = useSession();
let page: Page;

beforeEach(async () => {
  await haveSettings(session.driven, { ...defaultSettings, dwellMs: 200 });
  page = await session.driven.open(session.server.url('sample-article.html'));
  await waitForPaint(page);
});
afterEach(() => page.close());

describe('from the end of the dwell to the first paint', () => {
  const dwellMs = 200;

  /**
   * Frames the page drew from the end of the dwell up to the one that shows the card, opening by opening, each after `before`.
   * The dwell has ended when a bare timer of the page's own, set for that moment, fires: a busy machine is late with both.
   */
  async function openings(count: number, before: () => Promise<void>): Promise<number[]> {
    await page.evaluate((dwellMs) => {
      const counts: number[] = [];
      let ended = Infinity;
      let drawn = 0;
      let isThere = false;
      let timer = 0;
      addEventListener(
        'pointermove',
        ({ timeStamp }) => {
          clearTimeout(timer);
          [ended, drawn] = [Infinity, 0];
          timer = window.setTimeout(() => (ended = performance.now()), timeStamp + dwellMs - performance.now());
        },
        { capture: true },
      );
      const draw = (now: number) => {
        if (now > ended) drawn += 1;
        if (isThere) {
          counts.push(Math.max(1, drawn));
          isThere = false;
        }
        requestAnimationFrame(draw);
      };
      requestAnimationFrame(draw);
      new MutationObserver((records) => {
        isThere ||= records.some(({ addedNodes }) => [...addedNodes].some((node) => (node as Element).localName === 'backgrounder-host'));
      }).observe(document.documentElement, { childList: true });
      Object.assign(window, { counts });
    }, dwellMs);
    const spots = await page.evaluate(async () => {
      scrollTo(0, 0);
      // The scroll event comes with the next frame, and would take the rest of a pointer that has arrived before it.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const ranges = [...CSS.highlights].filter(([name]) => name.startsWith('bk-')).flatMap(([, highlight]) => [...highlight] as Range[]);
      return ranges
        .map((range) => range.getClientRects()[0]!)
        .filter(({ top, bottom }) => top > 60 && bottom < innerHeight - 60)
        .slice(0, 6)
        .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }));
    });
    const done = () => page.evaluate(() => (window as unknown as { counts: number[] }).counts);
    for (let opened = 0; opened < count; opened += 1) {
      const { x, y } = spots[opened % spots.length]!;
      await before();
      await page.mouse.move(x, y);
      await until(`opening ${opened}`, async () => (await done()).length > opened || null);
      await page.keyboard.press('Escape');
      await page.mouse.move(3, 3);
    }
    return done();
  }

  /** Ends our worker where it runs, and does not wake one to end it. */
  async function workerEnder(): Promise<() => Promise<void>> {
    const own = await session.driven.openOwn('manifest.json');
    const devtools = await own.createCDPSession();
    await devtools.send('ServiceWorker.enable');
    await page.bringToFront();
    return () => devtools.send('ServiceWorker.stopAllWorkers');
  }

  test.for([
    { worker: 'alive', ender: () => Promise.resolve(() => Promise.resolve()) },
    { worker: 'ended before each', ender: workerEnder },
  ])('are two frames at most for 95 in 100 openings, the worker $worker', { timeout: 300_000 }, async ({ worker, ender }) => {
    const before = await ender();
    await hover(page, 'Atarib');
    await waitForCard(session.driven, page);
    await page.keyboard.press('Escape');
    await page.mouse.move(3, 3);
    const frames = (await openings(200, before)).toSorted((a, b) => a - b);
    console.log(`frames from dwell end to paint, worker ${worker}: median ${frames[100]}, p95 ${frames[190]}, most ${frames.at(-1)}`);
    expect(frames[190]).toBeLessThanOrEqual(2);
  });
});
