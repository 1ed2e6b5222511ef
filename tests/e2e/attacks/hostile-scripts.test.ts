import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
import { cardText, findWords, painted, readCard, until, waitForPaint } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';

const session = useSession();
let page: Page;
afterEach(() => page.close());

const sabotage = `<script>
  const boom = () => { throw new Error('sabotaged'); };
  for (const name of ['map', 'filter', 'push', 'find', 'flatMap', 'forEach', 'sort', 'join']) Array.prototype[name] = boom;
  Array.prototype[Symbol.iterator] = boom;
  window.fetch = boom; window.Promise = class { constructor() { boom(); } };
  Element.prototype.attachShadow = boom; Element.prototype.showPopover = boom; Element.prototype.append = boom;
  Document.prototype.createElement = boom; Document.prototype.createTreeWalker = boom; Document.prototype.createRange = boom;
  window.Range = boom; window.Highlight = boom; window.MutationObserver = boom; window.IntersectionObserver = boom; window.ResizeObserver = boom;
  Object.prototype.polluted = 'yes'; Object.defineProperty(Object.prototype, 'type', { get: () => 'save-clipping', set() {}, configurable: true });
  window.getComputedStyle = boom; JSON.parse = boom; JSON.stringify = boom; EventTarget.prototype.addEventListener = boom;
  window.requestAnimationFrame = boom; window.setTimeout = boom; String.prototype.normalize = boom; window.customElements = null;
</script>`;

describe('a page that overrides what scripts stand on', () => {
  test('is underlined and explained all the same: we run in a world of our own', async () => {
    // The page's own functions are broken for the driver too: the place is measured on its twin.
    page = await openAttack(session, {});
    const { middle } = await findWords(page, 'Hayat Tahrir al-Sham');
    await page.close();
    page = await openAttack(session, { head: sabotage }, false);
    const card = await until('a card', async () => {
      await page.mouse.move(middle.x - 60, middle.y - 40);
      await page.mouse.move(middle.x, middle.y, { steps: 3 });
      await pause(900);
      return cardText(session.driven, page);
    });
    expect(card).toContain('As of');
  });
});

describe('a page under a strict policy', () => {
  test.each([
    ['a content security policy that allows nothing', "default-src 'none'"],
    ['trusted types', "require-trusted-types-for 'script'; trusted-types 'none'"],
    ['a policy that lets no style in', "style-src 'none'; script-src 'none'; connect-src 'none'; img-src 'none'"],
  ])('%s is underlined and explained', async (_, policy) => {
    page = await openAttack(session, { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` });
    expect(await painted(page)).toContain('Idlib');
    expect(await readCard(session.driven, page, 'Hayat Tahrir al-Sham')).toContain('As of');
    const styled = await session.driven.inRoot(page, (root) => getComputedStyle(root.querySelector('[role="dialog"]')!).backgroundColor);
    expect(styled).not.toBe('rgba(0, 0, 0, 0)');
  });
});

describe('frames', () => {
  test('a sandboxed frame is left alone, and its frame’s page works', async () => {
    const inner = '<p id=inner>Fighters of Hayat Tahrir al-Sham left Idlib for Afrin, said the Syrian National Army.</p>';
    page = await openAttack(session, { body: `<iframe sandbox srcdoc="${inner}"></iframe><iframe sandbox="allow-scripts" srcdoc="${inner}"></iframe>` });
    await waitForPaint(page);
    const frames = page.frames().filter((frame) => frame.parentFrame() !== null);
    for (const frame of frames) {
      const html = await frame.evaluate(() => document.documentElement.outerHTML).catch(() => '');
      expect(html).not.toContain('backgrounder-host');
    }
    expect(await readCard(session.driven, page, 'Hayat Tahrir al-Sham')).toContain('As of');
  });

  test('an article within a frame of another site sets nothing going', async () => {
    session.server.put('inner.html', '<!doctype html><html lang="en"><head><meta property="og:type" content="article"></head><body><article><h1>Inner</h1><p>Idlib, Afrin, Aleppo and Hayat Tahrir al-Sham.</p></article></body></html>');
    session.server.put('outer.html', `<!doctype html><html lang="en"><body><h1>Shop</h1><iframe src="${session.server.url('inner.html', 'framed.example')}"></iframe></body></html>`);
    page = await session.driven.open(session.server.url('outer.html', 'shop.example'));
    await pause(2_000);
    const inner = page.frames().find((frame) => frame.url().includes('inner.html'))!;
    expect(await inner.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await painted(page)).toEqual([]);
  });
});
