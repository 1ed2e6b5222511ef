import type { EntityRef } from '../match/types.ts';
import { cardAt, type PackBook } from '../pack/as-of.ts';
import type { AsOf, Card } from '../pack/card.ts';
import { entityKey } from '../pack/entity-key.ts';
import type { PackInfo, PackStore, StoredEntity } from './packs.ts';

/** Cards of `refs` in their order, as of a day; entities that are not there (any more) are left out. `today` is `YYYY-MM-DD`. */
export async function cardsOf(
  store: PackStore,
  refs: readonly EntityRef[],
  asOf: Pick<AsOf, 'day' | 'basis'>,
  today: string,
): Promise<Card[]> {
  const packs = [...new Set(refs.map((ref) => ref.pack))];
  const cards = new Map<string, Card>();
  for (const pack of packs) {
    const asked = [...new Set(refs.filter((ref) => ref.pack === pack).map((ref) => ref.entity))];
    const entries = await store.entities(pack, asked);
    if (!entries) continue;
    const targets = new Set(entries.found.flatMap(({ entity }) => (entity.relations ?? []).map((relation) => relation.target)));
    const related = await store.entities(pack, [...targets]);
    const known = new Map([...(related?.found ?? []), ...entries.found].map((stored) => [stored.entity.id, stored]));
    for (const stored of entries.found) {
      cards.set(entityKey({ pack, entity: stored.entity.id }), cardAt(stored.entity, asOf, bookOf(stored, known, entries.info, today)));
    }
  }
  return refs.flatMap((ref) => cards.get(entityKey(ref)) ?? []);
}

function bookOf(own: StoredEntity, known: Map<string, StoredEntity>, { manifest, origin }: PackInfo, today: string): PackBook {
  return {
    manifest,
    origin,
    today,
    source: (ref) => own.sources[ref],
    entity: (id) => known.get(id)?.entity,
    map: (id) => known.get(id)?.map ?? null,
  };
}
