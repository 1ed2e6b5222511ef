import { afterEach, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { painted, readCard, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';

const session = useSession();
let page: Page;

afterEach(() => page.close());

const filler = 'Nobody could say why or for how long they would stay, and those who had asked were told to wait for another day. ';

/** Opens an article of which `head` and `body` are parts. */
async function openArticle(body: string, head = ''): Promise<void> {
  session.server.put('story.html', `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>A story</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"A story","datePublished":"2022-09-23"}</script></head><body><article><h1>A story</h1>${body}<p>${filler.repeat(3)}</p></article></body></html>`);
  page = await session.driven.open(session.server.url('story.html'));
}

/** Waits until `name` is among the names underlined. */
function waitForName(name: string): Promise<unknown> {
  return until(`${name} to be underlined`, async () => (await painted(page)).includes(name));
}

/** Style a highlight of ours has on an element, as the browser tells it. */
const lineOn = (element: Element): string => getComputedStyle(element, '::highlight(bk-place)').textDecorationLine;

test('a live page is followed: what is added is read, what is struck out forgotten', async () => {
  await openArticle(`<p id="first">They went to Atarib. ${filler}</p>`);
  await waitForName('Atarib');
  await page.evaluate((text) => {
    document.querySelector('#first')!.insertAdjacentHTML('beforebegin', `<p>Update: they are in Afrin now. ${text}</p>`);
    document.querySelector('#first')!.firstChild!.nodeValue = `They went away. ${text}`;
  }, filler);
  await waitForName('Afrin');
  expect(await painted(page)).not.toContain('Atarib');
  expect(await readCard(session.driven, page, 'Afrin')).toContain('Afrin');
});

test('names in a frame of the page are underlined there, in one that came late too', async () => {
  const frame = `<iframe srcdoc="<!doctype html><p>They went to Atarib. ${filler}</p>"></iframe>`;
  await openArticle(`<p>They left Afrin. ${filler}</p>${frame}`);
  await waitForName('Afrin');
  await page.evaluate((html) => document.querySelector('article')!.insertAdjacentHTML('beforeend', html), frame);
  const inFrames = (): Promise<string[][]> =>
    Promise.all(
      page.frames().slice(1).map((one) => one.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)))),
    );
  await until('names in both frames', async () => (await inFrames()).filter((names) => names.includes('Atarib')).length === 2);
  if (session.driven.name !== 'chromium') return;
  for (const frame of page.frames().slice(1)) await until('a line in the frame', () => frame.$eval('p', (one) => getComputedStyle(one, '::highlight(bk-place)').textDecorationLine === 'underline'));
});

test('names in open shadow roots are underlined and explained', async () => {
  await openArticle(`<p>They left Afrin. ${filler}</p><div id="host"><template shadowrootmode="open"><p>They went to Atarib. ${filler}</p></template></div>`);
  await waitForName('Atarib');
  const inner = await page.evaluateHandle(() => document.querySelector('#host')!.shadowRoot!.querySelector('p')!);
  if (session.driven.name === 'chromium') await until('a line in the root', async () => (await inner.evaluate(lineOn)) === 'underline');
});

test('underlines come back after a page has cleared all highlights', async () => {
  await openArticle(`<p>They went to Atarib. ${filler}</p>`);
  await waitForName('Atarib');
  await page.evaluate(() => CSS.highlights.clear());
  expect(await painted(page)).toEqual([]);
  await page.mouse.move(300, 300);
  await page.mouse.wheel({ deltaY: 10 });
  await page.mouse.move(320, 310);
  await waitForName('Atarib');
  expect(await readCard(session.driven, page, 'Atarib')).toContain('Aleppo');
});

test('a page that overrides what scripts are made of does not reach ours', async () => {
  await openArticle(`<p>They went to Atarib. ${filler}</p>`, `<script>${String(overrideAll)}; overrideAll()</script>`);
  expect(await page.evaluate(() => String([].map))).toContain('overridden');
  expect(await readCard(session.driven, page, 'Atarib')).toContain('Aleppo');
});

/** Breaks, in the page that runs it, what our scripts use and the test itself can do without. */
function overrideAll(): void {
  const overridden = (): never => {
    throw new Error('overridden');
  };
  const uses: [object, string[]][] = [
    [Array.prototype, ['map', 'flatMap', 'reduce', 'includes', 'find', 'findIndex', 'some', 'every', 'sort', 'concat', 'join', 'slice', 'entries']],
    [Map.prototype, ['get', 'set', 'has', 'entries']],
    [Set.prototype, ['add', 'has']],
    [String.prototype, ['replace', 'split', 'match', 'matchAll', 'slice', 'startsWith']],
    [RegExp.prototype, ['exec', 'test']],
    [Promise.prototype, ['then', 'catch']],
    [JSON, ['parse', 'stringify']],
    [Node.prototype, ['contains', 'compareDocumentPosition', 'appendChild', 'insertBefore']],
    [Element.prototype, ['matches', 'getAttribute', 'checkVisibility', 'attachShadow', 'getBoundingClientRect']],
    [Document.prototype, ['createElement', 'createRange', 'querySelectorAll', 'elementFromPoint']],
    [window, ['IntersectionObserver', 'MutationObserver', 'Highlight', 'requestAnimationFrame', 'getComputedStyle']],
  ];
  for (const [holder, names] of uses) for (const name of names) Object.defineProperty(holder, name, { value: overridden });
}

test.each([
  ['a strict policy', "default-src 'none'"],
  ['Trusted Types', "require-trusted-types-for 'script'; trusted-types 'none'"],
])('a page under %s is read like any other, without a complaint', async (_, policy) => {
  const complaints: string[] = [];
  await openArticle(`<p>They went to Atarib. ${filler}</p>`, `<meta http-equiv="content-security-policy" content="${policy}">`);
  page.on('console', (message) => complaints.push(message.text()));
  await waitForPaint(page);
  expect(await readCard(session.driven, page, 'Atarib')).toContain('Aleppo');
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
});
