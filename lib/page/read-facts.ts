import type { PageFacts, TimeFact } from '../article/types.ts';
import { factLimits, headLimits } from '../limits.ts';
import { after, boundedText, isUnread } from './bounded-text.ts';
import { first, readHead, type HeadFacts } from './read-head.ts';
import { runToEnd } from './slices.ts';

/** What the page says of itself. The DOM is only read, every list is bounded, nothing throws on odd markup; no layout is asked for. */
export function readFacts(document: Document, url: string): PageFacts {
  return runToEnd(readFactsInParts(document, url));
}

/** The same, yielding after each small part of the work so that the caller may give the page its turn. `known`: what was read already. */
export function* readFactsInParts(document: Document, url: string, known: HeadFacts | null = null): Generator<undefined, PageFacts> {
  const root = document.documentElement as Element | null;
  const head = known ?? readHead(document, url);
  yield undefined;
  const documentTitle = (document.querySelector('head title, title')?.textContent ?? '').trim().slice(0, headLimits.textUtf16);
  const heading = findHeading(document, [documentTitle, ...head.metas.filter(([key]) => key === 'og:title').map(([, title]) => title)]);
  yield undefined;
  const near = heading ? textsNear(heading) : { texts: [], elements: new Set<Node>() };
  yield undefined;
  const times = yield* readTimes(document, heading, near.elements);
  return {
    ...head,
    documentTitle,
    lang: bounded(root?.getAttribute('lang') || root?.getAttribute('xml:lang') || null),
    dir: bounded(root?.getAttribute('dir') || document.querySelector('body')?.getAttribute('dir') || null),
    times,
    heading: heading && oneLine(boundedText(heading, headLimits.textUtf16)),
    nearHeading: near.texts,
  };
}

/**
 * The headline: the `<h1>` or `<h2>` that has most in common with the page's titles, an `<h1>` being worth more; else the first
 * `<h1>` with text. Logos, menus and hidden labels are often an `<h1>` too.
 */
function findHeading(document: Document, titles: string[]): Element | null {
  const title = titles.join(' ').toLowerCase();
  let best: Element | null = null;
  let most = 0;
  for (const found of first(document.querySelectorAll('h1, h2'), factLimits.headings)) {
    const text = oneLine(boundedText(found, headLimits.textUtf16))?.toLowerCase();
    if (!text) continue;
    const words = text.split(' ');
    const shared = title.includes(text) ? text.length : (words.filter((word) => word.length > 2 && title.includes(word)).join(' ').length ** 2) / text.length;
    const worth = found.localName === 'h1' ? 1 + shared * 1.5 : shared < 12 ? 0 : shared;
    if (worth > most) {
      best = found;
      most = worth;
    }
  }
  return best;
}

/** Elements that carry or are named after a date, with where they stand; those of comments, asides and teasers left out unless microdata. */
function* readTimes(document: Document, heading: Element | null, nearElements: Set<Node>): Generator<undefined, TimeFact[]> {
  const times: TimeFact[] = [];
  const article = heading?.closest('article, main, [itemtype*="Article"], [role="main"]') ?? null;
  for (const element of yield* findDated(document)) {
    if (times.length === factLimits.times) break;
    const text = oneLine(boundedText(element, headLimits.lineUtf16)) ?? '';
    const machine = bounded(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title'));
    const itemprop = bounded(element.getAttribute('itemprop'));
    // A date has a digit.
    if (element.localName === 'meta' || !/\p{Nd}/u.test(text + (machine ?? '')) || (!itemprop && isApart(element, heading))) continue;
    times.push({
      machine,
      text,
      itemprop,
      label: `${element.localName} ${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 80),
      lead: leadOf(element),
      where: nearElements.has(element) ? 'heading' : article?.contains(element) ? 'article' : 'elsewhere',
    });
  }
  return times;
}

/** Elements weighed between two looks at the clock. */
const weighedAPart = 200;
const namedAfterDate = /date|time|publish|posted|meta|byline/i;

/** In document order, at most `factLimits.dated`. Weighed one by one: as a selector this takes 14 ms at one go on a page of 8,000 elements. */
function* findDated(document: Document): Generator<undefined, Element[]> {
  const found: Element[] = [];
  /** Pages repeat their classes. */
  const known = new Map<string, boolean>();
  const candidates = document.querySelectorAll('time, [class], [id], [itemprop]');
  for (let index = 0; index < candidates.length && found.length < factLimits.dated; index += 1) {
    if (index % weighedAPart === weighedAPart - 1) yield undefined;
    const element = candidates[index] as Element;
    const names = element.getAttribute('class') ?? '';
    let isDated = known.get(names);
    if (isDated === undefined) known.set(names, (isDated = namedAfterDate.test(names)));
    if (isDated || element.localName === 'time' || /date/i.test(element.id) || /date/i.test(element.getAttribute('itemprop') ?? '')) found.push(element);
  }
  return found;
}

/**
 * Whether an element stands in something beside the article: its dates are those of comments and other pages. An `<aside>` of one
 * line is a byline, not a sidebar. Walks up by hand: `closest` with such a selector takes ten times as long.
 */
function isApart(element: Element, heading: Element | null): boolean {
  for (let up: Element | null = element; up && up.localName !== 'body' && !(heading && up.contains(heading)); up = up.parentElement) {
    if (up.localName === 'aside' && boundedText(up, headLimits.lineUtf16) === null) return true;
    if (/^(?:nav|footer)$/.test(up.localName) || besides.test(`${up.getAttribute('class') ?? ''} ${up.id}`)) return true;
  }
  return false;
}
const besides = /related|comment|sidebar|widget|teaser|recommend|disqus|footer/i;

/** The end of the text right before an element: "Updated" and its like. */
function leadOf(element: Element): string {
  let node = before(element);
  for (let steps = 0; node && steps < 6; steps++) {
    const text = oneLine(boundedText(node, headLimits.lineUtf16));
    if (text) return text.slice(-30);
    node = before(node);
  }
  return '';
}

/**
 * Short texts after the headline, and a few before it: where bylines and datelines stand. Each is the largest element of one
 * line's length that does not hold the headline; `elements` are all those walked over.
 */
function textsNear(heading: Element): { texts: string[]; elements: Set<Node> } {
  const texts: string[] = [];
  const elements = new Set<Node>();
  const collect = (step: (node: Node) => Node | null, count: number) => {
    let node = step(heading);
    for (let visited = 0; node && count > 0 && visited < factLimits.nearNodes; visited++) {
      elements.add(node);
      if (node.nodeType === 3 && node.nodeValue?.trim() && !isUnread(node.parentElement)) {
        let unit: Node = node;
        for (let up = node.parentElement; up && !up.contains(heading) && boundedText(up, headLimits.lineUtf16) !== null; up = up.parentElement) unit = up;
        const text = oneLine(boundedText(unit, headLimits.lineUtf16));
        if (text) {
          texts.push(text);
          count--;
        }
        if (unit !== node) for (const inner of (unit as Element).querySelectorAll('*')) elements.add(inner);
        elements.add(unit);
        node = unit;
        for (let next = step(node); ; next = step(node)) {
          node = next;
          if (!node || !unit.contains(node)) break;
        }
        continue;
      }
      node = step(node);
    }
  };
  collect((node) => (node === heading ? null : node.firstChild) ?? after(node), factLimits.linesAfter);
  collect((node) => (node === heading ? null : node.lastChild) ?? before(node), factLimits.linesBefore);
  return { texts, elements };
}

/** The node before `node` in reverse document order that neither holds it nor is inside it. */
function before(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (at.previousSibling) return at.previousSibling;
  return null;
}

function bounded(attribute: string | null): string | null {
  return attribute?.slice(0, headLimits.lineUtf16) ?? null;
}

function oneLine(text: string | null): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}
