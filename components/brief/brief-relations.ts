import type { Card } from '../../lib/pack/card.ts';
import { declaredRelationTypes } from '../../lib/pack/relations.ts';

export interface Tie {
  from: Card;
  relation: string;
  to: Card;
}

/** Who on the page is tied to whom, each tie once and in the direction it was declared in; editors' remarks are left out. */
export function tiesBetween(cards: readonly Card[]): Tie[] {
  const byKey = new Map(cards.map((card) => [`${card.pack}/${card.entity}`, card]));
  const seen = new Set<string>();
  return cards.flatMap((from) =>
    from.related.flatMap(({ entity, relation }): Tie[] => {
      const to = byKey.get(`${from.pack}/${entity}`);
      if (!to || relation === null || !shown.has(relation)) return [];
      const pair = [from.entity, to.entity].sort().join(' ');
      const key = `${pair} ${relation}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ from, relation, to }];
    }),
  );
}

const shown = new Set(declaredRelationTypes.filter((type) => type !== 'not-to-be-confused-with' && type !== 'stands-for'));
