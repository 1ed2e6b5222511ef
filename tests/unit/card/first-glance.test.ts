import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSentences } from '../../../components/card/first-glance.ts';

test.each([
  ['The whole text fits.', 40, 'The whole text fits.'],
  ['One sentence. Another one that is longer.', 20, 'One sentence.'],
  ['Held by the U.S. Army since 2018, it lies in the north.', 30, 'Held by the U.S. Army since…'],
  ['جملة أولى. جملة ثانية أطول بكثير.', 12, 'جملة أولى.'],
])('cuts %j to %i at %j', (text, max, cut) => {
  expect(firstSentences(text, max, 'en')).toBe(cut);
});

test('never gives more than asked for, and only what the text begins with', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 2, max: 200 }), (text, max) => {
      const cut = firstSentences(text, max, 'en');
      expect(cut.length).toBeLessThanOrEqual(Math.max(max, text.length <= max ? text.length : max));
      expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});
