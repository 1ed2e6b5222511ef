import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromFragment, toFragment } from '../../../lib/clip/library-address.ts';
import { noFilter } from '../../../lib/clip/library-view.ts';

test('reads back every filter it writes', () => {
  const field = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
  const state = fc.option(fc.constantFrom('changed' as const, 'gone' as const));
  const kind = fc.option(fc.constantFrom('place' as const, 'group' as const));
  fc.assert(
    fc.property(fc.record({ entity: field, kind, tag: field, site: field, year: field, saved: field, page: field, state }), (filter) => {
      expect(fromFragment(toFragment(filter)).filter).toEqual(filter);
    }),
  );
});

test('points at one clipping and leaves out what it cannot read', () => {
  expect(fromFragment('#clipping=abc&state=lost&colour=red')).toEqual({ filter: noFilter, clipping: 'abc' });
});
