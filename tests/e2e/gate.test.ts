import { expect, test } from 'vitest';
import { useSession } from '../support/session.ts';
import { pageModel, waitForModel } from '../support/tabs.ts';

const session = useSession();

/** What a front page of a paper does when one of its stories is chosen: a new address, and the story drawn a moment later. */
function navigateByScript(story: string): Promise<void> {
  history.pushState(null, '', '/world/the-story');
  return new Promise((resolve) => {
    setTimeout(() => {
      document.documentElement.innerHTML = story;
      resolve();
    }, 400);
  });
}

test('a story reached by single-page navigation from a front page is annotated', async () => {
  const { driven, server } = session;
  const story = await (await fetch(server.url('sample-article.html'))).text();
  server.put('empty.html', '<!doctype html><title>Empty</title>');
  const page = await driven.open(server.url('empty.html'));
  await page.evaluate(() => {
    document.body.innerHTML = '<h1>The Paper</h1><article><a href="/world/the-story">A story</a></article>';
  });
  expect(await pageModel(driven, page)).toBeNull();
  await page.evaluate(navigateByScript, story);
  const { article, mentions } = await waitForModel(driven, page);
  expect(article.news.is).toBe(true);
  expect(mentions.length).toBeGreaterThan(5);
  await page.close();
});

test('a page that its script draws late is annotated', async () => {
  const { driven, server } = session;
  const story = await (await fetch(server.url('sample-article.html'))).text();
  server.put('empty.html', '<!doctype html><title>Empty</title>');
  const page = await driven.open(server.url('empty.html'));
  await page.evaluate((html) => {
    document.documentElement.innerHTML = html;
  }, story);
  expect((await waitForModel(driven, page)).mentions.length).toBeGreaterThan(5);
  await page.close();
});

test('the gate leaves no trace in the page', async () => {
  const { driven, server } = session;
  server.put('empty.html', '<!doctype html><title>Empty</title>');
  const page = await driven.open(server.url('empty.html'));
  const own = await page.evaluate(() => ({ html: document.documentElement.outerHTML, symbols: Object.getOwnPropertySymbols(globalThis).map(String), names: Object.keys(globalThis).filter((name) => /backgrounder|gate/i.test(name)) }));
  expect(own.symbols.filter((name) => name.includes('backgrounder'))).toEqual([]);
  expect(own.names).toEqual([]);
  expect(own.html).not.toMatch(/backgrounder/i);
  await page.close();
});
