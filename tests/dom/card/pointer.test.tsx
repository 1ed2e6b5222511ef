import { afterEach, beforeEach, expect, test } from 'vitest';
import { stageCards, type Stage } from '../../support/card-stage.tsx';
import { clickAt, middle, moveTo, press, wait } from '../../support/real-pointer.ts';

let stage: Stage;
const names = { 'Hayat Tahrir al-Sham': {}, Idlib: { entity: 'idlib', kind: 'place' as const }, Afrin: { entity: 'afrin', kind: 'place' as const } };

beforeEach(async () => {
  document.body.innerHTML = `<p style="margin: 60px 40px; font: 18px/1.6 serif; max-inline-size: 600px">
    Hayat Tahrir al-Sham has settled on a plan to take fighters out of Idlib and into <a href="#afrin">Afrin</a>, a report says.</p>`;
  await moveTo(5, 5);
  stage = stageCards(document.body, names);
});
afterEach(() => stage.end());

const at = (index: number) => middle(stage.reading.marks()[index]!.range);

test('rests half a second on a name before its card opens', async () => {
  const { x, y } = at(0);
  await moveTo(x, y);
  await wait(430);
  expect(stage.card()).toBeNull();
  await wait(140);
  expect(stage.card()?.textContent).toContain('hayat-tahrir-al-sham');
});

test('keeps the card while the pointer is on it, and closes it 300 ms after it has left', async () => {
  const { x, y } = at(0);
  await moveTo(x, y);
  await wait(600);
  const box = stage.card()!.getBoundingClientRect();
  for (let step = 1; step <= 8; step += 1) {
    await moveTo(x + ((box.left + box.width - 20 - x) * step) / 8, y + ((box.top + 60 - y) * step) / 8);
    await wait(30);
  }
  await wait(500);
  expect(stage.card()).not.toBeNull();
  await moveTo(box.left + 20, box.bottom + 120);
  await wait(200);
  expect(stage.card()).not.toBeNull();
  await wait(250);
  expect(stage.card()).toBeNull();
  expect(document.querySelector('backgrounder-host')).toBeNull();
});

test('opens nothing for a pointer that sweeps over forty names in three seconds', async () => {
  stage.end();
  const towns = Array.from({ length: 40 }, (_, n) => `Town${n + 10}`);
  document.body.innerHTML = `<p style="margin: 40px; font: 18px/1.6 serif; max-inline-size: 600px">${towns.join(' and then ')}</p>`;
  stage = stageCards(document.body, Object.fromEntries(towns.map((town) => [town, { entity: town.toLowerCase() }])));
  expect(stage.reading.marks()).toHaveLength(40);
  const start = performance.now();
  for (const [index, { range }] of stage.reading.marks().entries()) {
    const { left, top, width, height } = range.getBoundingClientRect();
    await moveTo(left + width / 3, top + height / 2);
    await moveTo(left + (2 * width) / 3, top + height / 2);
    await wait(Math.max(0, (index + 1) * 75 - (performance.now() - start)));
  }
  expect(stage.views).toHaveLength(0);
  await moveTo(5, 700);
  await wait(700);
  expect(stage.views).toHaveLength(0);
});

test('opens at once on a click, but leaves a link its click', async () => {
  const name = at(0);
  await clickAt(name.x, name.y);
  expect(stage.card()).not.toBeNull();
  await clickAt(5, 400);
  expect(stage.card()).toBeNull();
  const link = at(2);
  await clickAt(link.x, link.y);
  expect(location.hash).toBe('#afrin');
  expect(stage.card()).toBeNull();
  await wait(600);
});

test('closes on Escape and does not open again under the same resting pointer', async () => {
  const { x, y } = at(1);
  await moveTo(x, y);
  await wait(600);
  expect(stage.card()).not.toBeNull();
  await press('Escape');
  expect(stage.card()).toBeNull();
  await moveTo(x + 2, y);
  await wait(700);
  expect(stage.card()).toBeNull();
});

test('leaves one empty element in the page, and its events to itself', async () => {
  const heard: string[] = [];
  for (const type of ['click', 'pointermove', 'pointerdown', 'keydown']) document.addEventListener(type, () => heard.push(type), { once: true });
  const before = document.documentElement.outerHTML;
  const { x, y } = at(0);
  stage.cards.openFor(stage.reading.mentions[0]!);
  heard.length = 0;
  await wait(300);
  const box = stage.card()!.getBoundingClientRect();
  await clickAt(box.left + 30, box.top + 20);
  expect(heard).toEqual([]);
  const host = document.querySelector('backgrounder-host')!;
  expect(host.shadowRoot).toBeNull();
  expect(host.childNodes).toHaveLength(0);
  host.remove();
  expect(document.documentElement.outerHTML).toBe(before);
  await moveTo(x, y);
});
