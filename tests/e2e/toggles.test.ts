import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import { painted, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';
import { command, haveSettings, pageModel, storedSettings, waitForVerdict } from '../support/tabs.ts';

const session = useSession();
const meridian = 'themeridian.example';
const pages: Page[] = [];

/** A page is underlined when it is first seen: one opened behind another would wait. */
async function openOn(host: string, path = 'sample-article.html'): Promise<Page> {
  const page = await session.driven.open(session.server.url(path, host));
  pages.push(page);
  await waitForPaint(page);
  return page;
}

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
  await haveSettings(session.driven, defaultSettings);
});

function bare(page: Page): Promise<true> {
  return until('the underlines to go', async () => (await painted(page)).length === 0 || null, 2_000);
}

/** Waits until `page` would have its underlines if it were to have any: a page opened after it was judged has them. */
async function passedBy(page: Page): Promise<void> {
  await waitForVerdict(session.driven, page);
  await openOn('control.example');
  await page.bringToFront();
}

/** Opens the popup over `page` and clicks the switch, or the button, with this name; fulfilled when that is stored. */
async function clickInPopup(page: Page, name: string): Promise<void> {
  const popup = await session.driven.openPopup(page);
  const control = await until(`"${name}" in the popup`, () =>
    popup.evaluateHandle((name) => {
      const label = [...document.querySelectorAll<HTMLElement>('label, button')].find((one) => one.innerText.trim().startsWith(name));
      return label?.querySelector('input:not(:disabled)') ?? (label?.matches('button') ? label : null);
    }, name).then((handle) => handle.asElement()),
  );
  const before = JSON.stringify(await storedSettings(session.driven));
  await (control as unknown as { click(): Promise<void> }).click();
  await until(`"${name}" to be stored`, async () => JSON.stringify(await storedSettings(session.driven)) !== before);
  await popup.close().catch(() => undefined);
}

describe('turning it off', () => {
  test('for a site takes the underlines off every open tab of it at once, and off no other', async () => {
    const [one, two, other] = [await openOn(meridian), await openOn(meridian, 'sample-archive.html'), await openOn('other.example')];
    await clickInPopup(one, 'This site');
    await bare(one);
    await bare(two);
    expect((await painted(other)).length).toBeGreaterThan(0);
  });

  test('is remembered across reloads and a dead worker, and undone at once', async () => {
    const page = await openOn(meridian);
    await clickInPopup(page, 'This site');
    await bare(page);
    await session.driven.stopBackground();
    await page.reload();
    await passedBy(page);
    expect(await painted(page)).toEqual([]);
    expect(await pageModel(session.driven, page)).toBeNull();
    expect((await storedSettings(session.driven)).sites[meridian]?.on).toBe(false);
    await clickInPopup(page, 'This site');
    await waitForPaint(page);
  });

  test('for one page leaves the rest of the site as it is', async () => {
    const [one, two] = [await openOn(meridian), await openOn(meridian, 'sample-archive.html')];
    await clickInPopup(one, 'This page');
    await bare(one);
    expect((await painted(two)).length).toBeGreaterThan(0);
  });

  test('everywhere empties all tabs', async () => {
    const [one, other] = [await openOn(meridian), await openOn('other.example')];
    await clickInPopup(one, 'Everywhere');
    await bare(one);
    await bare(other);
  });

  test('by the keyboard shortcut turns the site off, and on again', async () => {
    const page = await openOn(meridian);
    await command(session.driven, page, 'toggle-site');
    await bare(page);
    await command(session.driven, page, 'toggle-site');
    await waitForPaint(page);
  });
});

describe('a page that is not news', () => {
  const notes = '<!doctype html><html lang="en"><title>My notes</title><ul><li>Idlib: Hayat Tahrir al-Sham</li><li>Afrin: Syrian National Army</li></ul>';

  test('is left alone, and underlined when the reader asks for it, now and next time', async () => {
    session.server.put('notes.html', notes);
    const page = await session.driven.open(session.server.url('notes.html', 'notes.example'));
    pages.push(page);
    await passedBy(page);
    expect(await painted(page)).toEqual([]);
    expect(await pageModel(session.driven, page)).toBeNull();
    await clickInPopup(page, 'Underline this page anyway');
    await waitForPaint(page);
    await page.reload();
    await waitForPaint(page);
  });
});
