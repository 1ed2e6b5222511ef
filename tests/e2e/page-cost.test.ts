import { expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { sufferHostilePage } from '../support/measure-hostile.ts';
import { cardText, painted, readCard, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { haveSettings } from '../support/tabs.ts';

const session = useSession();

test('no task of ours takes over 50 ms on a page of 50,000 nodes that changes a thousand times a second', { timeout: 120_000 }, async () => {
  await haveSettings(session.driven, { density: 'all' });
  const { nodes, changes, underlined, longestOfOursMs } = await sufferHostilePage(session.driven, session.server, 6);
  expect(nodes).toBeGreaterThan(50_000);
  expect(changes).toBeGreaterThan(5_000);
  expect(underlined).toBeGreaterThan(0);
  expect(longestOfOursMs).toBeLessThan(50);
});

test('one article read upon another in one tab leaves nothing behind', { timeout: 120_000 }, async () => {
  const { driven, server } = session;
  await haveSettings(driven, {});
  const page = await driven.open(server.url('sample-archive.html'));
  const lap = async (): Promise<void> => {
    for (const path of ['sample-article.html', 'sample-archive.html', 'sample-article.html', 'sample-archive.html', 'sample-article.html']) {
      await page.goto(server.url(path));
      await waitForPaint(page);
      await openAndClose(page);
    }
  };
  // The browser keeps some pages for going back.
  await lap();
  await lap();
  const before = await holds(page);
  for (let n = 0; n < 4; n += 1) await lap();
  await holdsNoMoreThan(page, before);
  await page.close();
});

test('being turned off and on again leaves nothing behind in a page', { timeout: 120_000 }, async () => {
  const { driven, server } = session;
  await haveSettings(driven, {});
  const page = await driven.open(server.url('sample-article.html'));
  const round = async (): Promise<void> => {
    await haveSettings(driven, { everywhere: true });
    await waitForPaint(page);
    await openAndClose(page);
    await haveSettings(driven, { everywhere: false });
    await until('the underlines to go', async () => (await painted(page)).length === 0);
  };
  await round();
  const before = await holds(page);
  for (let n = 0; n < 10; n += 1) await round();
  await holdsNoMoreThan(page, before);
  await page.close();
});

/** Rests on a name until its card is there. */
async function openAndClose(page: Page): Promise<void> {
  await readCard(session.driven, page, 'Erdogan');
  await page.keyboard.press('Escape');
  await until('the card to close', async () => (await cardText(session.driven, page)) === null);
}

interface Held {
  documents: number;
  nodes: number;
  jsEventListeners: number;
}

/** What the page's process holds once all garbage is collected. */
async function holds(page: Page): Promise<Held> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  await cdp.detach();
  return { documents, nodes, jsEventListeners };
}

/** Some garbage is only seen to be garbage a moment later. */
async function holdsNoMoreThan(page: Page, before: Held): Promise<void> {
  let now = before;
  await until('garbage to be collected', async () => {
    now = await holds(page);
    return (['documents', 'nodes', 'jsEventListeners'] as const).every((of) => now[of] <= before[of]);
  }, 5_000).catch(() => expect(now).toEqual(before));
}
