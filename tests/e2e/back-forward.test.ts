import { expect, test } from 'vitest';
import { readCard, until, waitForPaint } from '../support/reader.ts';
import { useSession } from '../support/session.ts';

const session = useSession();

test('a page that comes back from the back/forward cache is as it was, and explains', async () => {
  const { driven, server } = session;
  const page = await driven.open(server.url('sample-article.html'));
  await waitForPaint(page);
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })));
  server.put('next.html', '<!doctype html><title>Next</title><p>Next');
  await page.goto(server.url('next.html'));
  // Coming out of the cache loads nothing, so there is no load to wait for.
  await page.evaluate(() => history.back());
  await until('the page out of the cache', () => page.evaluate(() => (window as { persisted?: boolean }).persisted).catch(() => null));
  expect(await waitForPaint(page)).toContain('Atarib');
  expect(await readCard(driven, page, 'Atarib')).toContain('Aleppo');
  await page.close();
});
