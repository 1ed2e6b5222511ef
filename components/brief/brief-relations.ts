import type { Card } from '../../lib/pack/card.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import { declaredRelationTypes } from '../../lib/pack/relations.ts';

export interface Ties {
  from: Card;
  ties: { relation: string; to: Card }[];
}

/** Who on the page is tied to whom, each tie once and in the direction it was declared in; editors' remarks are left out. */
export function tiesBetween(cards: readonly Card[]): Ties[] {
  const byKey = new Map(cards.map((card) => [entityKey(card), card]));
  const seen = new Set<string>();
  return cards.flatMap((from) => {
    const ties = from.related.flatMap(({ entity, relation }) => {
      const to = byKey.get(entityKey({ pack: from.pack, entity }));
      if (!to || relation === null || !shown.has(relation)) return [];
      const key = `${[from.entity, to.entity].sort().join(' ')} ${relation}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ relation, to }];
    });
    return ties.length === 0 ? [] : [{ from, ties }];
  });
}

const shown = new Set(declaredRelationTypes.filter((type) => type !== 'not-to-be-confused-with' && type !== 'stands-for'));
