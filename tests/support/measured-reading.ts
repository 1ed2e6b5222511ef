import Wrapper from 'mark.js';
import type { PageFacts } from '../../lib/article/types.ts';
import { watchPage } from '../../lib/page/gate.ts';
import { gather } from '../../lib/page/gather.ts';
import { highlightCss } from '../../lib/page/highlight-css.ts';
import { lineName, namesWithLights } from '../../lib/page/highlight-names.ts';
import type { SendScan } from '../../lib/page/scan-page.ts';
import { newPainter } from '../../lib/page/paint.ts';
import { readFactsInParts } from '../../lib/page/read-facts.ts';
import { takeHead } from '../../lib/page/read-head.ts';
import { startReading } from '../../lib/page/reading.ts';
import { inSlices, startSlices } from '../../lib/page/slices.ts';
import { rangeAt } from '../../lib/page/placed-mark.ts';
import type { Place, Reading } from '../../lib/page/types.ts';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { anArticle } from './article.ts';

export type MarkedBy = 'highlights' | 'wrapping';

/** What `measure-page.ts` calls inside the page. */
export interface Measured {
  start(scan: SendScan, settings: Partial<Settings>): Promise<void>;
  stop(): void;
  /** Marks every occurrence of a word, rules included, and waits until that is on screen; how many there are. Either `known` beforehand or found first. */
  mark(how: MarkedBy, name: string, known: boolean): Promise<number>;
}

/** As `insertCSS` does it: nothing is added to the markup, all styles are computed anew. */
function needStyles(scopes: readonly string[], names: readonly string[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss(scopes, names));
  document.adoptedStyleSheets.push(sheet);
}

let reading: Reading | null = null;

async function start(scan: SendScan, settings: Partial<Settings>): Promise<void> {
  const { signal } = new AbortController();
  // The gate first, then the overlay. The background judges what the page says; reading that is ours.
  const gate = new AbortController();
  watchPage(window, gate.signal, (seen) => void JSON.stringify(seen));
  gate.abort();
  await new Promise((resolve) => setTimeout(resolve));
  const facts = (await inSlices(readFactsInParts(document, location.href, takeHead(location.href)), startSlices(), signal)) as PageFacts;
  const article = { ...anArticle, url: facts.url, canonical: facts.url };
  reading = startReading({
    document,
    article,
    readArticle: () => Promise.resolve({ ok: true, value: article }),
    scan,
    needStyles,
    settings: { ...defaultSettings, ...settings },
    watchSettings: () => () => undefined,
    watchPacks: () => () => undefined,
    onGone: () => undefined,
    onError: (error) => { throw error; },
    signal,
  });
  const begun = reading;
  await new Promise<void>((resolve) => begun.onChange(resolve));
}

async function mark(how: MarkedBy, name: string, known: boolean): Promise<number> {
  const places = known ? placesOf(name) : null;
  // A turn of its own: neither the driver's call nor what was known beforehand counts.
  await new Promise((resolve) => setTimeout(resolve));
  performance.mark('bk-load');
  const count = how === 'highlights' ? highlight(places ?? search(name)) : places ? surround(places) : wrap(name);
  // A frame is drawn after its callbacks.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  performance.mark('bk-done');
  return count;
}

function placesOf(name: string): Place[] {
  const places: Place[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    for (const { index } of node.data.matchAll(new RegExp(`\\b${name}\\b`, 'g'))) places.push({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + name.length });
  return places;
}

function search(name: string): Place[] {
  const { text, placeOf } = gather(document);
  return [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => placeOf(index, index + name.length) as Place);
}

function highlight(places: Place[]): number {
  const name = lineName('place', 'line', 'light');
  // What `styleScopesOf` chooses for that page: a third of its elements hold names, and the rules of two highlights are as much work as all.
  needStyles(['article'], namesWithLights([name]));
  newPainter().paint(new Map([[name, places.map(rangeAt)]]));
  return places.length;
}

/** Wraps as mark.js does: the text node is split and an element put between. */
function surround(places: Place[]): number {
  for (const place of places.toReversed()) rangeAt(place).surroundContents(document.createElement('mark'));
  return document.querySelectorAll('mark').length;
}

function wrap(name: string): number {
  new Wrapper(document.body).mark(name, { accuracy: 'exactly', caseSensitive: true });
  return document.querySelectorAll('mark').length;
}

const measured: Measured = { start, stop: () => reading?.stop(), mark };
Object.assign(globalThis, { measured });
