import Wrapper from 'mark.js';
import { gather } from '../../lib/page/gather.ts';
import { highlightCss } from '../../lib/page/highlight-css.ts';
import type { SendScan } from '../../lib/page/scan-page.ts';
import { newPainter } from '../../lib/page/paint.ts';
import { readFacts } from '../../lib/page/read-facts.ts';
import { startReading } from '../../lib/page/reading.ts';
import type { Reading } from '../../lib/page/types.ts';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { anArticle } from './article.ts';

/** What `measure-page.ts` calls inside the page. */
export interface Measured {
  start(scan: SendScan, settings: Partial<Settings>): Promise<void>;
  stop(): void;
  /** Milliseconds to mark every word of `names` with highlights and by wrapping, layout and style included. */
  compareWithWrapping(name: string): { highlightMs: number; wrapMs: number; count: number };
}

/** As `insertCSS` does it: nothing is added to the markup, all styles are computed anew. */
function needStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss('root'));
  document.adoptedStyleSheets.push(sheet);
}

let reading: Reading | null = null;

function start(scan: SendScan, settings: Partial<Settings>): Promise<void> {
  // The background judges what the page says; reading that is ours.
  const facts = readFacts(document, location.href);
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
    signal: new AbortController().signal,
  });
  const begun = reading;
  return new Promise((resolve) => begun.onChange(resolve));
}

function compareWithWrapping(name: string): ReturnType<Measured['compareWithWrapping']> {
  const { text, rangeOf } = gather(document);
  const layOut = (): number => document.documentElement.offsetHeight + document.documentElement.scrollWidth;
  layOut();
  const highlightFrom = performance.now();
  const ranges = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => rangeOf(index, index + name.length) as Range);
  const painter = newPainter();
  painter.paint(new Map([['bk-measured', ranges]]));
  layOut();
  const highlightMs = performance.now() - highlightFrom;
  painter.paint(new Map());
  const wrapper = new Wrapper(document.body);
  layOut();
  const wrapFrom = performance.now();
  wrapper.mark(name, { accuracy: 'exactly', caseSensitive: true });
  layOut();
  const wrapMs = performance.now() - wrapFrom;
  const count = document.querySelectorAll('mark').length;
  wrapper.unmark();
  return { highlightMs, wrapMs, count: Math.min(count, ranges.length) };
}

const measured: Measured = { start, stop: () => reading?.stop(), compareWithWrapping };
Object.assign(globalThis, { measured });
