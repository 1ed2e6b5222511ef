import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { press, readCard, select, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';

const session = useSession();
const opened: Page[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((page) => page.close()))));

async function open(path: string): Promise<Page> {
  const page = await session.driven.open(session.server.url(path));
  opened.push(page);
  await waitForPaint(page);
  return page;
}

async function openBrief(): Promise<Page> {
  const brief = await session.driven.openOwn('sidepanel.html');
  opened.push(brief);
  return brief;
}

const says = (brief: Page, words: RegExp) => until(`the brief to say ${words}`, () => brief.evaluate((source) => new RegExp(source, 'u').test(document.body.innerText), words.source));

describe('the brief', () => {
  test('follows the tab in front, and the page as it grows', async () => {
    const article = await open('sample-article.html');
    const brief = await openBrief();
    await article.bringToFront();
    await says(brief, /As of 23 Sept 2022[^]*Names[^]*People[^]*Places[^]*Time line/);
    await says(brief, /Hayat Tahrir al-Sham[^]*This article, 23 Sept 2022/);
    expect(await brief.evaluate(() => document.body.innerText.includes('Deir ez-Zor'))).toBe(false);
    await article.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'A correspondent in Deir ez-Zor had reported much the same on Thursday, from people who had left the city.';
      document.querySelector('article')!.append(more);
    });
    await says(brief, /Deir ez-Zor/);
    const archive = await open('sample-archive.html');
    await archive.bringToFront();
    await says(brief, /As of 18 Mar 2018/);
    await article.bringToFront();
    await says(brief, /As of 23 Sept 2022/);
  });

  test('shows the page’s excerpt as soon as it is saved', async () => {
    const article = await open('sample-article.html');
    const brief = await openBrief();
    await article.bringToFront();
    await says(brief, /Nothing saved from this page yet/);
    await select(article, 'None of the four is known from earlier coverage.');
    await press(session.driven, article, 'Save excerpt');
    await says(brief, /None of the four is known from earlier coverage/);
  });
});

describe('as built, axe objects to nothing', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  async function objections(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    });
  }

  test.each(['welcome.html', 'options.html', 'library.html'])('on %s', async (path) => {
    const page = await session.driven.openOwn(path);
    opened.push(page);
    await until('the page', () => page.evaluate(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null));
    expect(await objections(page)).toEqual([]);
  });

  test('on an article, its card closed and open', async () => {
    const article = await open('sample-article.html');
    expect(await objections(article)).toEqual([]);
    await readCard(session.driven, article, 'Atarib');
    expect(await objections(article)).toEqual([]);
  });

  test('on the brief and the popup of an article', async () => {
    const article = await open('sample-article.html');
    const { tabId } = await session.driven.inBackground(async (url) => {
      const api = (globalThis as unknown as { chrome: import('../support/browser.ts').Chrome }).chrome;
      return { tabId: (await api.tabs.query({})).find((tab) => tab.url === url)!.id! };
    }, article.url());
    const brief = await session.driven.openOwn(`sidepanel.html?tab=${tabId}`);
    opened.push(brief);
    await says(brief, /Hayat Tahrir al-Sham/);
    expect(await objections(brief)).toEqual([]);
    const popup = await session.driven.openPopup(article);
    await says(popup, /names on this page/);
    expect(await objections(popup)).toEqual([]);
  });
});
