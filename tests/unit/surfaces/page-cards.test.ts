import { beforeEach, expect, test, vi } from 'vitest';
import { PageCards } from '../../../entrypoints/surfaces/page-cards.ts';
import type { Request, RequestOf } from '../../../lib/messages/schema.ts';
import type { Reading } from '../../../lib/page/types.ts';
import { anArticle } from '../../support/article.ts';
import { aCard } from '../../support/card-fixture.ts';

const { asked } = vi.hoisted(() => ({ asked: [] as RequestOf<'cards'>[] }));
vi.mock('../../../lib/messages/client.ts', () => ({
  ask: (request: Request & { type: 'cards' }) => {
    asked.push(request);
    return Promise.resolve({ ok: true, value: request.entities.map((ref) => aCard(ref)) });
  },
}));

const idlib = { pack: 'syria', entity: 'idlib' };
const hts = { pack: 'syria', entity: 'hts' };
let page: { article: typeof anArticle; entities: (typeof idlib)[] };
let cards: PageCards;

beforeEach(() => {
  asked.length = 0;
  page = { article: anArticle, entities: [idlib, hts] };
  cards = new PageCards(page as unknown as Reading);
});

test('fetches all cards of the page in one message, for the article\'s day, and each once', async () => {
  expect((await cards.follow()).map(({ entity }) => entity)).toEqual(['idlib', 'hts']);
  await cards.follow();
  expect(asked).toEqual([{ type: 'cards', entities: [idlib, hts], day: '2022-09-23', basis: 'article' }]);
  expect(cards.of(idlib)).toMatchObject({ entity: 'idlib' });
});

test('keeps the reader\'s day while the article grows', async () => {
  await cards.setDay('2020-03-05');
  page.entities = [idlib, hts, { pack: 'syria', entity: 'afrin' }];
  await cards.follow();
  expect(asked.map(({ day, basis }) => [day, basis])).toEqual([['2020-03-05', 'reader'], ['2020-03-05', 'reader']]);
  await cards.setDay(null);
  expect(cards.when).toEqual({ day: '2022-09-23', basis: 'article' });
});

test('tells of another article for its own day, not for the one the reader set before', async () => {
  await cards.setDay('2020-03-05');
  page.article = { ...anArticle, url: 'https://news.test/b', published: { day: '2024-12-08', from: 'test' } };
  await cards.follow();
  expect(cards.when).toEqual({ day: '2024-12-08', basis: 'article' });
  expect(asked.at(-1)).toMatchObject({ day: '2024-12-08', basis: 'article' });
});
