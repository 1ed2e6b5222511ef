import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../../lib/article/read-article.ts';
import type { PageFacts } from '../../../lib/article/types.ts';
import { factsOf, withJsonLd } from '../../support/facts.ts';

const today = '2026-11-24';
const read = (html: string, url?: string) => readArticle(factsOf(html, url), today);

test.each([
  ['the headline seen rather than the one for search engines', withJsonLd({ '@type': 'NewsArticle', headline: 'Joburg traders: a solution' }, '<h1>The city has failed its informal traders, and there is a way out</h1>'), 'The city has failed its informal traders, and there is a way out'],
  ['the headline rather than the logo', '<title>Army and rebels trade fire | The Paper</title><h1>The Paper</h1><h1>Army and rebels trade fire</h1>', 'Army and rebels trade fire'],
  ['the headline in an <h2> where the <h1> is the logo', '<title>Army and rebels trade fire near the strait | The Paper</title><h1>The Paper</h1><h2>Army and rebels trade fire near the strait</h2>', 'Army and rebels trade fire near the strait'],
  ['what is declared where the heading is a label', withJsonLd({ '@type': 'NewsArticle', headline: 'Army and rebels trade fire near the strait' }, '<h1>News</h1>'), 'Army and rebels trade fire near the strait'],
  ['the document title at last', '<title>Army and rebels trade fire</title>', 'Army and rebels trade fire'],
  ['no character references', '<meta property="og:title" content="It&amp;#8217;s &amp;quot;over&amp;quot;">', 'It’s "over"'],
])('the title is %s', (_, html, title) => {
  expect(read(html).title).toBe(title);
});

test.each([
  ['objects', [{ '@type': 'Person', name: 'Jo Doe' }, { '@type': 'Person', name: 'Ann Roe' }], ['Jo Doe', 'Ann Roe']],
  ['plain text', 'By Jo Doe and Ann Roe', ['Jo Doe', 'Ann Roe']],
  ['one name for several', { '@type': 'Person', name: 'Jo Doe, Ann Roe und Max Moe' }, ['Jo Doe', 'Ann Roe', 'Max Moe']],
  ['a prefix in the language', 'Von Britta Muster, dpa', ['Britta Muster']],
  ['Reporting by', 'Reporting by Jo Doe', ['Jo Doe']],
  ['Arabic', 'بقلم: هاني السالم', ['هاني السالم']],
  ['a handle', 'Jo Doe @jodoe', ['Jo Doe']],
  ['the same name twice', ['Jo Doe', 'Jo Doe'], ['Jo Doe']],
  ['a name with a place', 'Anna Muster und Lea Wagner, Nairobi', ['Anna Muster', 'Lea Wagner']],
  ['an organisation', { '@type': 'Organization', name: 'The Paper' }, []],
  ['an agency', { '@type': 'Person', name: 'Reuters' }, []],
  ['a desk', 'Paper Staff', []],
  ['the paper itself', { '@type': 'Person', name: 'The Paper' }, []],
  ['an address', 'https://paper.example/#/person/1', []],
])('the byline from %s', (_, author, byline) => {
  expect(read(withJsonLd({ '@type': 'NewsArticle', author, publisher: { name: 'The Paper' } })).byline).toEqual(byline);
});

test('the byline follows a reference into the graph', () => {
  const graph = { '@graph': [{ '@type': 'Article', author: { '@id': '#jo' } }, { '@type': 'Person', '@id': '#jo', name: 'Jo Doe' }] };
  expect(read(withJsonLd(graph)).byline).toEqual(['Jo Doe']);
});

test('the byline is read from meta and from the line under the headline', () => {
  expect(read('<meta name="author" content="Jo Doe"><h1>Army and rebels trade fire</h1>').byline).toEqual(['Jo Doe']);
  expect(read('<h1>Army and rebels trade fire</h1><p>By Jo Doe</p>').byline).toEqual(['Jo Doe']);
});

test("the outlet is named as it names itself, else by its host", () => {
  expect(read('<meta property="og:site_name" content="North &amp;amp; South">').site).toBe('North & South');
  expect(read(withJsonLd({ '@type': 'NewsArticle', publisher: { '@type': 'Organization', name: 'The Paper' } })).site).toBe('The Paper');
  expect(read('', 'https://www.paper.example/x').site).toBe('paper.example');
  expect(read('', '').site).toBeNull();
});

test('the section is the first one named', () => {
  expect(read(withJsonLd({ '@type': 'NewsArticle', articleSection: ['World', 'Syria'] })).section).toBe('World');
  expect(read('<meta property="article:section" content="culture_lifestyle">').section).toBeNull();
});

test.each([
  ['what is declared', '<html lang="de-CH"><h1>Rebellen und Armee beschießen sich</h1>', 'de', 'ltr'],
  ['a locale with an underscore', '<html lang="tr_TR"><h1>Ateş</h1>', 'tr', 'ltr'],
  ['meta where <html> is silent', '<meta property="og:locale" content="fr_FR"><h1>Tirs</h1>', 'fr', 'ltr'],
  ['the script where the declaration cannot be', '<html lang="en"><h1>الجيش والمعارضة يتبادلان القصف قرب إدلب</h1>', 'ar', 'rtl'],
  ['the letters where nothing is declared', '<h1>سوپا و ئۆپۆزسیۆن لە نزیک ئیدلب تەقەیان لێکرد</h1>', 'ku', 'rtl'],
  ['Cyrillic letters', '<html lang="en"><h1>Армия и повстанцы обстреляли окраины города</h1>', 'ru', 'ltr'],
  ['Kurdish in Latin letters', '<html lang="kmr"><h1>Şer li bakurê Sûriyê</h1>', 'ku', 'ltr'],
  ['nothing', '<h1>Fire</h1>', null, 'ltr'],
])('the language is %s', (_, html, lang, dir) => {
  expect(read(html)).toMatchObject({ lang, dir });
});

test('no facts, however odd, are too odd', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '{', 'null', '{"@type":["Article"],"author":[[]],"datePublished":{}}', 'http://[', '99999-99-99T99:99Z'));
  const facts: fc.Arbitrary<PageFacts> = fc.record({
    url: text,
    canonical: fc.option(text),
    documentTitle: text,
    lang: fc.option(text),
    dir: fc.option(text),
    metas: fc.array(fc.tuple(fc.constantFrom('og:type', 'date', 'author', 'generator', 'og:title'), text)),
    jsonLd: fc.array(fc.oneof(text, fc.json())),
    times: fc.array(fc.record({ machine: fc.option(text), text, itemprop: fc.option(fc.constantFrom('datePublished', 'x')), label: text, lead: text, where: fc.constantFrom('heading', 'article', 'elsewhere') })),
    heading: fc.option(text),
    nearHeading: fc.array(text),
    shape: fc.record({ paragraphs: fc.nat(), proseUtf16: fc.nat(), links: fc.nat(), articleElements: fc.nat(), articleMarkup: fc.boolean(), dateline: fc.boolean(), personal: fc.boolean() }),
  });
  fc.assert(
    fc.property(facts, (some) => {
      const { published, title, byline } = readArticle(some, today);
      expect(published.day ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(title.length).toBeLessThanOrEqual(500);
      expect(byline.length).toBeLessThanOrEqual(10);
    }),
  );
});
