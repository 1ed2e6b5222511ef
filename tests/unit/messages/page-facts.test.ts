import { expect, test } from 'vitest';
import { pageFactsSchema } from '../../../lib/messages/page-facts.ts';
import { readArticle } from '../../../lib/article/read-article.ts';
import { factsOf } from '../../support/facts.ts';

const long = 'İ'.repeat(5_000);

// A page that could say more than the background takes would be left unread.
test.each([
  ['is empty', ''],
  ['declares at length', `<html lang="${long}" dir="${long}"><title>${long}</title>${`<meta name="${long}" property="${long}" itemprop="${long}" content="${long}">`.repeat(400)}`],
  ['dates itself at length', `<h1>${long}</h1>${`<time datetime="2022-09-23${long}" itemprop="date${long}" class="date ${long}" id="${long}">23 September 2022</time>`.repeat(200)}`],
  ['has long lines around its headline', `<p>${long}</p><h1>Fire in Idlib</h1>${`<p>By ${long}</p><p>${'By A. Writer '.repeat(11)}</p>`.repeat(40)}`],
  ['has a megabyte of linked data', `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${'x'.repeat(1_000_000)}"}</script>`.repeat(3)],
])('takes what is read of a page that %s', (_, html) => {
  const facts = factsOf(html, 'https://news.example/fire');
  expect(pageFactsSchema.safeParse(facts).error?.issues ?? []).toEqual([]);
  expect(() => readArticle(facts, '2026-01-01')).not.toThrow();
});

test('refuses what no page was read to say', () => {
  const facts = factsOf('<h1>Fire</h1>', 'https://news.example/fire');
  expect(pageFactsSchema.safeParse({ ...facts, __proto__: undefined, more: 1 }).success).toBe(false);
  expect(pageFactsSchema.safeParse({ ...facts, heading: long }).success).toBe(false);
  expect(pageFactsSchema.safeParse({ ...facts, metas: [['og:title']] }).success).toBe(false);
});
