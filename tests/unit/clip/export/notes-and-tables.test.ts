import { Parser, type Node } from 'commonmark';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { toCsv } from '../../../../lib/clip/export/csv.ts';
import { toHtmlDossier } from '../../../../lib/clip/export/html-dossier.ts';
import { toMarkdown } from '../../../../lib/clip/export/markdown.ts';
import { plainLine, plainText } from '../../../../lib/clip/export/plain-text.ts';
import type { Clipping } from '../../../../lib/clip/schema.ts';
import { anyClipping, anyClippings } from '../../../support/any-clipping.ts';
import { aCard } from '../../../support/card-fixture.ts';

const blocks = (text: string) => plainText(text).split('\n').map(plainLine).filter((block) => block !== '');

describe('Markdown', () => {
  it('opens with front matter that a YAML reader takes: authors, date, title, outlet, address', () => {
    fc.assert(
      fc.property(anyClipping, (clipping) => {
        const written = toMarkdown([clipping]);
        expect(written.startsWith('---\n')).toBe(true);
        const { title, byline, site, published, url, lang } = clipping.page;
        const matter = parseYaml(written.slice(4, written.indexOf('\n---\n') + 1)) as unknown;
        expect(matter).toMatchObject({ title, author: byline, site, published, source: url, lang, captured: clipping.capturedAt });
      }),
      { numRuns: 300 },
    );
  });

  it('is read by CommonMark as the same quotes, with no mark, link or HTML of the page’s making', () => {
    fc.assert(
      fc.property(anyClippings.map((all) => all.map((one) => ({ ...one, note: '' }))), (clippings) => {
        const written = toMarkdown(clippings);
        const found = markdownQuotes(written.slice(written.indexOf('\n---\n') + 5));
        expect(found.quotes.sort()).toEqual(clippings.map(({ selector }) => blocks(selector.exact).join('\n')).sort());
        expect(found.kinds).toEqual(new Set(['document', 'heading', 'text', 'paragraph', 'link', 'block_quote'].filter((kind) => found.kinds.has(kind))));
        expect(found.links).toBe(new Set(clippings.map(({ page }) => page.url)).size);
      }),
      { numRuns: 300 },
    );
  });

  it('joins notes by the names in them, and keeps tags that Obsidian takes', () => {
    const entities: Clipping['entities'] = [{ pack: 'syria', entity: 'idlib', name: 'Idlib [province]', type: 'place', summary: null }];
    const [clipping] = fc.sample(anyClipping, 1);
    const matter = parseYaml(toMarkdown([{ ...clipping!, entities, tags: ['foreign fighters', 'إدلب', '#x'] }]).split('---\n')[1] ?? '') as unknown;
    expect(matter).toMatchObject({ names: ['[[Idlib  province]]'], tags: ['foreign-fighters', 'إدلب', 'x'] });
  });
});

describe('CSV', () => {
  it('is read back cell by cell, and no cell is a formula', () => {
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        const written = toCsv(clippings);
        expect(written.startsWith('\ufeff')).toBe(true);
        const rows = parseCsv(written, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
        expect(rows).toHaveLength(clippings.length);
        for (const [at, { id, selector, page, note }] of clippings.entries()) {
          const cell = (name: string) => (rows[at]?.[name] ?? '').replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
          expect([cell('id'), cell('quote'), cell('title'), cell('authors'), cell('site'), cell('published'), cell('url'), cell('note')]).toEqual(
            [id, selector.exact, page.title, page.byline.join('; '), page.site ?? '', page.published ?? '', page.url, note].map(plainText),
          );
          for (const value of Object.values(rows[at] ?? {})) expect(value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the HTML dossier', () => {
  it('is parsed as the same words, without script, handler, image or form, whatever is in an excerpt', () => {
    fc.assert(
      fc.property(anyClippings, fc.boolean(), (clippings, withCard) => {
        const written = toHtmlDossier(clippings, { title: '<b>Idlib</b>', made: '2026-11-24T10:00:00.000Z', lang: 'en', card: withCard ? aCard() : null });
        const found = elementsOf(parseHtml(written));
        expect(found.map(({ tagName }) => tagName).filter((name) => !plainTags.has(name))).toEqual([]);
        expect(found.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
        expect(found.filter(({ tagName }) => tagName === 'blockquote').map(textOf).sort()).toEqual(clippings.map(({ selector }) => newlines(plainText(selector.exact))).sort());
        const links = found.filter(({ tagName }) => tagName === 'a').map((one) => one.attrs.find(({ name }) => name === 'href')?.value);
        for (const { page } of clippings) expect(links).toContain(plainText(page.url));
        const words = textOf(found[0]!);
        for (const { page } of firstOfEachPage(clippings)) {
          for (const fact of [withCard ? '' : page.title, ...page.byline, page.site ?? '', page.published ?? '']) expect(words).toContain(newlines(plainText(fact)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('sets the pack’s facts and the reader’s excerpts on one line of years, each fact with its source', () => {
    const card = aCard();
    const [clipping] = fc.sample(anyClipping, 1);
    const words = textOf(elementsOf(parseHtml(toHtmlDossier([clipping!], { title: card.name, made: '2026-11-24T10:00:00.000Z', lang: 'en', card })))[0]!);
    for (const statement of card.before) {
      expect(words).toContain(statement.text);
      for (const { publisher } of statement.sources) expect(words).toContain(publisher);
    }
  });
});

const plainTags = new Set('html head meta title style body header h1 h2 p time section figure blockquote figcaption bdi a div'.split(' '));

/** The HTML parser's own: CR LF and CR are LF. */
function newlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function firstOfEachPage(clippings: readonly Clipping[]): Clipping[] {
  return clippings.filter((one, at) => clippings.findIndex(({ page }) => page.url === one.page.url) === at);
}

function markdownQuotes(markdown: string): { quotes: string[]; kinds: Set<string>; links: number } {
  const walker = new Parser().parse(markdown).walker();
  const kinds = new Set<string>();
  const quotes: string[] = [];
  let [links, inQuote] = [0, false];
  let paragraphs: string[] = [];
  for (let step = walker.next(); step; step = walker.next()) {
    const node: Node = step.node;
    kinds.add(node.type);
    if (node.type === 'block_quote') {
      inQuote = step.entering;
      if (!inQuote) {
        quotes.push(paragraphs.join('\n'));
        paragraphs = [];
      }
    }
    if (step.entering && node.type === 'link') links += 1;
    if (inQuote && step.entering && node.type === 'paragraph') paragraphs.push('');
    if (inQuote && node.type === 'text') paragraphs[paragraphs.length - 1] += node.literal ?? '';
  }
  return { quotes, kinds, links };
}

function elementsOf(node: Html.Node): Html.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function textOf(node: Html.Node): string {
  if (node.nodeName === '#text') return (node as Html.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
