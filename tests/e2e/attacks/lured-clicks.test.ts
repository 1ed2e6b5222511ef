import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
import { cardText, readCard, until } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';
import { libraryRows } from '../../support/tabs.ts';

const session = useSession();
let page: Page;
afterEach(() => page.close());

/** Middle of the card's Save button, with a card open on a name. */
async function openCard(): Promise<{ x: number; y: number }> {
  page = await openAttack(session, {});
  await readCard(session.driven, page, 'Hayat Tahrir al-Sham');
  await pause(600);
  return until('the Save button', () =>
    session.driven.inRoot(page, (root) => {
      const button = [...root.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === 'Save');
      const box = button?.getBoundingClientRect();
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    }),
  );
}

async function clickAt({ x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y, { steps: 3 });
  await pause(300);
  await page.mouse.click(x, y);
  await pause(400);
}

describe('a click lured onto Save', () => {
  test('by nothing, to see that the others could succeed, saves', async () => {
    await clickAt(await openCard());
    await until('the excerpt', async () => (await libraryRows(session.driven)).length === 1);
  });

  const lures: [string, () => void][] = [
    ['the root made transparent', () => void (document.documentElement.style.opacity = '0')],
    ['the body made transparent', () => void (document.body.style.opacity = '0.01')],
    ['the root clipped away', () => void (document.documentElement.style.clipPath = 'inset(50%)')],
    ['the root moved', () => void (document.documentElement.style.transform = 'translate(400px, 200px)')],
    ['the root blurred away by a filter', () => void (document.documentElement.style.filter = 'opacity(0)')],
    ['the host taken off the top layer', () => document.querySelector<HTMLElement>('backgrounder-host')!.hidePopover()],
    [
      'a dialog of the page over it',
      () => {
        const cover = document.body.appendChild(document.createElement('dialog'));
        cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;background:white';
        cover.showModal();
      },
    ],
  ];
  test.each(lures)('with %s saves nothing', async (_, lure) => {
    const spot = await openCard();
    const before = await libraryRows(session.driven);
    await page.bringToFront();
    await page.evaluate(lure);
    await pause(400);
    await clickAt(spot);
    expect(await libraryRows(session.driven)).toEqual(before);
  });

  test('with a cover that lets the pointer through saves nothing where the browser can tell, and elsewhere no more than one excerpt of this page, which can be undone', async () => {
    const spot = await openCard();
    const before = await libraryRows(session.driven);
    await page.bringToFront();
    await page.evaluate(() => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none';
      cover.showPopover();
    });
    await pause(400);
    await clickAt(spot);
    const gained = (await libraryRows(session.driven)).length - before.length;
    if (session.driven.can.seeCovers) expect(gained).toBe(0);
    else expect(gained).toBeLessThanOrEqual(1);
  });
});

describe('events made by a script', () => {
  test('open no card, press no button and start no save', async () => {
    page = await openAttack(session, {});
    const before = await libraryRows(session.driven);
    await page.bringToFront();
    await page.evaluate(() => {
      const text = document.getElementById('prose')!.firstChild as Text;
      const range = new Range();
      range.setStart(text, 15);
      range.setEnd(text, 25);
      getSelection()!.addRange(range);
      const { left, top } = range.getBoundingClientRect();
      const at = { bubbles: true, composed: true, cancelable: true, clientX: left + 5, clientY: top + 5, pointerType: 'mouse', detail: 1 };
      for (const target of [document.elementFromPoint(left + 5, top + 5)!, document.documentElement, window])
        for (const type of ['pointermove', 'mousemove', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) target.dispatchEvent(new PointerEvent(type, at));
      for (const key of ['Enter', 'Escape', 'Shift']) for (const type of ['keydown', 'keyup']) window.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, altKey: true }));
    });
    await pause(1_200);
    expect(await cardText(session.driven, page)).toBeNull();
    expect(await session.driven.inRoot(page, (root) => root.querySelector('[data-layer="bar"]')?.textContent ?? '')).toBeFalsy();

    await openCardByHand();
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('backgrounder-host')!;
      const { innerWidth, innerHeight } = window;
      for (let y = 0; y < innerHeight; y += 24) for (let x = 0; x < innerWidth; x += 24) host.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 }));
      host.click();
    });
    await pause(500);
    expect(await libraryRows(session.driven)).toEqual(before);
  });

  async function openCardByHand(): Promise<void> {
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await readCard(session.driven, page, 'Hayat Tahrir al-Sham');
  }
});
