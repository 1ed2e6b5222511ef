import type { Page } from 'puppeteer-core';
import type { Driven } from './browser.ts';

/** What a reader does in a page, done with real input. `words` is text of the page as the reader sees it. */

export interface Spot {
  x: number;
  y: number;
}

/** Scrolls the n-th occurrence of `words` into view; the middle of its first and of its last line box, viewport pixels. Throws where there is none. */
export async function findWords(page: Page, words: string, nth = 0): Promise<{ start: Spot; middle: Spot; end: Spot }> {
  const spots = await page.evaluate(
    (words, nth) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('script, style, noscript, template') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const nodes: Text[] = [];
      let text = '';
      const starts: number[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        nodes.push(node);
        starts.push(text.length);
        text += node.data;
      }
      let at = -1;
      for (let n = 0; n <= nth; n++) at = text.indexOf(words, at + 1);
      if (at < 0) return null;
      const place = (offset: number, end: boolean): [Text, number] => {
        const index = starts.findLastIndex((start) => (end ? start < offset : start <= offset));
        return [nodes[index]!, offset - starts[index]!];
      };
      const range = new Range();
      range.setStart(...place(at, false));
      range.setEnd(...place(at + words.length, true));
      range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      const first = boxes[0]!;
      const last = boxes.at(-1)!;
      return {
        start: { x: first.left + 1, y: first.top + first.height / 2 },
        middle: { x: first.left + first.width / 2, y: first.top + first.height / 2 },
        end: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    },
    words,
    nth,
  );
  if (!spots) throw new Error(`The page does not say "${words}"`);
  return spots;
}

/** Rests the pointer on the n-th occurrence of `words`. */
export async function hover(page: Page, words: string, nth = 0): Promise<void> {
  const { middle } = await findWords(page, words, nth);
  await page.mouse.move(middle.x - 40, Math.max(0, middle.y - 60));
  await page.mouse.move(middle.x, middle.y, { steps: 4 });
}

/** Drags a selection over the first occurrence of `words`. */
export async function select(page: Page, words: string): Promise<void> {
  const { start, end } = await findWords(page, words);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
}

/** Visible text of the open card; null while none is open. */
export function cardText(driven: Driven, page: Page): Promise<string | null> {
  return driven.inRoot(page, (root) => root.querySelector<HTMLElement>('[role="dialog"]')?.innerText ?? null);
}

/** Waits until a card is open and returns its visible text. */
export function waitForCard(driven: Driven, page: Page, timeoutMs?: number): Promise<string> {
  return until('a card to open', () => cardText(driven, page), timeoutMs);
}

/** Hovers `words` and returns the text of the card that opens; moves the pointer there again where it was quicker than the page's scripts. */
export async function readCard(driven: Driven, page: Page, words: string, nth = 0): Promise<string> {
  await hover(page, words, nth);
  return waitForCard(driven, page, 3_000).catch(async () => {
    await hover(page, words, nth);
    return waitForCard(driven, page);
  });
}

/** A hand needs its time, and a card distrusts what is pressed the moment it opens. */
export function takeTime(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}

/** Clicks the button with this accessible name (or the beginning of it) in our root, with the mouse, once it keeps still under the pointer. */
export async function press(driven: Driven, page: Page, name: string): Promise<void> {
  const spotOf = () => until(`a button "${name}"`, () => driven.inRoot(page, middleOfButton, name));
  let aimed = { x: NaN, y: NaN };
  for (let spot = await spotOf(); Math.hypot(spot.x - aimed.x, spot.y - aimed.y) > 1 || Number.isNaN(aimed.x); spot = await spotOf()) {
    aimed = spot;
    await page.mouse.move(spot.x, spot.y, { steps: 3 });
    await takeTime();
  }
  await page.mouse.click(aimed.x, aimed.y);
}

/** Runs in the page. */
function middleOfButton(root: ShadowRoot, name: string): { x: number; y: number } | null {
  const buttons = [...root.querySelectorAll<HTMLElement>('button, [role="button"], summary')];
  const button = buttons.find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim().startsWith(name));
  if (!button) return null;
  button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = button.getBoundingClientRect();
  return box.width > 0 ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
}

/** The page that shows an address with these words in it; null while there is none. */
export async function pageAt({ browser }: Driven, words: string): Promise<Page | null> {
  for (const page of await browser.pages()) {
    // Firefox does not tell the address of our own pages by itself, nor that their window was closed.
    const address = await Promise.race([page.evaluate(() => location.href).catch(() => ''), new Promise<string>((resolve) => setTimeout(() => resolve(''), 1_000))]);
    if (address.includes(words)) return page;
  }
  return null;
}

/** Waits until nothing of ours moves any more: a picture taken before would show a card half faded in. */
export async function settled(driven: Driven, page: Page): Promise<void> {
  await driven.inRoot(page, async (root) => void (await Promise.all(root.getAnimations().map((animation) => animation.finished))));
}

/** Everything our layers say in `page` at this moment; empty while our host is not there. */
export async function ownText(driven: Driven, page: Page): Promise<string> {
  return (await driven.inRoot(page, (root) => [...root.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n'))) ?? '';
}

/** Texts of the painted mentions, in document order but for those in shadow roots. The registry is shared with the page, so the page can be asked. */
export function painted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.entries()]
      .filter(([name]) => name.startsWith('bk-'))
      .flatMap(([, highlight]) => [...highlight] as Range[])
      .sort((a, b) => (a.startContainer.getRootNode() === b.startContainer.getRootNode() ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0))
      .map((range) => range.toString()),
  );
}

/** Boxes drawn over saved excerpts, viewport pixels. */
export async function drawnClippings(driven: Driven, page: Page): Promise<DOMRect[]> {
  return (await driven.inRoot(page, (root) => [...root.querySelectorAll('[data-layer="clippings"] *')].map((one) => one.getBoundingClientRect().toJSON() as DOMRect))) ?? [];
}

/** Whether one of them lies on `words`, which are scrolled into view. */
export async function isMarked(driven: Driven, page: Page, words: string): Promise<boolean> {
  const { middle } = await findWords(page, words);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const boxes = await drawnClippings(driven, page);
  return boxes.some((box) => box.height < 200 && box.left <= middle.x && box.right >= middle.x && box.top <= middle.y && box.bottom >= middle.y);
}

/** Waits until at least one mention is painted and returns their texts. */
export function waitForPaint(page: Page): Promise<string[]> {
  return until('mentions to be painted', async () => {
    const texts = await painted(page);
    return texts.length > 0 ? texts : null;
  });
}

/** Asks `look` again until it gives something; throws "waited in vain for …" after `timeoutMs`. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>, timeoutMs = 20_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
