import { expect, test } from 'vitest';
import { dossierYears, mentionedWith } from '../../../lib/clip/dossier.ts';
import { aStatement } from '../../support/card-fixture.ts';
import { aClipping } from '../../support/clipping.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';

test('sets facts and excerpts on one line of years, the oldest first', () => {
  const years = dossierYears([aStatement('2022-10-13', 'Entered.'), aStatement('2017-01-28', 'Formed.'), aStatement('2022', 'A year.')], clippingShelf);
  expect(years.map(({ year, entries }) => [year, entries.map(({ date }) => date)])).toEqual([
    ['2017', ['2017-01-28']],
    ['2022', ['2022', '2022-09-23', '2022-10-13', '2022-10-14', '2022-10-16']],
    ['2025', ['2025-01-30', '2025-07-09']],
  ]);
});

test('puts an excerpt of an undated article at the day it was saved', () => {
  const [only] = dossierYears([], [aClipping({ page: { published: null }, capturedAt: '2024-03-02T08:00:00.000Z' })]);
  expect(only).toMatchObject({ year: '2024', entries: [{ date: '2024-03-02' }] });
});

test('tells who else is named, most often first, and not the entity itself', () => {
  const others = mentionedWith(clippingShelf, 'syria/hayat-tahrir-al-sham');
  expect(others[0]).toMatchObject({ key: 'syria/afrin', kind: 'place', count: 2 });
  expect(others.map(({ key }) => key)).not.toContain('syria/hayat-tahrir-al-sham');
});
