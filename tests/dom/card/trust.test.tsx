import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stageCards, type Stage } from '../../support/card-stage.tsx';
import { clickAt, middle, moveTo, wait } from '../../support/real-pointer.ts';

let stage: Stage;
const onSave = vi.fn(() => Promise.resolve(true));

beforeEach(async () => {
  window.scrollTo(0, 0);
  document.body.innerHTML = '<p style="margin: 60px 20px">Idlib</p>';
  await moveTo(5, 5);
  onSave.mockClear();
  stage = stageCards(document.body, { Idlib: {} }, { onSave });
  stage.cards.openFor(stage.reading.mentions[0]!);
  // Longer than the opening movement and one visibility report of the browser's.
  await wait(500);
});
afterEach(() => {
  stage.end();
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
});

const save = () => stage.card()!.querySelector('.bk-acts .btn') as HTMLElement;

async function clickSave(): Promise<void> {
  const { x, y } = middle(save());
  await clickAt(x, y);
  await wait(20);
}

test('an honest click saves', async () => {
  await clickSave();
  expect(onSave).toHaveBeenCalledOnce();
  await expect.poll(() => save().textContent).toBe('Saved');
});

test('a click made by a script does nothing and ends the card', () => {
  save().click();
  expect(onSave).not.toHaveBeenCalled();
  expect(stage.card()).toBeNull();
});

test.each([
  ['the root element faded', () => (document.documentElement.style.opacity = '0')],
  ['the body faded', () => (document.body.style.opacity = '0.01')],
  ['the root element cut away', () => (document.documentElement.style.clipPath = 'inset(50%)')],
  ['the host taken off the top layer', () => (document.querySelector('backgrounder-host') as HTMLElement).hidePopover()],
  [
    'a picture over it that lets the pointer through',
    () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh; background: white; pointer-events: none';
      document.body.append(cover);
      cover.showPopover();
    },
  ],
  [
    'only the button covered, by a picture that lets the pointer through',
    () => {
      const { x, y } = middle(save());
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = `position: fixed; inset: auto; left: ${x - 30}px; top: ${y - 15}px; inline-size: 60px; block-size: 30px; margin: 0; background: white; pointer-events: none`;
      document.body.append(cover);
      cover.showPopover();
    },
  ],
])('%s: a click on Save saves nothing and ends the card', async (_, lure) => {
  lure();
  await wait(400);
  await clickSave();
  expect(onSave).not.toHaveBeenCalled();
  expect(stage.card()).toBeNull();
});

test.each([
  ['moved', 'transform: translate(200px, 100px) !important; left: 300px !important'],
  ['hidden', 'display: none !important; visibility: hidden !important; opacity: 0 !important'],
  ['clipped', 'clip-path: inset(100%) !important; overflow: hidden !important; width: 0 !important'],
  ['turned', 'direction: rtl !important; writing-mode: vertical-rl !important; zoom: 3 !important'],
])('the page’s own style cannot have the host %s', async (_, style) => {
  const before = stage.card()!.getBoundingClientRect();
  document.querySelector('backgrounder-host')!.setAttribute('style', style);
  await wait(30);
  expect(stage.card()!.getBoundingClientRect()).toEqual(before);
  expect(stage.card()!.checkVisibility({ opacityProperty: true, visibilityProperty: true })).toBe(true);
});

test('the page finds no way to the card’s text', () => {
  const host = document.querySelector('backgrounder-host') as HTMLElement;
  const { left, top } = stage.card()!.getBoundingClientRect();
  expect(host.shadowRoot).toBeNull();
  expect(host.innerText + host.textContent).toBe('');
  expect(document.elementsFromPoint(left + 20, top + 20)[0]).toBe(host);
  expect(document.body.innerText).not.toContain('As of');
  getSelection()!.selectAllChildren(document.documentElement);
  expect(getSelection()!.toString()).not.toContain('As of');
  getSelection()!.removeAllRanges();
});
