import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, inject, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
import { useSession } from '../../support/session.ts';

const session = useSession();
let page: Page;
afterEach(() => page.close());

test('every packaged file that a page fetches, frames, runs or shows as an image fails to load', async () => {
  const files = readdirSync(inject('extension'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(inject('extension').length + 1));
  expect(files).toContain('manifest.json');
  expect(files).toContain('packs/syria/pack.json');
  page = await openAttack(session, {});
  const loaded = await page.evaluate(
    async (urls) => {
      const loads = (make: () => HTMLElement) =>
        new Promise<boolean>((resolve) => {
          const element = make();
          element.addEventListener('load', () => resolve(true));
          element.addEventListener('error', () => resolve(false));
          setTimeout(() => resolve(false), 2_000);
          document.body.append(element);
        });
      const outcomes = await Promise.all(
        urls.map(async (url) => {
          const fetched = await fetch(url).then(() => true, () => false);
          const script = await loads(() => Object.assign(document.createElement('script'), { src: url }));
          const image = await loads(() => Object.assign(new Image(), { src: url }));
          return fetched || script || image ? url : null;
        }),
      );
      return outcomes.filter((url) => url !== null);
    },
    files.map((file) => session.driven.own(file)),
  );
  expect(loaded).toEqual([]);
});

test('our own pages cannot be framed', async () => {
  page = await openAttack(session, {});
  await page.evaluate((urls) => {
    for (const url of urls) document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
  }, ['library.html', 'popup.html', 'options.html', 'welcome.html'].map(session.driven.own));
  await pause(1_500);
  const shown = page.frames().filter((frame) => frame.parentFrame() !== null && frame.url().startsWith(session.driven.own('')));
  const texts = await Promise.all(shown.map((frame) => frame.evaluate(() => document.getElementById('app')?.innerText ?? '').catch(() => '')));
  expect(texts.join('')).toBe('');
});

test('a page that names nothing we know finds no difference in its markup, its globals or its styles', async () => {
  session.server.put('plain.html', '<!doctype html><html lang="en"><head><title>Bread</title><meta property="og:type" content="article"></head><body><article><h1>Bread</h1><p>Flour, water and salt, and time enough for all three to become one thing.</p></article></body></html>');
  page = await session.driven.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    addEventListener('DOMContentLoaded', () => Object.assign(window, { seenFirst: { html: document.documentElement.outerHTML, globals: Reflect.ownKeys(globalThis).map(String) } }), { once: true });
    const attached: string[] = [];
    Object.assign(window, { attached });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      attached.push(this.localName);
      return attachShadow.call(this, init);
    };
    new MutationObserver((records) => attached.push(...records.filter(({ type }) => type === 'attributes').map(({ attributeName }) => attributeName ?? ''))).observe(document, { attributes: true, subtree: true });
  });
  await page.goto(session.server.url('plain.html', 'baker.example'));
  await page.bringToFront();
  await pause(2_500);
  const seen = await page.evaluate(() => {
    const { seenFirst, attached } = window as unknown as { seenFirst: { html: string; globals: string[] }; attached: string[] };
    return {
      first: seenFirst,
      attached,
      html: document.documentElement.outerHTML,
      globals: Reflect.ownKeys(globalThis).map(String).filter((name) => name !== 'seenFirst'),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      highlights: [...CSS.highlights.keys()],
      hosts: document.querySelectorAll('backgrounder-host').length,
      font: getComputedStyle(document.querySelector('p')!).cssText,
    };
  });
  expect(seen.html).toBe(seen.first.html);
  expect(seen.globals.filter((name) => !seen.first.globals.includes(name))).toEqual([]);
  expect({ attached: seen.attached, sheets: seen.sheets, highlights: seen.highlights, hosts: seen.hosts }).toEqual({ attached: [], sheets: 0, highlights: [], hosts: 0 });
});
