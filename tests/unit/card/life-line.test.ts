import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifeLine } from '../../../components/card/life-line.ts';
import { aCard, aStatement } from '../../support/card-fixture.ts';

const none = { exists: { from: null, to: null }, before: [], since: [] };

test('is true to scale from the first thing known to the pack’s end', () => {
  const line = lifeLine(aCard({ ...none, before: [aStatement('2016-03-10', 'A.')], asOf: { day: '2021-03-10', basis: 'article', stale: false } }), true)!;
  expect([line.fromYear, line.toYear]).toEqual(['2016', '2026']);
  expect(line.article).toBeCloseTo(0.5, 2);
  expect(line.marks).toEqual([{ at: 0, count: 1, isLater: false }]);
});

test('ends at the article where the reader does not want to see what followed', () => {
  const line = lifeLine(aCard(), false)!;
  expect(line).toMatchObject({ toYear: '2022', article: 1 });
  expect(line.marks.some(({ isLater }) => isLater)).toBe(false);
});

test('joins what is too close to part, but never across the article', () => {
  const card = aCard({ ...none, before: [aStatement('2012-01-01', 'Old.'), aStatement('2022-09-20', 'A.'), aStatement('2022-09-21', 'B.')], since: [aStatement('2022-09-24', 'C.')] });
  expect(lifeLine(card, true)!.marks.map(({ count, isLater }) => [count, isLater])).toEqual([
    [1, false],
    [2, false],
    [1, true],
  ]);
});

test('is not drawn without a day, or with nothing on it', () => {
  expect(lifeLine(aCard({ asOf: { day: null, basis: 'none', stale: false } }), true)).toBeNull();
  expect(lifeLine(aCard(none), true)).toBeNull();
});

test('keeps every mark on the line and on its side of the article', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(Date.UTC(2001, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(day), day, (days, asOf) => {
      const before = days.filter((one) => one <= asOf).map((one) => aStatement(one, 'A.'));
      const since = days.filter((one) => one > asOf).map((one) => aStatement(one, 'B.'));
      const line = lifeLine(aCard({ ...none, before, since, asOf: { day: asOf, basis: 'article', stale: false } }), true);
      if (!line) return;
      expect(line.marks.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
      for (const { at, isLater } of line.marks) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(1);
        expect(isLater ? at >= line.article : at <= line.article).toBe(true);
      }
    }),
  );
});
