import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { painted, readCard, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';

const session = useSession();
let page: Page;

afterEach(() => page.close());

const head = (extra = ''): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A page"}</script>${extra}</head>`;
const prose = '<p>Fighters of Hayat Tahrir al-Sham (HTS) left Idlib for Afrin, where the Syrian National Army waited for them behind the olive groves, and nobody in Aleppo could say why or for how long they would stay.</p>';

/** Opens `html` in `page` and returns what is thrown there from then on, our own scripts' reports included. */
async function open(html: string): Promise<string[]> {
  const { driven, server } = session;
  const thrown: string[] = [];
  page = await driven.browser.newPage();
  page.on('pageerror', (error) => thrown.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('backgrounder')) thrown.push(message.text());
  });
  server.put('page.html', html);
  await page.goto(server.url('page.html'), { waitUntil: 'domcontentloaded' });
  await page.bringToFront();
  return thrown;
}

describe('bad pages neither throw nor hang', () => {
  test('one of 5 MB is painted to its last name, and answers all the while', { timeout: 120_000 }, async () => {
    const paragraphs = Math.ceil(5_000_000 / prose.length);
    const thrown = await open(`${head()}<body><article><h1>Long</h1>${prose.repeat(paragraphs)}<p>The last line names Atarib.</p></article></body></html>`);
    const longestAnswerMs = heartbeat(page);
    const lines = (): Promise<number> => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
    await until('a name in every paragraph to be painted', async () => (await lines()) > paragraphs, 60_000);
    expect(await longestAnswerMs()).toBeLessThan(1_000);
    expect((await painted(page)).at(-1)).toBe('Atarib');
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

  test.each([
    ['no date', ''],
    ['a date in the year 9999', '<meta property="article:published_time" content="9999-12-31T23:59:59Z">'],
    ['a date that is none', '<meta property="article:published_time" content="NaN"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":{"@value":[null]}}</script>'],
    ['a broken description of itself', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-</script>'],
  ])('one with %s says that the date is unknown instead of guessing', async (_, extra) => {
    const thrown = await open(`${head(extra)}<body><article><h1>Undated</h1>${prose.repeat(4)}</article></body></html>`);
    await waitForPaint(page);
    const card = await readCard(session.driven, page, 'Hayat Tahrir al-Sham');
    expect(card).toMatch(/date unknown/i);
    expect(card).not.toMatch(/9999|NaN|since this article/i);
    expect(thrown).toEqual([]);
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
