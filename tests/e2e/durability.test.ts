import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { articleWith } from '../support/attack-page.ts';
import type { Chrome } from '../support/browser.ts';
import { aClipping } from '../support/clipping.ts';
import { ownText, painted, press, select, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';

declare const chrome: Chrome;

const session = useSession();

async function openStory(host: string): Promise<Page> {
  session.server.put('story.html', articleWith({}));
  const page = await session.driven.open(session.server.url('story.html', host));
  await waitForPaint(page);
  return page;
}

/** Sends as many saves as asked for, all at once; how many were acknowledged. Sent as text to pages of ours. */
async function saveMany(draft: { selector: object; page: object }, name: string, count: number): Promise<number> {
  const replies = await Promise.all(
    Array.from({ length: count }, (_, at) => {
      const url = `https://paper.example/${name}/${at % 100}`;
      const one = { ...draft, id: crypto.randomUUID(), entities: [], selector: { ...draft.selector, exact: `Excerpt ${at}` }, page: { ...draft.page, url, barUrl: url } };
      return chrome.runtime.sendMessage({ type: 'save-clipping', draft: one }) as Promise<{ ok: boolean }>;
    }),
  );
  return replies.filter(({ ok }) => ok).length;
}

test('a thousand excerpts saved at once from two tabs and the popup are a thousand clippings', { timeout: 120_000 }, async () => {
  const { driven } = session;
  const { selector, page } = aClipping();
  const story = await openStory('one.example');
  // Pages of ours without a script of their own: the messages are those of a content script.
  const tabs = [await driven.openOwn('manifest.json'), await driven.openOwn('manifest.json')];
  const popup = await driven.openPopup(story);
  await popup.waitForSelector('.pop');
  const saved = await Promise.all([...tabs, popup].map((from, at) => from.evaluate(saveMany, { selector, page }, `from-${at}`, at === 2 ? 334 : 333)));
  expect(saved).toEqual([333, 333, 334]);

  const library = await driven.openOwn('library.html');
  await library.waitForSelector('article');
  expect(await library.evaluate(() => document.body.innerText)).toContain('1,000 clippings');
  expect(await library.$('.bar[role=alert]')).toBeNull();
  for (const one of [library, story, ...tabs]) await one.close();
});

/** Has the extension go from under its pages, as an update does before the new one comes. */
async function pullAway(): Promise<void> {
  await session.driven.inBackground(() => void setTimeout(() => chrome.runtime.reload(), 50));
  await pause(1_500);
}

test('an excerpt saved while the extension is updated underneath is kept or saved by the new one, and the page is left as it should be', async () => {
  const { driven } = session;
  const page = await openStory('one.example');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await select(page, 'The talks went on in the town');
  await until('the excerpt’s button', async () => /save excerpt/i.test(await ownText(driven, page)));
  await pullAway();
  if (driven.name === 'firefox') {
    // Firefox ends the old script; the new one takes its place, and what the old one drew away.
    await press(driven, page, 'Save excerpt');
    await until('the new one to save it', async () => /excerpt saved/i.test(await ownText(driven, page)));
    expect(await page.evaluate(() => document.querySelectorAll('backgrounder-host').length)).toBe(1);
  } else {
    // Chromium lets it live on, an orphan that can ask nothing; what is not from a store is not loaded again.
    await press(driven, page, 'Save excerpt');
    const told = async () => /was updated.*reload the page.*copy text/i.test((await ownText(driven, page)).replace(/\s+/g, ' '));
    await until('the reader to be told', told);
    await page.evaluate(() => document.querySelector('article')!.append(' The rest of the week was calm in Idlib.'));
    await until('the underlines to go', async () => (await painted(page)).length === 0);
    expect(await told()).toBe(true);
    await press(driven, page, 'Dismiss');
    await until('nothing of ours to be left', () => page.evaluate(() => document.querySelector('backgrounder-host') === null));
  }
  expect(errors).toEqual([]);
  await page.close();
});
