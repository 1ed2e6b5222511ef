import type { Clipping, ClippingDraft } from '../clip/schema.ts';
import { entityKey } from '../pack/entity-key.ts';
import { cardsOf } from '../store/cards.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * The row to be stored for a draft: its entities get the names and summaries of the article's day, so that a clipping
 * keeps saying what was known then even when the pack goes. A pack that cannot be read must not cost the reader the
 * excerpt: its entities are then kept by id alone.
 */
export async function makeClipping(draft: ClippingDraft, knowledge: Knowledge, now: string): Promise<Clipping> {
  const day = draft.page.published;
  const cards = await knowledge
    .ready()
    .then(() => cardsOf(knowledge.store, draft.entities, { day, basis: day ? 'article' : 'none' }, now.slice(0, 10)))
    .catch(() => []);
  const known = new Map(cards.map((card) => [entityKey(card), card]));
  return {
    id: draft.id,
    selector: draft.selector,
    page: draft.page,
    entities: draft.entities.map((ref) => {
      const card = known.get(entityKey(ref));
      return { ...ref, name: card?.name ?? ref.entity, type: card?.type ?? 'concept', summary: card?.summary?.text ?? null };
    }),
    packVersions: Object.fromEntries(cards.map((card) => [card.pack, card.packVersion])),
    note: '',
    tags: [],
    capturedAt: now,
    editedAt: now,
    sighting: null,
  };
}
