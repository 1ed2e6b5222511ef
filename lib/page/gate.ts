import { cleanAddress, trustedCanonical } from '../article/address.ts';
import { judgeNews } from '../article/news.ts';
import type { NewsVerdict } from '../article/types.ts';
import { readHead } from './read-head.ts';

export interface Seen {
  url: string;
  canonical: string;
  news: NewsVerdict;
}

/** Tells `report` what the page is: at once, and again when it has become another one. */
export function watchPage(window: Window, report: (seen: Seen) => void): void {
  const look = () => {
    const facts = readHead(window.document, window.location.href);
    report({ url: cleanAddress(facts.url), canonical: trustedCanonical(facts.canonical, facts.url), news: judgeNews(facts) });
  };
  look();
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) look();
  });
}
