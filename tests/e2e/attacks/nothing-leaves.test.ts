import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articleWith } from '../../support/attack-page.ts';
import type { Driven } from '../../support/browser.ts';
import { takeExport } from '../../support/exports.ts';
import { launch } from '../../support/launch.ts';
import { startLoggingProxy, type LoggingProxy } from '../../support/logging-proxy.ts';
import { press, readCard, select, until, waitForPaint } from '../../support/reader.ts';

const folder = mkdtempSync(`${tmpdir()}/backgrounder-proxy-`);
let proxy: LoggingProxy;
let driven: Driven;

beforeAll(async () => {
  proxy = await startLoggingProxy((url) => (url.hostname.endsWith('.example') && url.pathname.endsWith('.html') ? articleWith({}) : null));
  const { port } = proxy;
  driven = await launch(inject('browser'), {
    extension: inject('extension'),
    // Each browser has its own way to be told of a proxy, this machine's own addresses included.
    ...(inject('browser') === 'firefox'
      ? { preferences: { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': port, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port, 'network.proxy.allow_hijacking_localhost': true, 'network.proxy.no_proxies_on': '' } }
      : { args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'] }),
  });
});
afterAll(async () => {
  await driven?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true });
});

test('a session of fifty pages, a clip, a search, an export and an import makes no request but for those pages', { timeout: 300_000 }, async () => {
  const visited: string[] = [];
  const page = await driven.browser.newPage();
  await page.bringToFront();
  for (let at = 1; at <= 50; at++) {
    const url = `http://paper-${at}.example/story-${at}.html`;
    visited.push(url);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await waitForPaint(page);
  }
  expect(await readCard(driven, page, 'Hayat Tahrir al-Sham')).toContain('As of');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await select(page, 'The talks went on in the town');
  await press(driven, page, 'Save excerpt');
  await until('the excerpt to be saved', () => driven.inRoot(page, (root) => /saved/i.test(root.textContent ?? '')));

  await driven.saveDownloadsTo(folder);
  const library = await driven.openOwn('library.html');
  await library.waitForSelector('article');
  await library.type('input[type="search"]', 'talks');
  const backup = join(folder, 'backup.json');
  writeFileSync(backup, await takeExport(library, folder, 'Full backup', '.backup.json'));
  await library.evaluate(() => (document.querySelector('details')!.open = true));
  await (await library.$('details input[type=file]'))!.uploadFile(backup);
  await library.waitForSelector('.bar .btn.is-icon');

  const requests = proxy.requests();
  const own = requests.filter(({ url }) => new URL(url).hostname.endsWith('.example'));
  expect(own.map(({ url }) => url).filter((url) => !url.endsWith('/favicon.ico'))).toEqual(visited);
  // A browser asks its maker this and that whatever runs in it; a request of an extension would carry its origin.
  const foreign = requests.filter(({ url, origin }) => !new URL(url).hostname.endsWith('.example') && (origin.includes('-extension://') || !browserMakers.test(new URL(url).hostname)));
  expect(foreign).toEqual([]);
});

const browserMakers = /(^|\.)(mozilla\.(com|net|org)|mozgcp\.net|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;
