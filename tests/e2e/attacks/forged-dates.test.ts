import { expect, test } from 'vitest';
import { articleWith } from '../../support/attack-page.ts';
import { readCard, waitForPaint } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';

const session = useSession();

function declaring(date: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Fighters leave Idlib', datePublished: date })}</script>`;
}

test.each([
  ['no date', ''],
  ['the year 9999', declaring('9999-12-31T23:59:59Z')],
  ['the year 9999 in every place that tells it', `${declaring('9999-12-31')}<meta property="article:published_time" content="9999-12-31T23:59:59Z">`],
  ['a day before the web', declaring('1970-01-01T00:00:00Z')],
  ['NaN', `${declaring({ '@value': [null] })}<meta property="article:published_time" content="NaN">`],
  ['a number too large for any day', declaring(8.64e15 + 1)],
  ['a day that no month has', declaring('2022-02-31')],
  ['a broken description of itself', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-</script>'],
  ['two days a year apart', `${declaring('2021-09-23')}<meta property="article:published_time" content="2022-09-23">`],
  ['three days, each in another place', `${declaring('2013-01-05')}<meta property="article:published_time" content="2018-03-18"><meta name="dc.date.issued" content="2024-12-08">`],
])('a page that gives %s as its date is told of by "date unknown", never by a guess', async (_, head) => {
  const { driven, server } = session;
  server.put('forged.html', articleWith({ head }).replace(',"datePublished":"2022-09-23"', ''));
  const page = await driven.open(server.url('forged.html', 'attacker.example'));
  await waitForPaint(page);
  const card = await readCard(driven, page, 'Hayat Tahrir al-Sham');
  expect(card).toMatch(/date unknown/i);
  expect(card).not.toMatch(/9999|NaN|since this article/i);
  await page.close();
});
