import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage, type Seen } from '../../../lib/page/gate.ts';
import { nodeDocument } from '../../support/node-document.ts';

const news = '<title>Fire</title><script type="application/ld+json">{"@type":"NewsArticle"}</script><p>Fire';
const front = '<title>Paper</title><p>Paper';

/** A window as far as the gate looks at it, whose page and address tests change. */
function pageWindow(html: string, href: string) {
  const page = {
    document: Object.assign(nodeDocument(html), { contentType: 'text/html' }),
    location: { href },
    navigation: new EventTarget(),
    events: new EventTarget(),
    setTimeout: (run: () => void, delayMs: number) => setTimeout(run, delayMs),
    clearTimeout: (timer: number | undefined) => clearTimeout(timer),
    addEventListener(type: string, listener: EventListener, options: AddEventListenerOptions) {
      page.events.addEventListener(type, listener, options);
    },
    top: null as unknown,
    become(nextHtml: string) {
      const next = nodeDocument(nextHtml);
      for (const part of ['head', 'body'] as const) page.document[part].innerHTML = next[part].innerHTML;
    },
  };
  page.top = page;
  return page;
}

let seen: Seen[] = [];
let ended = new AbortController();
function watch(page: ReturnType<typeof pageWindow>): void {
  watchPage(page as unknown as Window, ended.signal, (one) => seen.push(one));
}

beforeEach(() => {
  vi.useFakeTimers();
  seen = [];
  ended = new AbortController();
});
afterEach(() => {
  ended.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('tells what the page is at once, and runs no timer after', () => {
  watch(pageWindow(news, 'https://paper.example/story?utm_source=x'));
  expect(seen).toMatchObject([{ url: 'https://paper.example/story?utm_source=x', canonical: null, news: { is: true } }]);
  expect(vi.getTimerCount()).toBe(0);
});

test('looks again at a page that its script draws late, then rests', () => {
  const page = pageWindow(front, 'https://paper.example/story');
  watch(page);
  page.become(news);
  vi.runAllTimers();
  expect(seen.map((one) => one.news.is)).toEqual([false, true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('says nothing twice while nothing changes', () => {
  watch(pageWindow(front, 'https://paper.example/about'));
  vi.runAllTimers();
  expect(seen).toHaveLength(1);
});

test('follows single-page navigation, also where the old page still stands for a moment', () => {
  const page = pageWindow(front, 'https://paper.example/');
  watch(page);
  vi.runAllTimers();
  page.location.href = 'https://paper.example/story';
  page.navigation.dispatchEvent(new Event('currententrychange'));
  vi.advanceTimersByTime(500);
  page.become(news);
  vi.runAllTimers();
  expect(seen.at(-1)).toMatchObject({ url: 'https://paper.example/story', news: { is: true } });
});

test('takes no notice of entries that keep the address', () => {
  const page = pageWindow(news, 'https://paper.example/story');
  watch(page);
  page.navigation.dispatchEvent(new Event('currententrychange'));
  expect(vi.getTimerCount()).toBe(0);
});

test('tells anew when the page comes back from the back/forward cache', () => {
  const page = pageWindow(news, 'https://paper.example/story');
  watch(page);
  page.events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(seen).toHaveLength(1);
  page.events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(seen).toHaveLength(2);
});

test('follows the title where the browser has no navigation events, until it ends', () => {
  const observed = { call: (): void => undefined, disconnected: false };
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(call: () => void) {
        observed.call = call;
      }
      observe(): void {}
      disconnect(): void {
        observed.disconnected = true;
      }
    },
  );
  const { navigation: _, ...page } = pageWindow(front, 'https://paper.example/');
  const old = Object.assign(page, { top: page }) as ReturnType<typeof pageWindow>;
  watch(old);
  vi.runAllTimers();
  old.location.href = 'https://paper.example/story';
  old.document.body.innerHTML = nodeDocument(news).documentElement.innerHTML;
  observed.call();
  vi.runAllTimers();
  expect(seen.at(-1)).toMatchObject({ url: 'https://paper.example/story', news: { is: true } });
  ended.abort();
  expect(observed.disconnected).toBe(true);
  vi.unstubAllGlobals();
});

test('ends with its signal', () => {
  const page = pageWindow(front, 'https://paper.example/');
  watch(page);
  ended.abort();
  page.become(news);
  vi.runAllTimers();
  page.events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(seen).toHaveLength(1);
});

test('leaves frames and documents that are no pages alone', () => {
  watch(Object.assign(pageWindow(news, 'https://paper.example/frame'), { top: null }));
  const pdf = pageWindow(news, 'https://paper.example/report.pdf');
  Object.assign(pdf.document, { contentType: 'application/pdf' });
  watch(pdf);
  expect(seen).toEqual([]);
});
