import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from './reader.ts';

/** Presses the library's export with these words in it and returns the file's text; `folder` is where the browser saves, `ending` the file's. */
export async function takeExport(library: Page, folder: string, words: string, ending: string): Promise<string> {
  await library.evaluate((words) => {
    document.querySelector('details')!.open = true;
    [...document.querySelectorAll<HTMLElement>('.menu button')].find((button) => button.textContent.includes(words))!.click();
  }, words);
  const name = await until('the file', () => Promise.resolve(readdirSync(folder).find((file) => file.endsWith(ending))));
  const text = readFileSync(join(folder, name), 'utf8');
  rmSync(join(folder, name));
  return text;
}
