import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { openAttack, pause } from '../../support/attack-page.ts';
import type { Chrome } from '../../support/browser.ts';
import { painted } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';
import { libraryRows, storedSettings } from '../../support/tabs.ts';

declare const chrome: Chrome;

const session = useSession();
let page: Page;
afterEach(() => page.close());

const id = '5f0c3b9e-7f5e-4a0a-9a53-0f6d1a2b3c4d';
const draft = {
  id,
  selector: { exact: 'Forged words', prefix: '', suffix: '', position: null, textVersion: 1 },
  page: { url: 'http://bank.example/', barUrl: 'http://bank.example/', title: 'Forged', byline: [], site: null, published: null, publishedFrom: '', lang: null, dir: 'ltr' },
  entities: [],
};
/** Every request the background or the overlay knows, as an attacker would send it. */
const internal = [
  { type: 'page-seen', url: 'http://attacker.example/', canonical: 'http://attacker.example/', news: { is: true, kind: 'article', why: [] } },
  { type: 'surfaces' },
  { type: 'save-clipping', draft },
  { type: 'remove-clipping', id },
  { type: 'restore-clipping', id },
  { type: 'clippings-of-page', url: 'http://bank.example/', barUrl: 'http://bank.example/' },
  { type: 'mute', entity: { pack: 'syria', entity: 'idlib' }, muted: true },
  { type: 'open', what: 'library' },
  { type: 'annotate', tabId: 1 },
  { type: 'wake' },
  { type: 'step', direction: 1 },
  { type: 'save-selection' },
  { type: 'set-day', day: '2011-01-01' },
];

test('postMessage and custom events with every internal message change nothing', async () => {
  page = await openAttack(session, {});
  const before = await state();
  await page.bringToFront();
  const names = await painted(page);
  await page.evaluate(async (messages) => {
    for (const message of messages)
      for (const sent of [message, JSON.stringify(message), { backgrounder: message }, { source: 'backgrounder', ...message }]) {
        window.postMessage(sent, '*');
        for (const target of [window, document, document.documentElement])
          for (const name of ['backgrounder', 'message', message.type]) target.dispatchEvent(new CustomEvent(name, { detail: sent, bubbles: true, composed: true }));
        new BroadcastChannel('backgrounder').postMessage(sent);
      }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, internal);
  expect(await painted(page)).toEqual(names);
  expect(await state()).toEqual(before);

  async function state(): Promise<unknown> {
    const tabs = await session.driven.inBackground(async () => (await chrome.tabs.query({})).length);
    return { rows: await libraryRows(session.driven), settings: await storedSettings(session.driven), tabs };
  }
});

test('a page, of whatever site, gets no reply from sendMessage or connect', async () => {
  page = await openAttack(session, {});
  const replies = await page.evaluate(
    async (extensionId, messages) => {
      const api = (globalThis as { chrome?: Chrome; browser?: Chrome }).chrome ?? (globalThis as { browser?: Chrome }).browser;
      if (!api?.runtime?.sendMessage) return [];
      const heard: unknown[] = [];
      for (const message of messages) {
        await Promise.race([api.runtime.sendMessage(extensionId, message), new Promise((_, fail) => setTimeout(fail, 300))]).then(
          (reply) => heard.push(reply),
          () => undefined,
        );
      }
      try {
        const port = api.runtime.connect(extensionId);
        port.onMessage.addListener((reply) => heard.push(reply));
        port.postMessage(messages[0]);
      } catch {
        // Refused at once: as it should be.
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return heard;
    },
    new URL(session.driven.own('')).host,
    internal,
  );
  expect(replies).toEqual([]);
});

test('a content script that was taken over is refused what only our own pages may ask, and what concerns other sites', async () => {
  page = await openAttack(session, {});
  const before = await libraryRows(session.driven);
  await page.bringToFront();
  const privileged = [
    { type: 'annotate', tabId: 1 },
    { type: 'list' },
    { type: 'export' },
    { type: 'import' },
    { type: 'remove-clippings', ids: [id] },
    { type: 'save-clipping', draft },
    { type: 'clippings-of-page', url: 'http://bank.example/', barUrl: 'http://bank.example/' },
    { type: '__proto__' },
    { type: 'constructor' },
  ];
  const replies = await session.driven.inBackground(
    async (url, messages) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      // Runs in the world of our own content scripts, as a renderer that was taken over would.
      const send = async (messages: unknown[]) => {
        const replies: unknown[] = [];
        for (const message of messages) replies.push(await (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage(message));
        return replies;
      };
      const [outcome] = await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, func: send, args: [messages] });
      return outcome?.result as { ok: boolean; reason?: string }[];
    },
    page.url(),
    privileged,
  );
  expect(replies.map(({ ok }) => ok)).toEqual(privileged.map(() => false));
  for (const { reason } of replies) expect(reason).toMatch(/^(refused|bad-request)$/);
  await pause(200);
  expect(await libraryRows(session.driven)).toEqual(before);
});
