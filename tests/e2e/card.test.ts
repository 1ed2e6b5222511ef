import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { cardText, hover, pageAt, takeTime, until, waitForCard, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { command } from '../support/tabs.ts';

const session = useSession();
let page: Page;

beforeEach(async () => {
  page = await session.driven.open(session.server.url('sample-article.html'));
  await waitForPaint(page);
});
afterEach(() => page.close());

describe('where the page lays something over everything', () => {
  test('in full screen the card is in the element that fills it', async () => {
    const { driven } = session;
    await page.evaluate(() => addEventListener('click', () => void document.querySelector('main')!.requestFullscreen(), { once: true }));
    await page.mouse.click(4, 300);
    await until('full screen', () => page.evaluate(() => document.fullscreenElement !== null));
    await page.evaluate(() => document.querySelector('main')!.scrollTo(0, 0));
    await hover(page, 'Turkish intelligence', 1);
    await waitForCard(driven, page);
    expect(await page.evaluate(() => document.querySelector('backgrounder-host')?.parentElement?.localName)).toBe('main');
  });
});

describe('a reader without a pointer', () => {
  /** Presses Tab until the control with this name, or one whose name begins with it, has the keyboard. */
  async function tabTo(where: Page, name: string, focusedName: () => Promise<string | null>): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focusedName())?.trim().startsWith(name)) return;
      await where.keyboard.press('Tab');
    }
    throw new Error(`The keyboard did not come to "${name}"`);
  }

  test('comes from the page to a card, to a saved excerpt, and to it in the library', async () => {
    const { driven } = session;
    await command(driven, page, 'next-mention');
    await until('the keyboard to stand at a name', () => page.evaluate(() => document.activeElement?.localName === 'backgrounder-host'));
    await page.keyboard.press('Enter');
    expect(await waitForCard(driven, page)).toContain('Hayat Tahrir al-Sham');
    await tabTo(page, 'Save', () =>
      driven.inRoot(page, (root) => {
        const focused = root.activeElement as HTMLElement | null;
        return focused && (focused.getAttribute('aria-label') ?? focused.innerText);
      }),
    );
    await takeTime();
    await page.keyboard.press('Enter');
    await until('the card to say it is saved', async () => /\bSaved\b/.test((await cardText(driven, page)) ?? '') || null);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await until('the keyboard to be back in the page', () => page.evaluate(() => document.activeElement?.localName !== 'backgrounder-host'));

    const popup = await driven.openPopup(page);
    await until('the popup', () => popup.evaluate(() => document.querySelector('footer, button') !== null));
    await tabTo(popup, 'Library', () => popup.evaluate(() => (document.activeElement as HTMLElement).innerText ?? null));
    await popup.keyboard.press('Enter');
    const library = await until('the library', () => pageAt(driven, '/library.html'));
    await library.waitForSelector('article');
    await tabTo(library, 'Note and tags', () => library.evaluate(() => (document.activeElement as HTMLElement).innerText ?? null));
    expect(await library.$eval('article', (row) => row.innerText)).toContain('Hayat Tahrir al-Sham');
    await library.close();
  });
});
