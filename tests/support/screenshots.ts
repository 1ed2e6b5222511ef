import preact from '@preact/preset-vite';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { createServer } from 'vite';
import { chromiumFlags, findChromium } from './chromium.mjs';
import type { SceneLook } from './screens/scene.ts';

/**
 * `npm run screenshots [-- NAME…]`: every surface in every state, light and dark, left to right and right to left, into
 * `.screenshots/`. NAME: only scenes that begin with it. Each `screens/*-scenes.tsx` lists one surface's.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.screenshots`;
const looks: SceneLook[] = [
  { theme: 'light', dir: 'ltr' },
  { theme: 'dark', dir: 'ltr' },
  { theme: 'light', dir: 'rtl' },
];

const wanted = process.argv.slice(2);
const server = await createServer({ root, configFile: false, plugins: [preact({ devToolsEnabled: false })], server: { port: 0, hmr: false }, logLevel: 'error' });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await puppeteer.launch({ executablePath: findChromium(), headless: true, args: chromiumFlags });
try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  await page.goto(`${address}tests/support/screens/index.html`);
  await page.waitForFunction('window.sceneList');
  const scenes = (await page.evaluate('sceneList()')) as { name: string; width: number; height: number }[];
  for (const scene of scenes.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))) {
    for (const look of looks) await take(page, scene, look);
  }
} finally {
  await browser.close();
  await server.close();
}

async function take(page: Page, { name, width, height }: { name: string; width: number; height: number }, look: SceneLook): Promise<void> {
  await page.setViewport({ width, height });
  await page.evaluate(`showScene(${JSON.stringify(name)}, ${JSON.stringify(look)})`);
  await page.screenshot({ path: `${folder}/${name}-${look.dir === 'rtl' ? 'rtl' : look.theme}.png`, fullPage: true });
}
