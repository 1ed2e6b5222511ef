import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { stageCards, type Stage } from '../../support/card-stage.tsx';
import { aCard } from '../../support/card-fixture.ts';
import { middle, moveTo, wait } from '../../support/real-pointer.ts';

let stage: Stage | undefined;
afterEach(() => {
  stage?.end();
  stage = undefined;
  document.documentElement.dir = '';
  document.documentElement.style.fontSize = '';
});

function resize(width: number, height: number): void {
  const { style } = window.frameElement as HTMLElement;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

/** The opening movement takes 140 ms. */
const settled = () => wait(170);

/** The frame's own size stands in for zoom: 400 % leaves a quarter of the pixels to each side. */
const sizes = [
  { zoom: 100, width: 1280, height: 800 },
  { zoom: 200, width: 640, height: 400 },
  { zoom: 400, width: 320, height: 256 },
];
const spots = ['0% 0%', '50% 0%', '100% 0%', '0% 50%', '50% 50%', '100% 50%', '0% 100%', '50% 100%', '100% 100%'];

describe.each(sizes)('at $zoom % zoom', ({ width, height }) => {
  describe.each(['ltr', 'rtl'] as const)('%s', (dir) => {
    test.each(spots)('the card of a name at %s is in the viewport and off its line', async (spot) => {
      resize(width, height);
      const [x = '', y = ''] = spot.split(' ');
      document.documentElement.dir = dir;
      document.body.innerHTML = `<p style="position: fixed; margin: 0; left: ${x}; top: ${y}; translate: -${x} -${y}; font: 18px/24px serif; white-space: nowrap">Idlib</p>`;
      stage = stageCards(document.body, { Idlib: {} }, { rtl: dir === 'rtl', cardOf: () => aCard() });
      const mark = stage.reading.marks()[0]!;
      stage.cards.openFor(mark.mention);
      stage.views.at(-1)!.actions.expand(true);
      await settled();
      const line = mark.range.getBoundingClientRect();
      const card = stage.card()!.getBoundingClientRect();
      expect(card.left).toBeGreaterThanOrEqual(8);
      expect(card.right).toBeLessThanOrEqual(window.innerWidth - 8);
      expect(card.top).toBeGreaterThanOrEqual(7.5);
      expect(card.bottom).toBeLessThanOrEqual(window.innerHeight - 7.5);
      expect(card.bottom <= line.top || card.top >= line.bottom).toBe(true);
      expect(card.height).toBeGreaterThan(60);
    });
  });
});

test('keeps the way to what came later in sight where there is little room', async () => {
  resize(1280, 500);
  document.body.innerHTML = '<p style="margin: 0; padding: 140px 40px 0; font: 18px/24px serif">Idlib</p>';
  stage = stageCards(document.body, { Idlib: {} }, { cardOf: () => aCard({ asOf: { day: '2022-09-23', basis: 'article', stale: true } }) });
  stage.cards.openFor(stage.reading.marks()[0]!.mention);
  await settled();
  const card = stage.card()!;
  expect(card.scrollHeight).toBeGreaterThan(card.clientHeight);
  const summary = card.querySelector('.bk-since > summary')!;
  const way = summary.getBoundingClientRect();
  expect(way.top).toBeGreaterThan(card.getBoundingClientRect().top);
  expect(way.bottom).toBeLessThanOrEqual(card.querySelector('.bk-acts')!.getBoundingClientRect().top + 1);
  const { x, y } = middle(summary);
  expect(card.querySelector('.bk-since')!.contains((card.getRootNode() as ShadowRoot).elementFromPoint(x, y))).toBe(true);
});

test('follows the page as it scrolls and goes when its line has gone', async () => {
  resize(1280, 800);
  document.body.innerHTML = '<p style="margin: 0; padding: 300px 40px 3000px; font: 18px serif">Idlib</p>';
  stage = stageCards(document.body, { Idlib: {} });
  window.scrollTo(0, 0);
  const mark = stage.reading.marks()[0]!;
  stage.cards.openFor(mark.mention);
  await settled();
  const gap = () => stage!.card()!.getBoundingClientRect().top - mark.range.getBoundingClientRect().bottom;
  const before = gap();
  window.scrollTo(0, 90);
  await wait(60);
  expect(gap()).toBeCloseTo(before, 0);
  window.scrollTo(0, 1500);
  await wait(60);
  expect(stage.card()).toBeNull();
  window.scrollTo(0, 0);
});

test('takes the reader’s font size, not the page’s rem', async () => {
  document.documentElement.style.fontSize = '7px';
  document.body.innerHTML = '<style>* { font-size: 40px !important; color: red !important; display: inline !important }</style><p>Idlib</p>';
  stage = stageCards(document.body, { Idlib: {} });
  stage.cards.openFor(stage.reading.mentions[0]!);
  await wait(30);
  const name = stage.card()!.querySelector('.bk-name')!;
  expect(getComputedStyle(name).fontSize).toBe('21px');
  expect(getComputedStyle(name).color).not.toBe('rgb(255, 0, 0)');
});

describe('inside what lies above the page', () => {
  test('a modal dialog: the card is in it and can be used', async () => {
    document.body.innerHTML = '<dialog style="inline-size: 500px; block-size: 300px"><p>Idlib</p></dialog>';
    const dialog = document.querySelector('dialog')!;
    dialog.showModal();
    stage = stageCards(document.body, { Idlib: {} });
    stage.cards.openFor(stage.reading.mentions[0]!);
    await wait(50);
    const { x, y } = middle(stage.card()!.querySelector('.bk-head .btn')!);
    expect(document.elementFromPoint(x, y)?.localName).toBe('backgrounder-host');
    expect(document.querySelector('dialog > backgrounder-host')).not.toBeNull();
    stage.cards.close();
    expect(document.querySelector('backgrounder-host')).toBeNull();
    dialog.close();
  });

  test('a modal dialog in a shadow root, the name slotted into it', async () => {
    document.body.innerHTML = '<div id="outer"><p>Idlib</p></div>';
    const shadow = document.querySelector('#outer')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<dialog><slot></slot></dialog>';
    shadow.querySelector('dialog')!.showModal();
    stage = stageCards(document.body, { Idlib: {} });
    stage.cards.openFor(stage.reading.mentions[0]!);
    await wait(50);
    expect(shadow.querySelector('dialog > backgrounder-host')).not.toBeNull();
    const { x, y } = middle(stage.card()!.querySelector('.bk-head .btn')!);
    expect(shadow.elementFromPoint(x, y)?.localName).toBe('backgrounder-host');
  });

  test('a popover the page opened before', async () => {
    document.body.innerHTML = '<div popover="auto" style="inline-size: 300px"><p>Idlib</p></div>';
    (document.querySelector('[popover]') as HTMLElement).showPopover();
    stage = stageCards(document.body, { Idlib: {} });
    stage.cards.openFor(stage.reading.mentions[0]!);
    await wait(50);
    expect(document.querySelector('[popover="auto"]')!.matches(':popover-open')).toBe(true);
    const { x, y } = middle(stage.card()!.querySelector('.bk-head .btn')!);
    expect(document.elementFromPoint(x, y)?.localName).toBe('backgrounder-host');
  });
});

test('stays for ten seconds under a pointer that does nothing (WCAG 1.4.13)', async () => {
  resize(414, 896);
  document.body.innerHTML = '<p style="margin: 80px">Idlib</p>';
  stage = stageCards(document.body, { Idlib: {} });
  const { x, y } = middle(stage.reading.marks()[0]!.range);
  await moveTo(x - 200, y + 300);
  await moveTo(x, y);
  await wait(700);
  expect(stage.card()).not.toBeNull();
  await wait(10_000);
  expect(stage.card()).not.toBeNull();
}, 15_000);

test('moves nothing for readers who want less motion', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  document.body.innerHTML = '<p>Idlib</p>';
  stage = stageCards(document.body, { Idlib: {} });
  stage.cards.openFor(stage.reading.mentions[0]!);
  expect(stage.card()!.getAnimations()).toHaveLength(0);
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

test('explains a name in a shadow root of the page', async () => {
  resize(1280, 800);
  document.body.innerHTML = '<div id="story"></div>';
  const shadow = document.querySelector('#story')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p style="margin: 60px; font: 18px serif">Idlib</p>';
  stage = stageCards(shadow as unknown as Element, { Idlib: {} });
  const { x, y } = middle(stage.reading.marks()[0]!.range);
  await moveTo(5, 700);
  await moveTo(x, y);
  await wait(700);
  const line = stage.reading.marks()[0]!.range.getBoundingClientRect();
  expect(stage.card()!.getBoundingClientRect().top).toBeGreaterThanOrEqual(line.bottom);
});

test('keeps its edge, its marks and the keyboard’s ring where colours are forced', async () => {
  resize(1280, 800);
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  document.body.innerHTML = '<p style="margin: 60px">Idlib</p>';
  stage = stageCards(document.body, { Idlib: {} });
  stage.cards.step(1);
  expect(getComputedStyle(stage.stop()!).outlineStyle).toBe('solid');
  stage.cards.openFor(stage.reading.mentions[0]!);
  const card = stage.card()!;
  const style = (selector: string) => getComputedStyle(card.querySelector(selector)!);
  expect(getComputedStyle(card).borderTopStyle).toBe('solid');
  const paper = getComputedStyle(card).backgroundColor;
  expect(style('.bk-seam li:not(.after, .now)').backgroundColor).not.toBe(paper);
  expect(style('.bk-seam .now').backgroundColor).not.toBe(paper);
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

test('explains a name in a frame of the page, at the frame’s place', async () => {
  resize(1280, 800);
  document.body.innerHTML = '<iframe style="margin: 90px 0 0 120px; border: 7px solid; inline-size: 500px; block-size: 300px" srcdoc="<p>Idlib</p>"></iframe>';
  const frame = document.querySelector('iframe')!;
  await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  stage = stageCards(frame.contentDocument!.body, { Idlib: {} });
  stage.cards.openFor(stage.reading.mentions[0]!);
  await settled();
  const inner = stage.reading.marks()[0]!.range.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const card = stage.card()!.getBoundingClientRect();
  expect(card.top).toBeCloseTo(outer.top + 7 + inner.bottom + 8, 0);
  expect(card.left).toBeCloseTo(outer.left + 7 + inner.left, 0);
  stage.cards.close();
  const { x, y } = middle(stage.reading.marks()[0]!.range);
  await moveTo(5, 5);
  await moveTo(outer.left + 7 + x, outer.top + 7 + y);
  await wait(650);
  expect(stage.card()).not.toBeNull();
  expect(document.querySelector('backgrounder-host')).not.toBeNull();
});
