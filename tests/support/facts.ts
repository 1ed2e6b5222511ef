import { readFacts } from '../../lib/page/read-facts.ts';
import type { PageFacts } from '../../lib/article/types.ts';
import { nodeDocument } from './node-document.ts';

/** Facts of a page written as HTML, at `url`. */
export function factsOf(html: string, url = 'https://news.example/world/some-story'): PageFacts {
  return readFacts(nodeDocument(html), url);
}

/** A page with one JSON-LD block and, in its body, `body`. */
export function withJsonLd(data: unknown, body = ''): string {
  return `<!doctype html><script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script><body>${body}`;
}
