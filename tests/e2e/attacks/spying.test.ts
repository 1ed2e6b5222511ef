import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
import { press, readCard, select, until, waitForPaint } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';
import { libraryRows } from '../../support/tabs.ts';

const session = useSession();
let page: Page;
afterEach(() => page.close());

/** Notes all that a page can learn: listeners on everything, observers, patched prototypes. */
const spy = `<script>
  window.learnt = [];
  const learn = (what) => learnt.push(String(what));
  for (const type of ['keydown', 'keyup', 'input', 'beforeinput', 'copy', 'focusin', 'click', 'pointerdown', 'pointerover'])
    window.addEventListener(type, (event) => learn([type, event.key, event.data, event.target.textContent?.slice(0, 0), event.composedPath().map((one) => one.className ?? one.nodeName).filter((name) => /^(bk-|card|btn)/.test(name))]), true);
  new MutationObserver((records) => { for (const record of records) for (const node of record.addedNodes) learn([node.nodeName, node.textContent, node.shadowRoot?.textContent ?? '']); }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const [owner, name] of [[Element.prototype, 'attachShadow'], [Node.prototype, 'appendChild'], [Element.prototype, 'append'], [Document.prototype, 'createTextNode'], [Document.prototype, 'createElement']]) {
    const own = owner[name];
    owner[name] = function (...args) { const made = own.apply(this, args); learn([name, args.map((one) => one.textContent ?? one), made?.textContent]); return made; };
  }
  for (const type of ['fetch', 'postMessage']) { const own = window[type]; window[type] = (...args) => { learn([type, ...args]); return own(...args); }; }
</script>`;

test('reading through shadow roots, hit tests, observers, highlights, patched functions and capturing listeners gives a page no word of a card', async () => {
  page = await openAttack(session, { head: spy });
  const card = await readCard(session.driven, page, 'Hayat Tahrir al-Sham');
  const own = await page.evaluate(() => document.body.innerText);
  const words = card.split(/\s*\n\s*/).filter((line) => line.length > 12 && !own.includes(line));
  expect(words.length).toBeGreaterThan(3);
  expect(words.join()).toContain('As of 23');
  const found = await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('backgrounder-host')!;
    const texts: unknown[] = [(window as unknown as { learnt: string[] }).learnt, host.shadowRoot, host.innerText, host.textContent, host.outerHTML, document.documentElement.innerText];
    for (let y = 0; y < innerHeight; y += 12)
      for (let x = 0; x < innerWidth; x += 40) {
        for (const element of document.elementsFromPoint(x, y)) if (element !== document.documentElement && element !== document.body) texts.push(element.textContent);
        texts.push(document.caretPositionFromPoint?.(x, y)?.offsetNode.textContent);
      }
    texts.push([...document.styleSheets].map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)));
    texts.push(Object.values(host).map(String), getComputedStyle(host).cssText);
    getSelection()!.removeAllRanges();
    // That a guess stands on an open card is all that this may tell.
    (window as unknown as { find(text: string): boolean }).find('As of');
    getSelection()!.modify('extend', 'forward', 'documentboundary');
    texts.push(getSelection()!.toString());
    return JSON.stringify(texts);
  });
  for (const line of words) expect(found).not.toContain(line);
});

test('the highlight registry tells a page only where names are, nothing of what the reader saved', async () => {
  page = await openAttack(session, {});
  await select(page, 'for how long they would stay');
  await press(session.driven, page, 'Save excerpt');
  await until('the excerpt', async () => (await libraryRows(session.driven)).length > 0);
  await page.bringToFront();
  await page.reload();
  await waitForPaint(page);
  await until('the mark in place', () => session.driven.inRoot(page, (root) => root.querySelector('.bk-clip span') !== null));
  const registered = await page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range as Range).toString())));
  expect(registered.length).toBeGreaterThan(0);
  expect(registered.join()).not.toContain('how long');
  const attributes = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)).join());
  expect(attributes).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('nothing is typed where a page can listen: our layers hold no field in the page', async () => {
  page = await openAttack(session, { head: spy });
  await readCard(session.driven, page, 'Hayat Tahrir al-Sham');
  await press(session.driven, page, 'More background');
  await pause(300);
  const fields = () => session.driven.inRoot(page, (root) => [...root.querySelectorAll('input, textarea, select, [contenteditable]')].map(({ outerHTML }) => outerHTML).filter((html) => !/type="(date|radio|checkbox)"/.test(html)));
  expect(await fields()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await select(page, 'for most of the week');
  await until('the bar', () => session.driven.inRoot(page, (root) => root.querySelector('[data-layer="bar"] button') !== null));
  expect(await fields()).toEqual([]);
});
