import type { PageFacts } from '../article/types.ts';
import { factLimits } from '../limits.ts';

/** What tells news from other pages and is cheap to read: all the gate needs. */
export type HeadFacts = Pick<PageFacts, 'url' | 'canonical' | 'metas' | 'jsonLd' | 'shape'>;

/** The cheap part of `readFacts`. The DOM is only read, every list is bounded, no layout is asked for. */
export function readHead(document: Document, url: string): HeadFacts {
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  return {
    url,
    canonical: canonical && URL.canParse(canonical, url) ? new URL(canonical, url).href : null,
    metas: readMetas(document),
    jsonLd: readJsonLd(document),
    shape: readShape(document),
  };
}

/** The first `count` items of a list. */
export function* first<T>(list: ArrayLike<T>, count: number): Generator<T> {
  for (let index = 0; index < list.length && index < count; index++) yield list[index] as T;
}

function readMetas(document: Document): PageFacts['metas'] {
  const metas: PageFacts['metas'] = [];
  for (const meta of first(document.querySelectorAll('meta[content]'), factLimits.metas)) {
    const content = meta.getAttribute('content')?.trim();
    if (!content) continue;
    for (const name of ['property', 'name', 'itemprop']) {
      const key = meta.getAttribute(name)?.toLowerCase();
      if (key) metas.push([key, content.slice(0, factLimits.metaUtf16)]);
    }
  }
  return metas;
}

function readJsonLd(document: Document): string[] {
  const bodies: string[] = [];
  let left: number = factLimits.jsonLdUtf16;
  for (const script of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    const body = script.textContent ?? '';
    if (body.length > left) continue;
    left -= body.length;
    bodies.push(body);
  }
  return bodies;
}

function readShape(document: Document): PageFacts['shape'] {
  const shape = {
    paragraphs: 0,
    proseUtf16: 0,
    linkedUtf16: 0,
    articleElements: document.getElementsByTagName('article').length,
    articleMarkup: document.querySelector('[itemtype*="Article"], [itemtype*="BlogPosting"], [itemprop~="articleBody"], [typeof*="Article"]') !== null,
    dateline: false,
    passwordFields: document.querySelectorAll('input[type="password" i]').length,
  };
  // Where paragraphs are not marked up, lines are broken by hand.
  const paragraphs = new Set<Element | null>(first(document.getElementsByTagName('p'), factLimits.shapeElements));
  for (const line of first(document.getElementsByTagName('br'), 50)) paragraphs.add(line.parentElement);
  for (const paragraph of paragraphs) {
    const length = paragraph?.localName === 'body' ? 0 : (paragraph?.textContent ?? '').trim().length;
    if (length < 60) continue;
    shape.paragraphs++;
    shape.proseUtf16 += length;
  }
  for (const link of first(document.getElementsByTagName('a'), factLimits.shapeElements)) shape.linkedUtf16 += (link.textContent ?? '').trim().length;
  for (const dated of first(document.querySelectorAll('time, [itemprop*="date" i], [class*="date" i], [class*="publi" i], [class*="time" i], [class*="byline" i]'), 40)) {
    const text = `${dated.getAttribute('datetime') ?? ''} ${dated.textContent ?? ''}`;
    // A year (14xx: of the Hijra, 13xx: in Iran) and a day; \u0660-\u0669 are Arabic digits.
    if (text.length < factLimits.lineUtf16 && /(?:1[349]|20)\d\d|[\u0660-\u0669]{4}/.test(text) && /(?<!\d)\d\d?(?!\d)|[\u0660-\u0669] /.test(text)) shape.dateline = true;
  }
  return shape;
}
