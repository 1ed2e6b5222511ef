import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { serveStory } from '../support/frameworks/serve-story.ts';
import { excerpt, type Story, type StoryWindow } from '../support/frameworks/story.ts';
import { drawnClippings, isMarked, ownText, painted, press, readCard, select, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { haveSettings } from '../support/tabs.ts';

const session = useSession();
let page: Page;

afterEach(() => page.close());

/** Switches turned one after the other, and the names the article has from then on, in its order. */
const steps: [keyof Story | null, string[]][] = [
  [null, ['Atarib', 'Hayat Tahrir al-Sham', 'Manbij', 'Jarablus', 'Azaz']],
  ['corrected', ['Afrin', 'Hayat Tahrir al-Sham', 'Manbij', 'Jarablus', 'Azaz']],
  ['turned', ['Afrin', 'Hayat Tahrir al-Sham', 'Azaz', 'Jarablus', 'Manbij']],
  ['withdrawn', ['Afrin', 'Azaz', 'Jarablus', 'Manbij']],
  ['updated', ['Afrin', 'Kobani', 'Azaz', 'Jarablus', 'Manbij']],
  ['withdrawn', ['Afrin', 'Hayat Tahrir al-Sham', 'Kobani', 'Azaz', 'Jarablus', 'Manbij']],
  ['corrected', ['Atarib', 'Hayat Tahrir al-Sham', 'Kobani', 'Azaz', 'Jarablus', 'Manbij']],
];
const allNames = new RegExp([...new Set(steps.flatMap(([, names]) => names))].join('|'), 'g').source;

/** Makes the story live and walks it through its changes; the markup as served and after each, and what the console said. `look` sees each state. */
async function walk(url: string, look: (names: string[]) => Promise<void>): Promise<{ markup: string[]; complaints: string[] }> {
  const complaints: string[] = [];
  const markup: string[] = [];
  page = await session.driven.browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/error|warn/.test(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
  await page.bringToFront();
  await look(steps[0]![1]);
  markup.push(await markupOf(page));
  await page.evaluate(() => (window as unknown as StoryWindow).hydrate());
  await until('the page to be live', () => page.evaluate(() => 'turn' in window));
  for (const [part, names] of steps) {
    if (part) await page.evaluate((part) => (window as unknown as StoryWindow).turn?.(part), part);
    await until(`the page to name ${names.join()}`, async () => (await saidNames()).join() === names.join());
    await look(names);
    markup.push(await markupOf(page));
  }
  return { markup, complaints };
}

function saidNames(): Promise<string[]> {
  return page.evaluate((names) => document.querySelector('article')!.textContent.match(new RegExp(names, 'g')) ?? [], allNames);
}

/** All markup but for our one element, which is there while an excerpt is marked. */
function markupOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    for (const host of root.querySelectorAll('backgrounder-host:empty')) host.remove();
    return root.outerHTML;
  });
}

describe.each(['react', 'vue'] as const)('a page built with %s', (framework) => {
  test('becomes live and changes as it does without us, while names and an excerpt are followed', { timeout: 120_000 }, async () => {
    const { driven, server } = session;
    const url = await serveStory(server, framework);
    await haveSettings(driven, { everywhere: false });
    const without = await walk(url, async () => expect(await painted(page)).toEqual([]));
    expect(without.complaints).toEqual([]);
    await page.close();

    await haveSettings(driven, {});
    page = await driven.open(url);
    await waitForPaint(page);
    await select(page, excerpt);
    await press(driven, page, 'Save excerpt');
    await until('the excerpt to be saved', async () => /saved/i.test(await ownText(driven, page)));
    await page.close();

    const withUs = await walk(url, async (names) => {
      await until(`${names.join()} to be underlined`, async () => (await painted(page)).join() === names.join());
      const isThere = names.includes('Hayat Tahrir al-Sham');
      await until(`the excerpt to be ${isThere ? 'marked' : 'gone'}`, async () => (isThere ? isMarked(driven, page, excerpt) : (await drawnClippings(driven, page)).length === 0));
    });
    expect(withUs).toEqual(without);
    expect(await readCard(driven, page, 'Kobani')).toContain('Kobani');
  });
});
