import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { cardText, hover, painted, press, readCard, until, waitForCard, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { command } from '../support/tabs.ts';

const session = useSession();
let page: Page;

beforeAll(async () => {
  page = await openSample();
});

async function openSample(): Promise<Page> {
  const { driven, server } = session;
  const fresh = await driven.browser.newPage();
  await fresh.evaluateOnNewDocument(() => {
    addEventListener('DOMContentLoaded', () => Object.assign(window, { asServed: document.documentElement.outerHTML }), { once: true });
  });
  await fresh.goto(server.url('sample-article.html'));
  await fresh.bringToFront();
  await waitForPaint(fresh);
  return fresh;
}

afterEach(closeCard);

async function closeCard(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await until('the card to close', async () => (await cardText(session.driven, page)) === null);
}

describe('the sample article, right after the install', () => {
  test('has its names underlined, the first of each in every paragraph', async () => {
    const names = await painted(page);
    for (const name of ['HTS', 'Turkish intelligence', 'Idlib', 'Afrin', 'Atarib', 'Olive Branch', 'Syrian National Army', 'al-Julani', 'Hani al-Salem', 'Yilmaz']) {
      expect(names).toContain(name);
    }
    expect(names).not.toContain('the agreement');
  });

  test('keeps its markup byte for byte', async () => {
    const [before, after] = await page.evaluate(() => [(window as unknown as { asServed: string }).asServed, document.documentElement.outerHTML]);
    expect(after).toBe(before);
  });

  test('tells of HTS what held on 23 September 2022, and later events only under "Since this article"', async () => {
    const { driven } = session;
    const card = await readCard(driven, page, 'HTS', 1);
    expect(card).toContain('Hayat Tahrir al-Sham');
    expect(card).toMatch(/as of 23 sep/i);
    expect(card).toContain('Idlib');
    expect(upper(card)).not.toMatch(/202[3-9]|Assad.s fall|dissol/);
    expect(upper(await allText())).not.toMatch(/Dec(ember)? 2024/);

    await press(driven, page, 'Since this article');
    const opened = await until('the later events', async () => {
      const text = await cardText(driven, page);
      return text && /2024/.test(text) ? text : null;
    });
    expect(upper(opened)).not.toMatch(/202[3-9]/);
    expect(opened).toMatch(/8 Dec(ember)? 2024/);
  });

  test('gives dates, parties and sources of Operation Olive Branch', async () => {
    const card = await fullCard('“Olive Branch”');
    expect(card).toMatch(/20 Jan(uary)? 2018/);
    expect(card).toMatch(/18 Mar(ch)? 2018/);
    expect(card).toMatch(/Turk/);
    expect(card).toMatch(/YPG/);
    expect(await sources()).toEqual(expect.arrayContaining([expect.stringMatching(/OCHA/)]));
  });

  test('gives dates, parties and sources of the Sochi memorandum, named only by the meeting', async () => {
    const card = await fullCard('meeting in Sochi');
    expect(card).toMatch(/17 Sep(t|tember)? 2018/);
    expect(card).toMatch(/Putin|Russia/);
    expect(card).toMatch(/Erdo[gğ]an|Turk/);
    expect((await sources()).length).toBeGreaterThan(0);
  });

  test('gains one empty element while a card is open, and loses it again', async () => {
    const { driven } = session;
    await readCard(driven, page, 'Atarib');
    const [before, during, inside] = await page.evaluate(() => {
      const root = document.documentElement.cloneNode(true) as HTMLElement;
      const hosts = [...root.querySelectorAll('backgrounder-host')];
      const inside = hosts.map((host) => host.childNodes.length);
      for (const host of hosts) host.remove();
      return [(window as unknown as { asServed: string }).asServed, root.outerHTML, inside] as const;
    });
    expect(inside).toEqual([0]);
    expect(during).toBe(before);
    await closeCard();
    await closeCard();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  test('opens nothing for a pointer that only passes over', async () => {
    const { driven } = session;
    await page.evaluate(() => scrollTo(0, 200));
    for (let y = 100; y < 800; y += 12) await page.mouse.move(200 + (y % 500), y);
    await page.mouse.move(5, 5);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await cardText(driven, page)).toBeNull();
  });

  test('is read by keyboard: next name, Enter opens, Escape closes', async () => {
    const { driven } = session;
    await page.evaluate(() => scrollTo(0, 0));
    await command(driven, page, 'next-mention');
    await until('the keyboard to stand at a name', () => page.evaluate(() => document.activeElement?.localName === 'backgrounder-host'));
    await page.keyboard.press('Enter');
    expect(await waitForCard(driven, page)).toMatch(/as of 23 sep/i);
    await page.keyboard.press('Escape');
    await until('the card to close', async () => (await cardText(driven, page)) === null);
  });

  test('shows on the badge how many entities it names', async () => {
    const count = await until('the badge', () =>
      session.driven.inBackground(async (url) => {
        const api = (globalThis as unknown as { chrome: import('../support/browser.ts').Chrome }).chrome;
        const tab = (await api.tabs.query({})).find((one) => one.url === url);
        return Number(await api.action.getBadgeText({ tabId: tab!.id! }));
      }, page.url()),
    );
    expect(count).toBeGreaterThanOrEqual(15);
    expect(count).toBeLessThanOrEqual(60);
  });

  test('explains a name within a link on hovering, and a click still follows the link', async () => {
    const { driven } = session;
    await readCard(driven, page, 'Operation Olive Branch');
    await closeCard();
    await hover(page, 'Operation Olive Branch');
    const followed = page.waitForNavigation();
    await page.mouse.down();
    await page.mouse.up();
    await followed;
    expect(page.url()).toContain('sample-archive.html');
    await waitForPaint(page);
    expect(await readCard(driven, page, 'Hayat Tahrir al-Sham')).toMatch(/as of 18 mar/i);
  });
});

/** What stands above the line of time, on which the article's moment is marked. */
function upper(card: string): string {
  return card.split(/this article/i)[0]!;
}

/** Hovers and grows the card in place. */
async function fullCard(words: string): Promise<string> {
  await readCard(session.driven, page, words);
  await press(session.driven, page, 'More');
  return until('the whole card', async () => {
    const text = await cardText(session.driven, page);
    return text?.includes('More background') ? null : text;
  });
}

/** The card's text, folded parts included. */
async function allText(): Promise<string> {
  return (await session.driven.inRoot(page, (root) => root.querySelector('[role="dialog"]')?.textContent ?? ''))!;
}

/** Publishers behind the open card's links, which all lead to the web. */
async function sources(): Promise<string[]> {
  const links = (await session.driven.inRoot(page, (root) => [...root.querySelectorAll<HTMLAnchorElement>('[role="dialog"] a[href]')].map(({ href, innerText }) => ({ href, innerText }))))!;
  for (const { href } of links) expect(href).toMatch(/^https?:/);
  return links.map(({ innerText }) => innerText);
}
