import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { watchOurTasks } from '../support/our-tasks.ts';
import { painted, readCard, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { waitForModel } from '../support/tabs.ts';

const session = useSession();
let page: Page;

afterEach(() => page.close());

const head = (extra = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A page"}</script>${extra}</head>`;
const prose = '<p>Fighters of Hayat Tahrir al-Sham (HTS) left Idlib for Afrin, where the Syrian National Army waited for them behind the olive groves, and nobody in Aleppo could say why or for how long they would stay.</p>';

/** Opens `html` in `page`, which `prepare` has had before, and returns what is thrown there from then on, our own scripts' reports included. */
async function open(html: string, prepare: (fresh: Page) => Promise<void> = () => Promise.resolve()): Promise<string[]> {
  const { driven, server } = session;
  const thrown: string[] = [];
  page = await driven.browser.newPage();
  await prepare(page);
  page.on('pageerror', (error) => {
    // Firefox says of its own parser that it flattens what is too deep.
    if (!/document tree is too deep/.test(String(error))) thrown.push(String(error));
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('backgrounder')) thrown.push(message.text());
  });
  server.put('page.html', html);
  await page.goto(server.url('page.html'), { waitUntil: 'domcontentloaded' });
  await page.bringToFront();
  return thrown;
}

describe('bad pages neither throw nor hang', () => {
  test('one of 5 MB is read to its last name, which is painted once one gets there, a short task at a time', { timeout: 120_000 }, async () => {
    const paragraphs = Math.ceil(5_000_000 / prose.length);
    const html = `${head()}<body><article><h1>Long</h1>${prose.repeat(paragraphs)}<p>The last line names Atarib.</p></article></body></html>`;
    let longestTaskMs = (): Promise<number> => Promise.resolve(Infinity);
    const thrown = await open(html, async (fresh) => {
      if (session.driven.can.trace) longestTaskMs = await watchOurTasks(fresh);
    });
    expect(await until('the first names to be painted', async () => (await painted(page))[0], 60_000)).toBe('Hayat Tahrir al-Sham');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until('the last name to be painted', async () => (await painted(page)).at(-1) === 'Atarib', 30_000);
    if (session.driven.can.trace) expect(await longestTaskMs()).toBeLessThan(50);
    const { mentions } = await waitForModel(session.driven, page);
    expect(mentions.filter(({ entity, end, start }) => entity === 'hayat-tahrir-al-sham' && end - start > 'HTS'.length)).toHaveLength(paragraphs);
    expect(thrown).toEqual([]);
  });

  test('one without text shows nothing', async () => {
    const thrown = await open(`${head()}<body></body></html>`);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await painted(page)).toEqual([]);
    expect(thrown).toEqual([]);
  });

  test('one of broken markup is read as the browser reads it', async () => {
    const thrown = await open(`${head()}<body><article><h1>Broken <p><b>${prose}<table><div>${prose}</b></i></table><p>Aleppo <script>"</scr`);
    await waitForPaint(page);
    expect(await readCard(session.driven, page, 'Hayat Tahrir al-Sham')).toContain('Hayat Tahrir al-Sham');
    expect(thrown).toEqual([]);
  });

  test('one of 20,000 elements one within the other is read', async () => {
    const thrown = await open(`${head()}<body><article><h1>Deep</h1>${prose}${'<div>'.repeat(20_000)}${prose}`);
    await waitForPaint(page);
    expect(thrown).toEqual([]);
  });
});
