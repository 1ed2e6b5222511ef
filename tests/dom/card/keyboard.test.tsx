import { afterEach, beforeEach, expect, test } from 'vitest';
import { stageCards, type Stage } from '../../support/card-stage.tsx';
import { middle, moveTo, press, wait } from '../../support/real-pointer.ts';

let stage: Stage;
let button: HTMLButtonElement;

beforeEach(async () => {
  document.body.innerHTML = `<button id="before">Before</button>
    <p style="font: 18px/1.6 serif">Hayat Tahrir al-Sham and Idlib.</p>
    <div style="block-size: 3000px"></div>
    <p style="font: 18px/1.6 serif">At the end, Afrin.</p><button id="after">After</button>`;
  window.scrollTo(0, 0);
  await moveTo(5, 700);
  button = document.querySelector('#before') as HTMLButtonElement;
  button.focus();
  stage = stageCards(document.body, { 'Hayat Tahrir al-Sham': {}, Idlib: { entity: 'idlib' }, Afrin: { entity: 'afrin' } });
});
afterEach(() => stage.end());

const focused = () => (stage.stop()?.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;

test('steps through the names, says which, and comes round', () => {
  expect(stage.cards.step(1)).toBe(true);
  expect(focused()?.ariaLabel).toBe('Hayat Tahrir al-Sham. Name 1 of 3. Background available.');
  stage.cards.step(1);
  stage.cards.step(1);
  expect(focused()?.ariaLabel).toContain('Afrin');
  const ring = stage.stop()!.getBoundingClientRect();
  expect(ring.top).toBeGreaterThan(0);
  expect(ring.bottom).toBeLessThan(window.innerHeight);
  stage.cards.step(1);
  expect(focused()?.ariaLabel).toContain('Name 1 of 3');
  stage.cards.step(-1);
  expect(focused()?.ariaLabel).toContain('Name 3 of 3');
});

test('opens with Enter and puts the keyboard into the card; Escape leads back to the name, then to the page', async () => {
  stage.cards.step(1);
  await press('Enter');
  expect(stage.card()).not.toBeNull();
  expect(focused()).toBe(stage.card());
  await press('Tab');
  expect(focused()?.getAttribute('aria-label')).toBe('Close');
  await press('Escape');
  expect(stage.card()).toBeNull();
  expect(focused()).toBe(stage.stop());
  await press('Escape');
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('backgrounder-host')).toBeNull();
});

test('goes on from where the reader was with Tab', async () => {
  stage.cards.step(1);
  await press('Tab');
  expect(document.activeElement?.id).toBe('after');
});

test('leads out of the card at its ends, back to the name', async () => {
  stage.cards.step(1);
  await press('Enter');
  for (let tab = 0; tab < 12 && stage.card(); tab += 1) await press('Tab');
  expect(stage.card()).toBeNull();
  expect(focused()).toBe(stage.stop());
});

test('keeps the keyboard in the card when the pressed button goes', async () => {
  stage.cards.step(1);
  await press('Enter');
  await wait(300);
  stage.card()!.querySelector<HTMLElement>('.bk-more')!.focus();
  await press('Enter');
  expect(stage.views.at(-1)?.expanded).toBe(true);
  expect(stage.card()!.contains(focused())).toBe(true);
});

test('walks to related names and back with Alt and the arrows', async () => {
  stage.cards.step(1);
  await press('Enter');
  stage.views.at(-1)!.actions.open({ pack: 'syria', entity: 'idlib' });
  expect(stage.card()?.textContent).toContain('idlib');
  await wait(300);
  stage.card()!.focus();
  await press('ArrowLeft', 'ArrowLeft', 1);
  expect(stage.card()?.querySelector('.bk-name')?.textContent).toBe('hayat-tahrir-al-sham');
  await press('ArrowRight', 'ArrowRight', 1);
  expect(stage.card()?.querySelector('.bk-name')?.textContent).toBe('idlib');
});

test('says nothing when there is no name', () => {
  stage.end();
  document.body.innerHTML = '<p>Nothing here.</p>';
  stage = stageCards(document.body, { Idlib: {} });
  expect(stage.cards.step(1)).toBe(false);
  expect(document.querySelector('backgrounder-host')).toBeNull();
});

test('does not close under the keyboard when the pointer moves elsewhere', async () => {
  stage.cards.step(1);
  await press('Enter');
  const { x } = middle(stage.reading.marks()[0]!.range);
  await moveTo(x, 690);
  await moveTo(x + 50, 695);
  await wait(500);
  expect(stage.card()).not.toBeNull();
});
