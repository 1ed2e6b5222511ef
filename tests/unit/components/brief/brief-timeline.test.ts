import { expect, test } from 'vitest';
import { mergedTimeline, nearestEntries } from '../../../../components/brief/brief-timeline.ts';
import { aCard, aStatement } from '../../../support/card-fixture.ts';

const one = aCard({ entity: 'one', before: [aStatement('2018-03-18', 'b'), aStatement('2017', 'a')], since: [aStatement('2024-12-08', 'e')] });
const two = aCard({ entity: 'two', before: [aStatement('2018-03', 'c')], since: [aStatement('2022-10-13', 'd'), aStatement('2019', 'undated until then')] });
const dates = (entries: ReturnType<typeof mergedTimeline>) => entries.map(({ statement }) => statement.date);

test('merges by day, a vague date at its earliest, and never mixes what came later into what held', () => {
  expect(dates(mergedTimeline([one, two]))).toEqual(['2017', '2018-03', '2018-03-18', '2019', '2022-10-13', '2024-12-08']);
});

test('keeps the entries on both sides of the article that are nearest to it', () => {
  expect(dates(nearestEntries(mergedTimeline([one, two]), 4))).toEqual(['2018-03', '2018-03-18', '2019', '2022-10-13']);
});

test.each([
  [0, 20, 12],
  [20, 0, 12],
  [1, 40, 12],
  [40, 1, 12],
  [3, 3, 12],
])('shows as many as asked for of %i before and %i after, and one of each side that has any', (before, since, count) => {
  const year = (n: number) => String(1900 + n);
  const card = aCard({
    before: Array.from({ length: before }, (_, n) => aStatement(year(n), 'x')),
    since: Array.from({ length: since }, (_, n) => aStatement(year(100 + n), 'x')),
  });
  const shown = nearestEntries(mergedTimeline([card]), count);
  expect(shown).toHaveLength(Math.min(count, before + since));
  expect(shown.some(({ later }) => later)).toBe(since > 0);
  expect(shown.some(({ later }) => !later)).toBe(before > 0);
});
