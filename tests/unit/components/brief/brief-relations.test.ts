import { expect, test } from 'vitest';
import { tiesBetween } from '../../../../components/brief/brief-relations.ts';
import { aCard } from '../../../support/card-fixture.ts';

const tie = (entity: string, relation: string | null) => ({ entity, kind: 'group' as const, type: 'armed-group' as const, name: entity, relation });

test('tells each tie once, in its declared direction, between entities of the page only', () => {
  const ties = tiesBetween([
    aCard({ entity: 'a', related: [tie('b', 'led-by'), tie('c', 'fought'), tie('absent', 'part-of'), tie('c', null)] }),
    aCard({ entity: 'b', related: [tie('a', 'leads'), tie('c', 'not-to-be-confused-with')] }),
    aCard({ entity: 'c', related: [tie('a', 'fought')] }),
  ]);
  expect(ties.map(({ from, ties }) => [from.entity, ties.map(({ relation, to }) => `${relation} ${to.entity}`)])).toEqual([['a', ['led-by b', 'fought c']]]);
});
