import type { PageFacts, TimeFact } from '../article/types.ts';
import { limits } from '../limits.ts';

/** What the page says of itself. The DOM is only read, every list is bounded, nothing throws on odd markup; no layout is asked for. */
export function readFacts(document: Document, url: string): PageFacts {
  const root = document.documentElement as Element | null;
  const heading = findHeading(document);
  return {
    url,
    canonical: absolute(document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), url),
    documentTitle: (document.querySelector('title')?.textContent ?? '').trim().slice(0, limits.titleUtf16),
    lang: root?.getAttribute('lang') || root?.getAttribute('xml:lang') || null,
    dir: root?.getAttribute('dir') || document.querySelector('body')?.getAttribute('dir') || null,
    metas: readMetas(document),
    jsonLd: readJsonLd(document),
    times: readTimes(document, heading),
    heading: heading && (boundedText(heading, limits.titleUtf16)?.trim() ?? null),
    nearHeading: heading ? textsNear(heading) : [],
    shape: readShape(document),
  };
}

function absolute(href: string | null | undefined, base: string): string | null {
  return href && URL.canParse(href, base) ? new URL(href, base).href : null;
}

function readMetas(document: Document): PageFacts['metas'] {
  const metas: PageFacts['metas'] = [];
  for (const meta of first(document.querySelectorAll('meta[content]'), limits.metaCount)) {
    const content = meta.getAttribute('content')?.trim();
    if (!content) continue;
    for (const name of ['property', 'name', 'itemprop']) {
      const key = meta.getAttribute(name)?.toLowerCase();
      if (key) metas.push([key, content.slice(0, limits.titleUtf16)]);
    }
  }
  return metas;
}

function readJsonLd(document: Document): string[] {
  const bodies: string[] = [];
  let left = limits.jsonLdUtf16;
  for (const script of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    const body = script.textContent ?? '';
    if (body.length > left) continue;
    left -= body.length;
    bodies.push(body);
  }
  return bodies;
}

/** The headline: the first `<h1>` marked as one, else one inside the article, else any; logos are often an `<h1>` without text. */
function findHeading(document: Document): Element | null {
  for (const selector of ['h1[itemprop~="headline"]', 'article h1, main h1', 'h1']) {
    for (const found of first(document.querySelectorAll(selector), 5)) {
      if (boundedText(found, limits.titleUtf16)?.trim()) return found;
    }
  }
  return null;
}

function readTimes(document: Document, heading: Element | null): TimeFact[] {
  const times: TimeFact[] = [];
  const article = heading?.closest('article, main, [itemtype*="Article"], [role="main"]') ?? null;
  const near = nearby(heading, article);
  for (const element of first(document.querySelectorAll('time, [itemprop*="date" i]'), limits.timeCount)) {
    if (element.localName === 'meta') continue;
    times.push({
      machine: element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title'),
      text: (boundedText(element, limits.nearTextUtf16) ?? '').trim(),
      itemprop: element.getAttribute('itemprop'),
      where: near?.contains(element) ? 'heading' : article?.contains(element) ? 'article' : 'elsewhere',
    });
  }
  return times;
}

/** The headline's surroundings: the outermost ancestor that holds little text beside it. */
function nearby(heading: Element | null, article: Element | null): Element | null {
  let near = heading;
  for (let up = heading?.parentElement; up && up !== article?.parentElement; up = up.parentElement) {
    if (boundedText(up, limits.headerUtf16) === null) break;
    near = up;
  }
  return near;
}

/** Short texts after the headline, and a few before it: where bylines and datelines stand. Each is the largest element of one line's length. */
function textsNear(heading: Element): string[] {
  const texts: string[] = [];
  const collect = (step: (node: Node) => Node | null, count: number) => {
    let node = step(heading);
    for (let visited = 0; node && count > 0 && visited < limits.nearNodes; visited++) {
      let next = step(node);
      if (node.nodeType === 3 && node.nodeValue?.trim()) {
        let unit: Node = node;
        for (let up = node.parentElement; up && !up.contains(heading) && boundedText(up, limits.nearTextUtf16) !== null; up = up.parentElement) unit = up;
        const text = boundedText(unit, limits.nearTextUtf16)?.replace(/\s+/g, ' ').trim();
        if (text && !/^(script|style|noscript)$/i.test(node.parentElement?.localName ?? '')) {
          texts.push(text);
          count--;
        }
        while (next && unit.contains(next)) next = step(next);
      }
      node = next;
    }
  };
  collect((node) => (node === heading ? after(node) : (node.firstChild ?? after(node))), 30);
  collect((node) => (node === heading ? null : node.lastChild) ?? before(node), 6);
  return texts;
}

/** The next node in document order that is not inside `node`. */
function after(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}

/** The node before `node` in reverse document order that neither holds it nor is inside it. */
function before(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (at.previousSibling) return at.previousSibling;
  return null;
}

/** Text of a node, or null where it is longer than `maxUtf16`: a document's ancestors may hold megabytes. */
function boundedText(node: Node, maxUtf16: number): string | null {
  let text = '';
  const end = after(node);
  for (let at: Node | null = node; at && at !== end; at = at.firstChild ?? after(at)) {
    if (at.nodeType === 3 && !/^(script|style|noscript)$/i.test(at.parentElement?.localName ?? '')) text += at.nodeValue ?? '';
    if (text.length > maxUtf16) return null;
  }
  return text;
}

function readShape(document: Document): PageFacts['shape'] {
  const shape = { paragraphs: 0, proseUtf16: 0, linkedUtf16: 0, articleElements: document.getElementsByTagName('article').length };
  for (const paragraph of first(document.getElementsByTagName('p'), limits.shapeElements)) {
    const length = (paragraph.textContent ?? '').trim().length;
    if (length < 60) continue;
    shape.paragraphs++;
    shape.proseUtf16 += length;
  }
  for (const link of first(document.getElementsByTagName('a'), limits.shapeElements)) shape.linkedUtf16 += (link.textContent ?? '').trim().length;
  return shape;
}

function* first<T>(list: ArrayLike<T>, count: number): Generator<T> {
  for (let index = 0; index < list.length && index < count; index++) yield list[index] as T;
}
