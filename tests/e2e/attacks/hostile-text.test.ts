import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HtmlRenderer, Parser } from 'commonmark';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeExport } from '../../support/exports.ts';
import { press, select, until, waitForPaint } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';

const session = useSession();
let page: Page;
let library: Page;
const requested: string[] = [];

/** Text that a page might hope to have run as markup, script, formula or address. */
const corpus = [
  '<img src=http://leak.example/img onerror=alert(1)>',
  '<script src="http://leak.example/script"></script>',
  '"><svg onload=alert(1)>',
  "';alert(1)//",
  '<iframe src=http://leak.example/frame>',
  '[link](javascript:alert(1))',
  '![](http://leak.example/markdown)',
  '=HYPERLINK("http://leak.example/csv")',
  '<style>@import url(http://leak.example/css);</style>',
  '\u202Eevil\u2066\u200B\u0000',
  '{{constructor.constructor("alert(1)")()}}',
];
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

beforeAll(async () => {
  const { driven, server } = session;
  const words = escape(corpus.join(' '));
  server.put(
    'xss.html',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words}</title><meta property="og:type" content="article"><meta name="author" content="${words}"><meta property="og:site_name" content="${words}">
<link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: corpus.join(' '), author: { name: corpus[0], url: 'javascript:alert(1)' }, datePublished: '2022-09-23', url: 'data:text/html,x' }).replaceAll('<', '\\u003c')}</script></head>
<body style="margin:80px"><article><h1>${words}</h1><p>Fighters left Idlib for Afrin and Aleppo. <span id="hostile">Start ${words} end</span></p><p>The rest of the week was calm in Idlib.</p></article></body></html>`,
  );
  page = await driven.open(server.url('xss.html', 'attacker.example'));
  await waitForPaint(page);
  await select(page, `Start ${corpus.slice(0, 9).join(' ')}`);
  await press(driven, page, 'Save excerpt');
  await until('the excerpt to be saved', async () => driven.inRoot(page, (root) => /saved/i.test(root.textContent ?? '')));
  library = await driven.openOwn('library.html');
  library.on('request', (request) => requested.push(request.url()));
  library.on('dialog', (dialog) => {
    requested.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await library.waitForSelector('article');
});
const folder = mkdtempSync(join(tmpdir(), 'hostile-text-'));
afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true });
});

describe('an excerpt, title, byline and address from a corpus of scripts', () => {
  test('are text in the library: no element of theirs, no script, no request', async () => {
    await pause(800);
    const shown = await library.evaluate(() => ({
      text: document.querySelector('article')!.textContent,
      foreign: document.querySelectorAll('article img, article script, article iframe, article svg[onload], article style').length,
      handlers: [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on')),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    }));
    expect(shown.text).toContain(corpus[0]);
    expect(shown.foreign).toBe(0);
    expect(shown.handlers).toEqual([]);
    expect(requested.filter((url) => !url.startsWith(session.driven.own('')))).toEqual([]);
  });

  test('lead nowhere but to the web: javascript:, data: and blob: addresses are no links', async () => {
    const links = await library.$$eval('article a[href]', (all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) expect(href).toMatch(/^(https?|chrome-extension|moz-extension):/);
    expect(links.join()).toContain('attacker.example');
  });

  test('are found by the search, which marks them as text', async () => {
    await library.waitForSelector('input[type="search"]');
    await library.type('input[type="search"]', 'onerror');
    await until('the row found', () => library.evaluate(() => document.querySelectorAll('article').length === 1));
    await pause(500);
    expect(await library.evaluate(() => document.querySelectorAll('article img').length)).toBe(0);
    expect(requested.filter((url) => !url.startsWith(session.driven.own('')))).toEqual([]);
  });

  test('are isolated in direction, so that an override within them turns nothing around them', async () => {
    const isolated = await library.evaluate(() => {
      const quote = document.querySelector('article blockquote, article [dir]');
      return quote === null ? null : getComputedStyle(quote).unicodeBidi;
    });
    expect(isolated).toMatch(/isolate|plaintext/);
  });
});

describe('such an excerpt, exported', () => {
  beforeAll(async () => {
    await session.driven.saveDownloadsTo(folder);
    await library.bringToFront();
  });

  /** Opens a file's markup as a page and tells what it asked for and ran. */
  async function opened(name: string, html: string): Promise<{ asked: string[]; text: string }> {
    const { driven, server } = session;
    server.put(name, html);
    const asked: string[] = [];
    const reader = await driven.browser.newPage();
    reader.on('request', (request) => asked.push(request.url()));
    reader.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await reader.goto(server.url(name, 'reader.example'), { waitUntil: 'load' });
    await pause(500);
    const text = await reader.evaluate(() => document.body.innerText);
    await reader.close();
    await library.bringToFront();
    return { asked: asked.filter((url) => !/\/(favicon\.ico|[\w-]+\.html)$/.test(url)), text };
  }

  test('to a page asks for nothing and runs nothing where it is opened', async () => {
    const { asked, text } = await opened('dossier.html', await takeExport(library, folder, 'Page to read', '.html'));
    expect(asked).toEqual([]);
    expect(text).toContain(corpus[0]);
  });

  test('to notes asks for nothing where they are shown', async () => {
    const markdown = await takeExport(library, folder, 'Reading notes', '.md');
    const body = markdown.replace(/^---\n[^]*?\n---\n/, '');
    expect(body).not.toBe(markdown);
    const { asked, text } = await opened('notes.html', `<!doctype html><meta charset="utf-8"><body>${new HtmlRenderer().render(new Parser().parse(body))}`);
    expect(asked).toEqual([]);
    expect(text).toContain('onerror=alert(1)');
  });

  test('to a table has no cell that a spreadsheet would work out', async () => {
    const rows = parseCsv(await takeExport(library, folder, 'Table', '.csv'), { bom: true });
    expect(rows.length).toBe(2);
    expect(rows.flat().join(' ')).toContain('HYPERLINK');
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test.each([
    ['BibLaTeX', '.bib'],
    ['RIS', '.ris'],
    ['CSL-JSON', '.csl.json'],
    ['Annotations', '.jsonld'],
    ['Full backup', '.backup.json'],
  ])('as %s says the same words and no address but the web’s', async (words, ending) => {
    const file = await takeExport(library, folder, words, ending);
    expect(file).toContain('onerror=alert(1)');
    expect(file.match(/"(?:url|id|source|@id)": ?"(?:javascript|data|blob):[^"]*"|^UR  - (?!http).*$|url = \{(?!http)[^}]*\}/gim)).toBeNull();
  });
});
