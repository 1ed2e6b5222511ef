import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from '../../../lib/clip/word-diff.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

test('tells a changed number and an added word from what stayed', () => {
  expect(wordDiff('He freed seven men.', 'He freed six armed men.')).toEqual([
    { kind: 'same', text: 'He freed' },
    { kind: 'then', text: 'seven' },
    { kind: 'now', text: 'six armed' },
    { kind: 'same', text: 'men.' },
  ]);
});

test('gives both texts back, word for word', () => {
  const prose = fc.array(fc.constantFrom('a', 'b', 'not', '7', 'HTS', 'said.', 'إدلب')).map((all) => all.join(' '));
  fc.assert(
    fc.property(prose, prose, (then, now) => {
      const side = (other: 'then' | 'now') => words(wordDiff(then, now).filter(({ kind }) => kind !== other).map(({ text }) => text).join(' '));
      expect(side('now')).toEqual(words(then));
      expect(side('then')).toEqual(words(now));
    }),
  );
});
