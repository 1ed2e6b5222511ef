import { expect, inject, test } from 'vitest';
import { launch } from '../support/launch.ts';
import { readCard, waitForPaint } from '../support/reader.ts';
import { startServer } from '../support/server.ts';

test('a tab that was open before the install works right after it, without a reload', async () => {
  const server = await startServer();
  const driven = await launch(inject('browser'), { extension: inject('extension'), openBefore: server.url('sample-article.html') });
  try {
    const page = (await driven.browser.pages()).find((one) => one.url().endsWith('sample-article.html'))!;
    await page.bringToFront();
    await waitForPaint(page);
    expect(await readCard(driven, page, 'Atarib')).toContain('Aleppo');
  } finally {
    await driven.close();
    await server.close();
  }
});
