import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { toBackup } from '../../lib/clip/backup.ts';
import { launchChromium } from './browser.ts';
import { buildExtension } from './build.ts';
import { clippingShelf } from './clipping-shelf.ts';
import { ownText, press, readCard, select, settled, until, waitForPaint } from './reader.ts';
import { startServer } from './server.ts';

/**
 * `npm run pictures`: the stores' pictures, of the extension as built, into `.github/store/pictures`: five screenshots of
 * 1280 by 800 and the tile of 440 by 280. The articles are written for this project.
 */
const folder = fileURLToPath(new URL('../../.github/store/pictures/', import.meta.url));
/** Enlarged a little, for stores show pictures small, and still high enough for a whole card: times `scale` this is 1280 by 800. */
const [width, height, scale] = [1152, 720, 10 / 9];
const sentence =
  'At their meeting in Sochi they agreed on a demilitarized zone in Idlib, and Turkey took it upon itself to clear that strip of groups regarded as terrorists by mid-October.';

const temporary = mkdtempSync(join(tmpdir(), 'pictures-'));
const server = await startServer();
const driven = await launchChromium({ extension: buildExtension('chromium', true), args: ['--lang=en-GB', '--hide-scrollbars'] });
try {
  mkdirSync(folder, { recursive: true });
  await takeCards();
  await takeBrief();
  await takeExcerpt();
  await takeLibrary();
  await takeTile();
} finally {
  await driven.close();
  await server.close();
  rmSync(temporary, { recursive: true });
}

function path(name: string): `${string}.png` {
  return `${folder}${name}.png`;
}

async function openArticle(columns = width): Promise<Page> {
  const page = await driven.open(server.url('sample-article.html', 'themeridian.example'));
  await page.setViewport({ width: columns, height, deviceScaleFactor: scale });
  // A newspaper's face, where the system has one: the browser's stand-in on this platform is wide and heavy. The margin
  // has a paragraph come to rest where a card below its first line has its whole height.
  await page.addStyleTag({ content: 'body { font-family: C059, Charter, Georgia, serif } article p { scroll-margin-block-end: 228px }' });
  await waitForPaint(page);
  return page;
}

/** What held on the article's date; then, opened, what has happened since. */
async function takeCards(): Promise<void> {
  const page = await openArticle();
  await readCard(driven, page, 'Hayat Tahrir al-Sham');
  await settled(driven, page);
  await page.screenshot({ path: path('1-card') });
  await press(driven, page, 'Since this article');
  await settled(driven, page);
  await driven.inRoot(page, (root) => root.querySelector('.bk-seam')!.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.screenshot({ path: path('2-since') });
  await page.close();
}

/** Article and side panel side by side, as the browser shows them. */
async function takeBrief(): Promise<void> {
  const panelWidth = 384;
  const article = await openArticle(width - panelWidth);
  const brief = await driven.openOwn('sidepanel.html');
  await brief.setViewport({ width: panelWidth, height, deviceScaleFactor: scale });
  await article.bringToFront();
  await until('the brief', () => brief.evaluate(() => /Time line/.test(document.body.innerText)));
  await clickOn(brief, 'Time line');
  const [left, right] = [await article.screenshot({ encoding: 'base64' }), await brief.screenshot({ encoding: 'base64' })];
  await article.setViewport({ width, height, deviceScaleFactor: scale });
  await article.setContent(`<style>body{margin:0;display:flex}img{block-size:${height}px}img+img{box-shadow:-1px 0 #d9d6cf}</style><img src="data:image/png;base64,${left}"><img src="data:image/png;base64,${right}">`);
  await article.screenshot({ path: path('3-brief') });
  await brief.close();
  await article.close();
}

async function takeExcerpt(): Promise<void> {
  const page = await openArticle();
  await select(page, sentence);
  await press(driven, page, 'Save excerpt');
  await until('the excerpt to be saved', async () => /saved/i.test(await ownText(driven, page)));
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await settled(driven, page);
  await page.screenshot({ path: path('4-excerpt') });
  await page.close();
}

async function takeLibrary(): Promise<void> {
  const backup = join(temporary, 'clippings.backup.json');
  writeFileSync(backup, toBackup(clippingShelf, '2026-11-01T09:00:00.000Z'));
  const library = await driven.openOwn('library.html');
  await library.setViewport({ width: width * scale, height: height * scale });
  await (await library.waitForSelector('details input[type=file]'))!.uploadFile(backup);
  await until('the library', () => library.evaluate((count) => document.querySelectorAll('article').length >= count, clippingShelf.length));
  await library.$eval('.bar .btn.is-icon', (close) => (close as HTMLElement).click());
  for (const words of ['Remind me in a week', 'Hayat Tahrir al-Sham']) await clickOn(library, words);
  await until('the dossier with its background', () => library.$('.dos .bk-desc'));
  await library.screenshot({ path: path('5-library') });
  await library.close();
}

async function clickOn(page: Page, words: string): Promise<void> {
  await until(words, () =>
    page.evaluate((words) => {
      const button = [...document.querySelectorAll<HTMLElement>('button, a')].find((one) => (one.getAttribute('aria-label') ?? one.innerText).includes(words));
      button?.click();
      return button !== undefined;
    }, words),
  );
}

async function takeTile(): Promise<void> {
  const page = await driven.browser.newPage();
  await page.setViewport({ width: 440, height: 280 });
  await page.goto(new URL('store-tile.html', import.meta.url).href);
  await page.screenshot({ path: path('tile') });
}
