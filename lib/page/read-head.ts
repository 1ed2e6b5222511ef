import type { PageFacts } from '../article/types.ts';
import { headLimits } from '../limits.ts';
import { boundedText } from './bounded-text.ts';

/** What tells news from other pages and is cheap to read: all the gate needs. */
export type HeadFacts = Pick<PageFacts, 'url' | 'canonical' | 'metas' | 'jsonLd' | 'shape'>;

/** The cheap part of `readFacts`. The DOM is only read, every list is bounded, no layout is asked for. */
export function readHead(document: Document, url: string): HeadFacts {
  const canonical = textOf(document.querySelector('link[rel~="canonical" i]'), 'href');
  return {
    url,
    canonical: canonical && URL.canParse(canonical, url) ? new URL(canonical, url).href : null,
    metas: readMetas(document),
    jsonLd: readJsonLd(document),
    shape: readShape(document),
  };
}

/** Where the gate leaves for the overlay what it has read: our isolated world, which the page cannot see. */
const slot = Symbol.for('backgrounder.head');
type World = { [slot]?: { head: HeadFacts; readMs: number } | undefined };

/** Keeps what has just been read of a page that the overlay will be put into. */
export function leaveHead(head: HeadFacts): void {
  (globalThis as World)[slot] = { head, readMs: performance.now() };
}

/** What was left, once; null where that was another address or has been a while. */
export function takeHead(url: string): HeadFacts | null {
  const left = (globalThis as World)[slot];
  (globalThis as World)[slot] = undefined;
  return left?.head.url === url && performance.now() - left.readMs < headLimits.freshMs ? left.head : null;
}

/** The first `count` items of a list. */
export function first<T>(list: ArrayLike<T>, count: number): T[] {
  return Array.prototype.slice.call(list, 0, count) as T[];
}

/** An attribute's value, or the element's text; trimmed. */
function textOf(element: Element | null, attribute?: string): string {
  return ((attribute ? element?.getAttribute(attribute) : element?.textContent) ?? '').trim();
}

function readMetas(document: Document): PageFacts['metas'] {
  const metas: PageFacts['metas'] = [];
  for (const meta of first(document.querySelectorAll('meta[content]'), headLimits.metas)) {
    for (const name of ['property', 'name', 'itemprop']) {
      const key = textOf(meta, name).toLowerCase().slice(0, headLimits.textUtf16);
      const content = key && textOf(meta, 'content').slice(0, headLimits.textUtf16);
      if (content) metas.push([key, content]);
    }
  }
  return metas;
}

function readJsonLd(document: Document): string[] {
  const bodies: string[] = [];
  let left: number = headLimits.jsonLdUtf16;
  for (const script of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    const body = textOf(script);
    left -= body.length;
    if (left > 0) bodies.push(body);
  }
  return bodies;
}

function readShape(document: Document): PageFacts['shape'] {
  const shape = {
    paragraphs: 0,
    proseUtf16: 0,
    links: document.getElementsByTagName('a').length,
    articleElements: document.getElementsByTagName('article').length,
    articleMarkup: document.querySelector('[itemtype*="Article"], [itemtype$="BlogPosting"], [itemprop="articleBody"], [typeof*="Article"]') !== null,
    dateline: false,
    personal: document.querySelector('[type="password" i], [contenteditable=""], [contenteditable="true"], [role="application"]') !== null,
  };
  // Where paragraphs are not marked up, lines are broken by hand.
  const paragraphs = new Set<Element | null>(first(document.getElementsByTagName('p'), headLimits.elements));
  for (const line of first(document.getElementsByTagName('br'), 50)) paragraphs.add(line.parentElement);
  for (const paragraph of paragraphs) {
    const length = paragraph && paragraph.localName !== 'body' ? (boundedText(paragraph, headLimits.proseUtf16)?.trim().length ?? headLimits.proseUtf16) : 0;
    if (length < 60) continue;
    shape.paragraphs++;
    shape.proseUtf16 += length;
  }
  for (const dated of first(document.querySelectorAll('time, [itemprop*="date"], [class*="date" i], [class*="time" i], [class*="publi"], [class*="byline"]'), 40)) {
    if (dated.childElementCount > 6) continue;
    const text = textOf(dated, 'datetime') || (boundedText(dated, headLimits.lineUtf16) ?? '');
    // A year (14xx: of the Hijra, 13xx: in Iran) and a day, also in Arabic digits.
    if (/(?:1[349]|20)\d\d|[٠-٩]{4}/.test(text) && /\b\d\d?\b|[٠-٩] /.test(text)) shape.dateline = true;
  }
  return shape;
}
