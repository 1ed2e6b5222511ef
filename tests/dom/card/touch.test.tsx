import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { aCard } from '../../support/card-fixture.ts';
import { stageCards, type Stage } from '../../support/card-stage.tsx';
import { middle, tapAt, wait } from '../../support/real-pointer.ts';

let stage: Stage;

beforeEach(() => {
  const { style } = window.frameElement as HTMLElement;
  style.width = '375px';
  style.height = '660px';
  document.body.innerHTML = '<p style="margin: 520px 20px 900px; font: 18px/1.6 serif">In Idlib and in <a href="#afrin">Afrin</a>.</p>';
  window.scrollTo(0, 0);
  stage = stageCards(document.body, { Idlib: {}, Afrin: {} }, { cardOf: () => aCard() });
});
afterEach(async () => {
  stage.end();
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

test('a tap on a name opens a sheet at the foot of the screen, the name in sight above it', async () => {
  const { x, y } = middle(stage.reading.marks()[0]!.range);
  await tapAt(x, y);
  await expect.poll(() => stage.card()).not.toBeNull();
  await wait(250);
  const sheet = stage.card()!.getBoundingClientRect();
  expect([sheet.left, sheet.right, Math.round(sheet.bottom)]).toEqual([0, window.innerWidth, window.innerHeight]);
  expect(sheet.height).toBeLessThanOrEqual(window.innerHeight * 0.6 + 1);
  expect(stage.reading.marks()[0]!.range.getBoundingClientRect().bottom).toBeLessThan(sheet.top);
  await wait(1500);
  expect(stage.card()).not.toBeNull();
});

test('a tap beside closes it', async () => {
  const { x, y } = middle(stage.reading.marks()[0]!.range);
  await tapAt(x, y);
  await expect.poll(() => stage.card()).not.toBeNull();
  await tapAt(200, 30);
  await expect.poll(() => stage.card()).toBeNull();
});

test('a tap on a link follows the link', async () => {
  location.hash = '';
  const { x, y } = middle(stage.reading.marks()[1]!.range);
  await tapAt(x, y);
  await expect.poll(() => location.hash).toBe('#afrin');
  expect(stage.card()).toBeNull();
});
