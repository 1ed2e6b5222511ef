import { describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { painted, readCard, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { waitForModel } from '../support/tabs.ts';

const session = useSession();

const head = (extra = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta property="og:type" content="article">${extra}</head>`;
const prose = '<p>Fighters of Hayat Tahrir al-Sham (HTS) left Idlib for Afrin, where the Syrian National Army waited for them behind the olive groves, and nobody in Aleppo could say why or for how long they would stay.</p>';

/** Opens `html` and returns the page with everything that was thrown in it, our own scripts' reports included. */
async function open(html: string): Promise<{ page: Page; thrown: string[] }> {
  const { driven, server } = session;
  const thrown: string[] = [];
  const page = await driven.browser.newPage();
  page.on('pageerror', (error) => thrown.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('backgrounder')) thrown.push(message.text());
  });
  server.put('page.html', html);
  await page.goto(server.url('page.html'), { waitUntil: 'domcontentloaded' });
  await page.bringToFront();
  return { page, thrown };
}

describe('bad pages neither throw nor hang', () => {
  test('one of 5 MB is painted to its last name, and answers all the while', { timeout: 120_000 }, async () => {
    const paragraphs = Math.ceil(5_000_000 / prose.length);
    const { page, thrown } = await open(`${head()}<body><article><h1>Long</h1>${prose.repeat(paragraphs)}<p>The last line names Atarib.</p></article></body></html>`);
    const stop = heartbeat(page);
    const { mentions } = await waitForModel(session.driven, page);
    expect(mentions.at(-1)?.entity).toBe('atarib');
    expect(await stop()).toBeLessThan(1_000);
    expect((await painted(page)).length).toBeGreaterThan(paragraphs);
    expect(thrown).toEqual([]);
    await page.close();
  });

  test('one without text shows nothing', async () => {
    const { page, thrown } = await open(`${head()}<body></body></html>`);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await painted(page)).toEqual([]);
    expect(thrown).toEqual([]);
    await page.close();
  });

  test('one of broken markup is read as the browser reads it', async () => {
    const { page, thrown } = await open(`${head()}<body><article><h1>Broken <p><b>${prose}<table><div>${prose}</b></i></table><p>Aleppo <script>"</scr`);
    await waitForPaint(page);
    expect(await readCard(session.driven, page, 'Hayat Tahrir al-Sham')).toContain('Hayat Tahrir al-Sham');
    expect(thrown).toEqual([]);
    await page.close();
  });

  test('one of 20,000 elements one within the other is read', async () => {
    const { page, thrown } = await open(`${head()}<body><article><h1>Deep</h1>${prose}${'<div>'.repeat(20_000)}${prose}`);
    await waitForPaint(page);
    expect(thrown).toEqual([]);
    await page.close();
  });

  test.each([
    ['no date', ''],
    ['a date in the year 9999', '<meta property="article:published_time" content="9999-12-31T23:59:59Z">'],
    ['a date that is none', '<meta property="article:published_time" content="NaN"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":{"@value":[null]}}</script>'],
    ['a broken description of itself', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-</script>'],
  ])('one with %s says that the date is unknown instead of guessing', async (_, extra) => {
    const { page, thrown } = await open(`${head(extra)}<body><article><h1>Undated</h1>${prose.repeat(4)}</article></body></html>`);
    await waitForPaint(page);
    const card = await readCard(session.driven, page, 'Hayat Tahrir al-Sham');
    expect(card).toMatch(/date unknown/i);
    expect(card).not.toMatch(/9999|NaN|since this article/i);
    expect(thrown).toEqual([]);
    await page.close();
  });
});

/** Longest stretch the page took to answer, milliseconds, until the returned function is called. */
function heartbeat(page: Page): () => Promise<number> {
  let longest = 0;
  let beating = true;
  const beats = (async () => {
    while (beating) {
      const asked = Date.now();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      longest = Math.max(longest, Date.now() - asked);
    }
  })();
  return async () => {
    beating = false;
    await beats;
    return longest;
  };
}
