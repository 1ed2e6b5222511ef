import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScanParts } from '../../../lib/background/scan-parts.ts';

describe('the parts of a scan', () => {
  it('come together as the text they were cut from, also when two pages send at once', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), fc.array(fc.string(), { minLength: 1, maxLength: 9 }), (a, b) => {
        const scans = new ScanParts();
        let results: (string | null)[] = [];
        for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
          for (const [scan, texts] of [['a', a], ['b', b]] as const) {
            const text = texts[at];
            if (text === undefined) continue;
            const whole = scans.add({ scan, part: at, parts: texts.length, text });
            if (at === texts.length - 1) results = [...results, whole];
            else expect(whole).toBeNull();
          }
        }
        expect(results.sort()).toEqual([a.join(''), b.join('')].sort());
      }),
    );
  });

  it('are asked for again when the worker has lost the first ones', () => {
    expect(new ScanParts().add({ scan: 'a', part: 1, parts: 2, text: 'b' })).toBe('lost');
  });

  it('are asked for again when one is missing', () => {
    const scans = new ScanParts();
    scans.add({ scan: 'a', part: 0, parts: 3, text: 'a' });
    expect(scans.add({ scan: 'a', part: 2, parts: 3, text: 'c' })).toBe('lost');
  });

  it('of pages closed half-way are not kept for ever', () => {
    const scans = new ScanParts();
    for (let page = 0; page < 20; page += 1) scans.add({ scan: String(page), part: 0, parts: 2, text: 'x' });
    expect(scans.add({ scan: '0', part: 1, parts: 2, text: 'y' })).toBe('lost');
    expect(scans.add({ scan: '19', part: 1, parts: 2, text: 'y' })).toBe('xy');
  });
});
