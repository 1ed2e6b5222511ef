import { judgeNews } from '../article/news.ts';
import type { NewsVerdict } from '../article/types.ts';
import { leaveHead, readHead } from './read-head.ts';

export interface Seen {
  /** Both as the page has them: cleaning them is left to the background, so that the gate stays small. */
  url: string;
  canonical: string | null;
  news: NewsVerdict;
}

/** When to look again at a page that was no news or that its script turned into another: both are drawn late. */
const laterMs = [300, 1000, 2500, 6000];

/**
 * Tells `report` what the page is: at once, when it turns out to be something else, after single-page navigation and when it
 * comes back from the back/forward cache. Reads only; no timer runs once the page has settled. Ends with `signal`.
 */
export function watchPage(window: Window, signal: AbortSignal, report: (seen: Seen) => void): void {
  const { document, location } = window;
  if (window.top !== window || !/html/.test(document.contentType)) return;
  let address = location.href;
  let told = '';
  let timer: number | undefined;

  const look = (): boolean => {
    address = location.href;
    const facts = readHead(document, address);
    const seen = { url: address, canonical: facts.canonical, news: judgeNews(facts) };
    const now = JSON.stringify(seen);
    if (seen.news.is) leaveHead(facts);
    if (now !== told) report(seen);
    told = now;
    return seen.news.is;
  };
  const lookLater = ([delayMs, ...rest]: readonly number[]): void => {
    window.clearTimeout(timer);
    if (delayMs === undefined) return;
    timer = window.setTimeout(() => {
      look();
      lookLater(rest);
    }, delayMs);
  };
  const navigated = (): void => {
    if (location.href !== address) lookLater(laterMs);
  };

  if (!look()) lookLater(laterMs);
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      told = '';
      look();
    },
    { signal },
  );
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  if ('navigation' in window) {
    (window.navigation as EventTarget).addEventListener('currententrychange', navigated, { signal });
    return;
  }
  // Firefox before 147 tells nobody of single-page navigation, but a new page has a new title.
  const titles = new MutationObserver(navigated);
  titles.observe(document.head, { childList: true, subtree: true });
  signal.addEventListener('abort', () => titles.disconnect());
}
