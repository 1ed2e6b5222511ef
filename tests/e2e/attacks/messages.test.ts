import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
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

test('another extension gets no reply from sendMessage or connect', async () => {
  const { driven } = session;
  page = await openAttack(session, {});
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
  const heard = await hearing();
  const target = driven.name === 'firefox' ? 'backgrounder@backgrounder.example' : new URL(driven.own('')).host;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'A stranger', version: '1', host_permissions: ['http://127.0.0.1/*'], background: { service_worker: 'knock.js', scripts: ['knock.js'] }, browser_specific_settings: { gecko: { id: 'stranger@stranger.example' } } }));
  writeFileSync(join(folder, 'knock.js'), `(${knock.toString()})(${JSON.stringify([target, internal, heard.url])});`);
  await driven.browser.installExtension(folder);
  expect(await heard.report).toEqual({ asked: internal.length, replies: [] });
  heard.close();
  rmSync(folder, { recursive: true });
});

/** Sent as text to the other extension's background: asks for everything, then tells what it has heard. */
async function knock([target, messages, tellUrl]: [target: string, messages: object[], tellUrl: string]): Promise<void> {
  const { runtime } = chrome;
  const replies: unknown[] = [];
  const patience = () => new Promise((_, fail) => setTimeout(fail, 300));
  for (const message of messages) await Promise.race([runtime.sendMessage(target, message), patience()]).then((reply) => reply !== undefined && replies.push(reply), () => undefined);
  try {
    const port = runtime.connect(target, { name: 'any' });
    port.onMessage.addListener((reply) => replies.push(reply));
    for (const message of messages) port.postMessage(message);
  } catch {
    // Refused at once: as it should be.
  }
  await patience().catch(() => undefined);
  await fetch(tellUrl, { method: 'POST', body: JSON.stringify({ asked: messages.length, replies }) });
}

/** A listener on this machine that hands on the first report it is sent. */
async function hearing(): Promise<{ url: string; report: Promise<unknown>; close(): void }> {
  let tell: (report: unknown) => void;
  const report = new Promise<unknown>((resolve) => (tell = resolve));
  const server = createServer((request, response) => {
    void json(request).then(tell);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, report, close: () => void server.close() };
}

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
