import { expect, it } from 'vitest';
import { declaredRelationTypes, inverseOf, relationTypes, withInverses } from '../../../lib/pack/relations.ts';
import { makeEntity } from '../../support/pack.ts';

it('derives the inverse with its days and sources, after what the target declares itself', () => {
  const lake = makeEntity({ id: 'lake', relations: [{ type: 'rival-of', target: 'hill' }] });
  const hill = makeEntity({ id: 'hill' });
  const guard = makeEntity({ relations: [{ type: 'based-in', target: 'lake', from: '2019', sources: ['post/a'] }] });
  const [derivedLake, derivedHill] = withInverses([lake, hill, guard]);
  expect(derivedLake?.relations).toEqual([
    { type: 'rival-of', target: 'hill' },
    { type: 'base-of', target: 'river-guard', from: '2019', sources: ['post/a'] },
  ]);
  expect(derivedHill?.relations).toEqual([{ type: 'rival-of', target: 'lake' }]);
});

it('derives nothing where no inverse is worth a line', () => {
  const [, hill] = withInverses([makeEntity({ relations: [{ type: 'works-for', target: 'hill' }] }), makeEntity({ id: 'hill' })]);
  expect(hill?.relations).toBeUndefined();
});

it('never lets an inverse be declared, save those that are their own', () => {
  const inverses = declaredRelationTypes.map(inverseOf).filter((type) => type !== null);
  expect(inverses.filter((type) => declaredRelationTypes.includes(type) && inverseOf(type) !== type)).toEqual([]);
  expect(inverses.every((type) => relationTypes.includes(type))).toBe(true);
});
