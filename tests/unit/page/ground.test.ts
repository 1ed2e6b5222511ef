import { describe, expect, it } from 'vitest';
import { parseColour } from '../../../lib/page/ground.ts';

describe('parseColour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgb(119, 119, 119)', 0.5, 1],
    ['oklch(0.97 0.01 250)', 0.97, 1],
    ['oklab(0.2 0 0 / 0.5)', 0.2, 0.5],
    ['lab(97 0 0)', 0.97, 1],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(display-p3 0 0 0 / 0.25)', 0, 0.25],
    ['color(rec2020 1 1 1)', 1, 1],
  ])('reads %s', (colour, lightness, alpha) => {
    expect(parseColour(colour)?.lightness).toBeCloseTo(lightness, 1);
    expect(parseColour(colour)?.alpha).toBe(alpha);
  });

  it('reads nothing from what is no colour it knows', () => {
    expect(parseColour('transparent')).toBeNull();
    expect(parseColour('rgb(from red)')).toBeNull();
  });
});
