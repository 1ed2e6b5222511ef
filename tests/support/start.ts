import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Driven } from './browser.ts';
import { buildExtension } from './build.ts';
import { launch } from './launch.ts';
import { ownText, press, readCard, select, settled, until, waitForPaint } from './reader.ts';
import { startServer } from './server.ts';

/**
 * `npm start`, `npm start -- firefox`: the extension, freshly built, on the sample article. With a display it is the reader's to try, until
 * Ctrl-C; without one the same path is walked for the reader and told in the terminal.
 */
const article = 'sample-article.html';
const sentence =
  'At their meeting in Sochi they agreed on a demilitarized zone in Idlib, and Turkey took it upon itself to clear that strip of groups regarded as terrorists by mid-October.';
const pictures = fileURLToPath(new URL('../../.screenshots/', import.meta.url));

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const prepared = spawnSync(process.execPath, [fileURLToPath(new URL('prepare-machine.mjs', import.meta.url)), name], { stdio: 'inherit' });
if (prepared.status !== 0) process.exit(1);
console.log('Building …');
const extension = buildExtension(name, true);
const server = await startServer();
const driven = await launch(name, { extension, headed: hasDisplay });
const ended = whenEnded(driven);
try {
  if (hasDisplay) await letTheReaderTry();
  else await Promise.race([walk(), ended]);
} catch (error) {
  process.exitCode = 1;
  console.error(`\nThe sample article could not be read through: ${error instanceof Error ? error.message : String(error)}.`);
} finally {
  await driven.close();
  await server.close();
}

async function letTheReaderTry(): Promise<void> {
  await driven.open(server.url(article));
  console.log(`The sample article is open: ${server.url(article)}\nRest the pointer on an underlined name, select a sentence. Ctrl-C ends it.`);
  await ended;
}

async function walk(): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const page = await driven.open(server.url(article));
  const names = await waitForPaint(page);
  console.log(`Underlined in the article: ${[...new Set(names)].join(', ')}\n`);

  console.log(`Card of HTS:\n${indented(await readCard(driven, page, 'HTS', 1))}\n`);
  await settled(driven, page);
  await page.screenshot({ path: `${pictures}card.png` });
  await page.keyboard.press('Escape');

  await select(page, sentence);
  await press(driven, page, 'Save excerpt');
  await until('the excerpt to be saved', async () => /saved/i.test(await ownText(driven, page)));

  const library = await driven.openOwn('library.html');
  const row = await until('the excerpt in the library', () => library.evaluate(() => document.querySelector<HTMLElement>('article')?.innerText || null));
  await library.screenshot({ path: `${pictures}library.png` });
  console.log(`Row in the library:\n${indented(row)}\n\nScreenshots: ${pictures}card.png, ${pictures}library.png`);
}

/** Resolves when the reader closes the browser or presses Ctrl-C. */
function whenEnded({ browser }: Driven): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function indented(text: string): string {
  return text.replace(/\n{2,}/g, '\n').replace(/^/gm, '  ');
}
