import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { readArticle } from '../../lib/article/read-article.ts';
import type { Article, PageFacts } from '../../lib/article/types.ts';
import type { Matcher } from '../../lib/match/open.ts';
import type { Mention } from '../../lib/match/types.ts';
import { gather } from '../../lib/page/gather.ts';
import { readFacts } from '../../lib/page/read-facts.ts';
import { decodePage, nodeDocument } from './node-document.ts';

export interface Inspected {
  /** Null where neither the caller nor the page says. */
  url: string | null;
  article: Article;
  text: string;
  mentions: Mention[];
  gatherMs: number;
  scanMs: number;
}

export interface InspectOptions {
  matcher: Matcher;
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** The address the page was read at; else the page's own word is taken. */
  url?: string;
  /** A day to read the page as of, instead of its own. */
  day?: string;
}

/** What Backgrounder sees in a page or text as saved (gzip or not), through the code the extension runs. */
export function inspectPage(name: string, bytes: Uint8Array, options: InspectOptions): Inspected {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const isText = /\.txt(?:\.gz)?$/i.test(name) || (!/\.x?html?(?:\.gz)?$/i.test(name) && isUtf8(plain) && !/^\s*</.test(plain.subarray(0, 200).toString()));
  return isText ? inspectText(new TextDecoder().decode(plain), options) : inspectHtml(decodePage(plain), options);
}

function inspectHtml(html: string, options: InspectOptions): Inspected {
  const document = nodeDocument(html);
  const url = options.url ?? ownAddress(document);
  const article = dated(readArticle(readFacts(document, url ?? ''), options.today), options.day);
  const start = performance.now();
  const { text } = gather(document);
  return { url, article, text, gatherMs: performance.now() - start, ...scan(text, article, url, options.matcher) };
}

/** Paragraphs are parted by blank lines, or are lines where there are none; the first is the title too. */
function inspectText(source: string, options: InspectOptions): Inspected {
  const start = performance.now();
  const blocks = source.split(/\n\s*\n/.test(source.trim()) ? /\n\s*\n/ : /\n/).map((block) => block.replace(/\s+/g, ' ').trim());
  const text = blocks.filter((block) => block).join('\n');
  const gatherMs = performance.now() - start;
  const url = options.url ?? null;
  const facts: PageFacts = { ...readFacts(nodeDocument(''), url ?? ''), documentTitle: text.split('\n', 1)[0] ?? '' };
  const article = dated(readArticle(facts, options.today), options.day);
  return { url, article, text, gatherMs, ...scan(text, article, url, options.matcher) };
}

function scan(text: string, article: Article, url: string | null, matcher: Matcher): Pick<Inspected, 'mentions' | 'scanMs'> {
  const site = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
  const start = performance.now();
  const { mentions } = matcher.find({ text, title: article.title, lang: article.lang, day: article.published.day, site }, null);
  return { mentions, scanMs: performance.now() - start };
}

function dated(article: Article, day: string | undefined): Article {
  return day ? { ...article, published: { day, from: 'given' } } : article;
}

function ownAddress(document: Document): string | null {
  const named = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return named && /^https?:/.test(named) && URL.canParse(named) ? named : null;
}
