import { expect, test } from 'vitest';
import { listedLine } from '../../../components/card/Designations.tsx';
import type { CardDesignation } from '../../../lib/pack/card.ts';
import { isolated } from '../../../components/shared/words.ts';
import { english } from '../../support/words.ts';

const listedBy = (by: string): CardDesignation => ({ by, as: 'a list', from: '2018', standing: 'in-force', endAnnounced: null, note: null, sources: [] });
const listers = ['United States (State Department)', 'United States (E.O. 13224)', 'United Nations (1267 list)', 'Turkey'].map(listedBy);

test('names each lister once, whatever its lists', () => {
  expect(listedLine(listers, 200, english)).toBe(`Listed by ${isolated('United States')}, ${isolated('United Nations')} and ${isolated('Turkey')}.`);
});

test('counts the listers it has no room for', () => {
  expect(listedLine(listers, 45, english)).toBe(`Listed by ${isolated('United States')} and 2 others.`);
  expect(listedLine([], 200, english)).toBeNull();
});
