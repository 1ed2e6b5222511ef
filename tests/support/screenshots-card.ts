import preact from '@preact/preset-vite';
import type { Browser } from 'puppeteer-core';
import { createServer } from 'vite';

/** The card's states, on a page of their own: no extension is needed to look at them. */
export async function shootCards(browser: Browser, folder: string): Promise<string[]> {
  const server = await createServer({ configFile: false, publicDir: false, logLevel: 'error', root: '.', plugins: [preact({ devToolsEnabled: false })], server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('the gallery has no address');
  const made: string[] = [];
  try {
    const page = await browser.newPage();
    for (const { name, width, query = '', features = [] } of pictures) {
      await page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
      await page.emulateMediaFeatures(features);
      await page.goto(`${address}tests/support/gallery/index.html?${query}`);
      await page.waitForSelector('html[data-ready]');
      const path = `${folder}/card-${name}.png`;
      await page.screenshot({ path, fullPage: true });
      made.push(path);
    }
  } finally {
    await server.close();
  }
  return made;
}

const pictures: { name: string; width: number; query?: string; features?: { name: string; value: string }[] }[] = [
  { name: 'light', width: 1280, query: 'theme=light' },
  { name: 'dark', width: 1280, query: 'theme=dark' },
  { name: 'rtl', width: 1280, query: 'theme=light&dir=rtl&lang=ar' },
  { name: '320', width: 320, query: 'theme=light' },
  { name: 'forced-colors', width: 1280, features: [{ name: 'forced-colors', value: 'active' }] },
];
