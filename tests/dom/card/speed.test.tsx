import { afterEach, expect, test } from 'vitest';
import { limits } from '../../../lib/limits.ts';
import { stageCards, type Stage } from '../../support/card-stage.tsx';
import { middle, moveTo, wait } from '../../support/real-pointer.ts';

let stage: Stage;
afterEach(() => stage.end());

const frame = () => new Promise<number>((done) => requestAnimationFrame(done));

test('is drawn in the very task that ends the dwell, so that it is on screen with the next frame', async () => {
  document.body.innerHTML = '<p style="margin: 60px 40px">Idlib and Afrin</p>';
  stage = stageCards(document.body, { Idlib: { entity: 'idlib' }, Afrin: { entity: 'afrin' } });
  const took: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const mention = stage.reading.mentions[round % 2]!;
    const start = performance.now();
    stage.cards.openFor(mention);
    // Style and layout of what was drawn, as the next frame would do them.
    expect(stage.card()!.getBoundingClientRect().height).toBeGreaterThan(100);
    took.push(performance.now() - start);
    stage.cards.close();
    await frame();
  }
  took.sort((a, b) => a - b);
  // Two frames at 60 Hz; measured here: 2-4 ms.
  expect(took[Math.floor(took.length * 0.95)]).toBeLessThan(33);
});

test('opens within 50 ms of the dwell', async () => {
  document.body.innerHTML = '<p style="margin: 60px 40px">Idlib and Afrin</p>';
  stage = stageCards(document.body, { Idlib: { entity: 'idlib' }, Afrin: { entity: 'afrin' } });
  for (const index of [0, 1, 0]) {
    const { x, y } = middle(stage.reading.marks()[index]!.range);
    await moveTo(x, 400);
    await wait(450);
    const drawn = stage.views.length;
    await moveTo(x, y);
    const start = performance.now();
    while (stage.views.length === drawn && performance.now() - start < 1000) await frame();
    const took = performance.now() - start;
    expect(Math.abs(took - limits.dwellMs)).toBeLessThan(50);
  }
});
