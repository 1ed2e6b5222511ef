import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCard, zoneOf, type Box } from '../../../lib/page/place-card.ts';

const viewport: Box = { left: 0, top: 0, width: 1280, height: 800 };
const line = (left: number, top: number, width = 90, height = 24): Box => ({ left, top, width, height });
const card = { width: 384, height: 320 };

describe('placing a card', () => {
  test('stands 8 pixels under the line, its start at the name', () => {
    expect(placeCard({ lines: [line(200, 100)], at: 0, card, viewport, rtl: false })).toEqual({ left: 200, top: 132, width: 384, maxHeight: 560, side: 'below' });
  });

  test('ends at the name where text runs from the right', () => {
    expect(placeCard({ lines: [line(600, 100)], at: 0, card, viewport, rtl: true }).left).toBe(600 + 90 - 384);
  });

  test('goes above where there is no room below', () => {
    const placed = placeCard({ lines: [line(200, 700)], at: 0, card, viewport, rtl: false });
    expect(placed.side).toBe('above');
    expect(placed.top).toBe(700 - 8 - 320);
  });

  test('clears every line of a name that wraps', () => {
    const placed = placeCard({ lines: [line(1000, 100), line(40, 130)], at: 1, card, viewport, rtl: false });
    expect(placed).toMatchObject({ top: 162, left: 40 });
  });

  test('keeps its side while it grows and there is room to read, else changes it', () => {
    const low = line(200, 500);
    expect(placeCard({ lines: [low], at: 0, card: { width: 384, height: 500 }, viewport, rtl: false, side: 'below' }).side).toBe('below');
    expect(placeCard({ lines: [line(200, 700)], at: 0, card, viewport, rtl: false, side: 'below' }).side).toBe('above');
  });

  const box = fc.record({
    width: fc.integer({ min: 256, max: 2560 }),
    height: fc.integer({ min: 200, max: 1600 }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    cardHeight: fc.integer({ min: 40, max: 3000 }),
    rtl: fc.boolean(),
  });
  test('is inside the viewport and off its line wherever the name is', () => {
    fc.assert(
      fc.property(box, ({ width, height, x, y, cardHeight, rtl }) => {
        const own = line(x * (width - 100), y * (height - 24));
        const view = { left: 0, top: 0, width, height };
        const placed = placeCard({ lines: [own], at: 0, card: { width: Math.min(384, width - 32), height: cardHeight }, viewport: view, rtl });
        const shown = Math.min(cardHeight, placed.maxHeight);
        expect(placed.left).toBeGreaterThanOrEqual(8);
        expect(placed.left + placed.width).toBeLessThanOrEqual(width - 8);
        expect(placed.top + shown).toBeLessThanOrEqual(height);
        expect(placed.top).toBeGreaterThanOrEqual(0);
        if (placed.side === 'below') expect(placed.top).toBeGreaterThanOrEqual(own.top + own.height + 8);
        else expect(placed.top + shown).toBeLessThanOrEqual(own.top - 8 + 1e-6);
      }),
    );
  });
});

describe('telling where the pointer is', () => {
  const lines = [line(200, 100)];
  const open: Box = { left: 200, top: 132, width: 384, height: 320 };
  test.each([
    ['on the name', { x: 210, y: 110 }, null, 'mark'],
    ['on the card', { x: 300, y: 300 }, null, 'card'],
    ['in the gap between them', { x: 240, y: 128 }, null, 'bridge'],
    ['on the straight way to the far corner', { x: 400, y: 129 }, { x: 285, y: 122 }, 'bridge'],
    ['beside the way', { x: 700, y: 128 }, { x: 285, y: 122 }, 'away'],
    ['on the line above', { x: 240, y: 80 }, { x: 240, y: 101 }, 'away'],
  ] as const)('%s', (_, pointer, exit, zone) => {
    expect(zoneOf(pointer, lines, open, exit)).toBe(zone);
  });
});
