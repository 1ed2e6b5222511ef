import { readdirSync } from 'node:fs';
import type { Browser, CDPSession } from 'puppeteer-core';
import { launchChromium } from './browser.ts';
import { buildExtension } from './build.ts';
import { htmlOf, inert, offline } from './saved-pages.ts';
import { startServer } from './server.ts';
import { haveSettings } from './tabs.ts';

/** A fifth of the whole; each fifth reads the same pages in the same order. */
interface Lap {
  tabMb: number;
  nodes: number;
  listeners: number;
  documents: number;
  workerMb: number;
}

/** How long each page is read. */
const readMs = 500;

/**
 * `memory [folder] [navigations]`: reads saved pages one after the other in one tab, five times the same, and prints for each
 * fifth what tab and worker hold on average after each page, once all garbage is collected.
 */
export async function measureMemory([folder = '../shared/pages', navigations = '500']: string[]): Promise<void> {
  const files = readdirSync(`${folder}/html`).filter((file) => /\.html(\.gz)?$/.test(file)).slice(0, Math.ceil(Number(navigations) / 5));
  const server = await startServer();
  const driven = await launchChromium({ extension: buildExtension('chromium', true), args: [offline] });
  try {
    await haveSettings(driven, { sites: { '127.0.0.1': { news: 'always' } }, density: 'all' });
    const page = await driven.open(server.url('sample-article.html'));
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    const laps: Lap[] = [];
    for (let lap = 0; lap < 5; lap += 1) {
      const seen: Lap[] = [];
      for (const file of files) {
        server.put('page.html', inert + htmlOf(`${folder}/html/${file}`));
        await page.goto(server.url(`page.html?${file}`), { waitUntil: 'load', timeout: 30_000 });
        await new Promise((resolve) => setTimeout(resolve, readMs));
        seen.push({ ...(await tabHolds(session)), workerMb: await workerHolds(driven.browser) });
      }
      const mean = (of: keyof Lap): number => Math.round((10 * seen.reduce((sum, one) => sum + one[of], 0)) / seen.length) / 10;
      laps.push({ tabMb: mean('tabMb'), nodes: mean('nodes'), listeners: mean('listeners'), documents: mean('documents'), workerMb: mean('workerMb') });
      console.log(JSON.stringify({ navigations: (lap + 1) * files.length, ...laps.at(-1) }));
    }
    const [, second, , , last] = laps as [Lap, Lap, Lap, Lap, Lap];
    const change = (of: keyof Lap): number => Math.round(1_000 * (last[of] / second[of] - 1)) / 10;
    console.log(JSON.stringify({ lastAgainstSecondPercent: { tab: change('tabMb'), nodes: change('nodes'), listeners: change('listeners'), documents: change('documents'), worker: change('workerMb') } }));
  } finally {
    await driven.close();
    await server.close();
  }
}

async function tabHolds(session: CDPSession): Promise<Omit<Lap, 'workerMb'>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return { tabMb: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes'), listeners: value('JSEventListeners'), documents: value('Documents') };
}

/** Megabytes of the extension's worker, which is running: it has just scanned a page. */
async function workerHolds(browser: Browser): Promise<number> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('the worker cannot be reached');
  await worker.client.send('HeapProfiler.enable');
  await worker.client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.client.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}
