import { beforeEach, expect, it, vi } from 'vitest';
import type { EntityRef } from '../../../lib/match/types.ts';
import { requestSchema } from '../../../lib/messages/schema.ts';
import type { Reading } from '../../../lib/page/types.ts';
import { aCard } from '../../support/card-fixture.ts';

const asked: number[] = [];
vi.mock('../../../lib/messages/client.ts', () => ({
  ask: async (request: { type: string; entities: EntityRef[] }) => {
    if (!requestSchema.safeParse(request).success) return { ok: false, reason: 'bad-request' };
    asked.push(request.entities.length);
    return { ok: true, value: request.entities.map(({ pack, entity }) => (request.type === 'cards' ? aCard({ pack, entity }) : Number(entity.slice(1)))) };
  },
}));
const { PageCards } = await import('../../../entrypoints/surfaces/page-cards.ts');
const { ClippedCounts } = await import('../../../entrypoints/surfaces/clipped-counts.ts');

const entities = Array.from({ length: 2_300 }, (_, nth) => ({ pack: 'syria', entity: `n${nth}` }));
const reading = { entities, article: { url: 'https://paper.example/', canonical: 'https://paper.example/', published: { day: '2022-09-23', from: '' } } } as unknown as Reading;
beforeEach(() => void (asked.length = 0));

it('cards of more names than one message takes are fetched in several, in order', async () => {
  const cards = await new PageCards(reading).follow();
  expect(cards.map(({ entity }) => entity)).toEqual(entities.map(({ entity }) => entity));
  expect(asked).toEqual([1_000, 1_000, 300]);
});

it('so are the counts of excerpts', async () => {
  const counts = new ClippedCounts(reading);
  await counts.follow();
  expect([0, 999, 1_000, 2_299].map((nth) => counts.of(entities[nth]!))).toEqual([0, 999, 1_000, 2_299]);
});

it('a page without names asks nothing', async () => {
  const none = { ...reading, entities: [] } as unknown as Reading;
  await new ClippedCounts(none).follow();
  expect(await new PageCards(none).follow()).toEqual([]);
  expect(asked).toEqual([]);
});
