import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { articleWith } from '../support/attack-page.ts';
import type { Chrome, Driven } from '../support/browser.ts';
import { launch } from '../support/launch.ts';
import { openOptions } from '../support/options.ts';
import { cardText, ownText, painted, select, until, waitForCard, waitForPaint } from '../support/reader.ts';
import { answerPrompt, startScreen, type Screen } from '../support/screen.ts';
import { startServer, type Server } from '../support/server.ts';
import { libraryRows } from '../support/tabs.ts';

declare const chrome: Chrome;

let screen: Screen;
let server: Server;
let driven: Driven;
let welcome: Page;
let article: Page;

beforeAll(async () => {
  screen = await startScreen();
  server = await startServer();
  server.put('story.html', articleWith({}));
  driven = await launch(inject('browser'), { extension: inject('extension'), headed: true });
  article = await driven.open(server.url('story.html', 'paper.example'));
  welcome = await driven.openOwn('welcome.html');
  await welcome.waitForSelector('input[type="radio"]');
});
afterAll(async () => {
  await driven?.close();
  await server?.close();
  screen?.close();
});

/** What the browser has granted, and where our script is registered to run. */
function access(): Promise<{ origins: string[]; registered: string[] }> {
  return driven.inBackground(async () => ({
    origins: ((await chrome.permissions.getAll()).origins ?? []).sort(),
    registered: (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []).sort(),
  }));
}

function waitForAccess(origins: string[]): Promise<true> {
  return until(`access to ${origins.join(', ') || 'nothing'}`, async () => {
    const now = await access();
    return JSON.stringify([now.origins, now.registered]) === JSON.stringify([origins, origins]) || null;
  });
}

async function click(page: Page, words: RegExp): Promise<void> {
  await page.bringToFront();
  for (const button of await page.$$('button, label'))
    if (await button.evaluate((one, source) => new RegExp(source).test(one.innerText), words.source)) return void (await button.click());
  throw new Error(`nothing to press says ${words}`);
}

/** Names underlined in an article opened now, when there was time for it. */
async function underlinedAnew(host: string): Promise<string[]> {
  const page = await driven.open(server.url('story.html', host));
  await pause(2_000);
  const names = await painted(page);
  await page.close();
  return names;
}

const everywhere = ['http://*/*', 'https://*/*'];

test('nothing is granted at install, and no page is read', async () => {
  expect(await access()).toEqual({ origins: [], registered: [] });
  expect(await painted(article)).toEqual([]);
});

// The browser asks once: what was granted and taken back it grants again without a prompt. So the narrower grant comes first.
test('granted in the popup for one site, that is read and no other; taken back in the settings, it is not', async () => {
  const popup = await driven.openPopup(article);
  await popup.waitForSelector('.access');
  await answerPrompt(screen, { asker: popup, tab: article }, () => click(popup, /^Turn on for .*paper/), 'allow');
  const site = ['http://*.paper.example/*', 'https://*.paper.example/*'];
  await waitForAccess(site);
  await article.bringToFront();
  expect(await waitForPaint(article)).toContain('Hayat Tahrir al-Sham');
  expect(await underlinedAnew('other.example')).toEqual([]);

  const options = await openOptions(driven);
  await click(options, /^Take back/);
  await waitForAccess([]);
  await options.close();
});

test('a refused prompt grants nothing, and the welcome page says so', async () => {
  await answerPrompt(screen, { asker: welcome, tab: welcome }, () => click(welcome, /^Turn on for all sites/), 'deny');
  await until('the page to say so', () => welcome.evaluate(() => /not allowed|nothing/i.test(document.querySelector('[role="status"]')!.textContent)));
  expect(await access()).toEqual({ origins: [], registered: [] });
});

test('granted on the welcome page, an open tab is read at once, and a new one too', async () => {
  await answerPrompt(screen, { asker: welcome, tab: welcome }, () => click(welcome, /^Turn on for all sites/), 'allow');
  await waitForAccess(everywhere);
  await article.bringToFront();
  expect(await waitForPaint(article)).toContain('Hayat Tahrir al-Sham');
  expect(await underlinedAnew('other.example')).toContain('Hayat Tahrir al-Sham');
});

describe('the shortcut, pressed on the keyboard,', () => {
  beforeAll(() => article.bringToFront());

  test('for the next name goes to the first one, whose card the Enter key opens', async () => {
    screen.press('alt+period');
    await until('the name to have the focus', () => driven.inRoot(article, (root) => root.activeElement !== null));
    screen.press('Return');
    expect(await waitForCard(driven, article)).toContain('Hayat Tahrir al-Sham');
    screen.press('Escape');
    await until('the card to close', async () => (await cardText(driven, article)) === null);
  });

  test('for saving saves what is selected', async () => {
    await select(article, 'The talks went on in the town');
    screen.press('alt+s');
    await until('the excerpt to be saved', async () => /saved/i.test(await ownText(driven, article)));
    expect((await libraryRows(driven)).join()).toContain('The talks went on in the town');
    await article.bringToFront();
  });

  test('for the site takes its underlines off, and brings them back', async () => {
    screen.press('alt+shift+y');
    await until('the underlines to go', async () => (await painted(article)).length === 0);
    screen.press('alt+shift+y');
    await waitForPaint(article);
  });

  test('for the brief opens it beside the article', async () => {
    screen.press('alt+shift+u');
    const brief = await driven.browser.waitForTarget((target) => target.url() === driven.own('sidepanel.html'), { timeout: 10_000 });
    const page = (await brief.asPage())!;
    await until('the article’s names in it', () => page.evaluate(() => document.body.innerText.includes('Hayat Tahrir al-Sham')));
  });
});

test('taken back in the settings, nothing is read any more', async () => {
  const options = await openOptions(driven);
  await click(options, /^Only when I click/);
  await waitForAccess([]);
  expect(await underlinedAnew('other.example')).toEqual([]);
  await options.close();
});
