import { expect, test } from 'vitest';
import { readArticle } from '../../../lib/article/read-article.ts';
import { factsOf, withJsonLd } from '../../support/facts.ts';

const today = '2026-11-24';
const published = (html: string, url?: string) => readArticle(factsOf(html, url), today).published;
const head = '<!doctype html><html lang="en"><title>Rebels and army trade fire near the strait</title>';
const heading = '<h1>Rebels and army trade fire near the strait</h1>';
const prose = `<p>${'Both sides said the other had begun it, and neither could be asked. '.repeat(3)}</p>`;

test.each([
  ['JSON-LD', withJsonLd({ '@type': 'NewsArticle', datePublished: '2022-09-23T10:00:00+03:00' }), 'json-ld datePublished'],
  ['a graph', withJsonLd({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['Article'], datePublished: '2022-09-23' }] }), 'json-ld datePublished'],
  ['an array', withJsonLd([{ '@type': 'BreadcrumbList' }, { '@type': 'Article', datePublished: '2022-09-23' }]), 'json-ld datePublished'],
  ['JSON-LD with raw line breaks and a trailing comma', withJsonLd('{"@type":"NewsArticle","headline":"two\nlines","datePublished":"2022-09-23",}'), 'json-ld datePublished'],
  ['the page rather than the stories it lists', withJsonLd({ '@type': 'WebPage', datePublished: '2022-09-23', mainEntity: { itemListElement: [{ '@type': 'NewsArticle', datePublished: '2020-01-01' }] } }), 'json-ld datePublished'],
  ['the article rather than its video', withJsonLd([{ '@type': 'VideoObject', uploadDate: '2019-01-01' }, { '@type': 'Article', datePublished: '2022-09-23' }]), 'json-ld datePublished'],
  ['Open Graph', `${head}<meta property="article:published_time" content="2022-09-23T10:00:00+03:00">`, 'meta article:published_time'],
  ['Dublin Core', `${head}<meta name="DC.date.issued" content="2022-09-23">`, 'meta dc.date.issued'],
  ['microdata', `${head}${heading}<span itemprop="datePublished" content="2022-09-23">some time ago</span>`, 'microdata datePublished'],
  ['<time> near the headline', `${head}${heading}<time datetime="2022-09-23T08:00">this morning</time>${prose}`, '<time>'],
  ['a line near the headline', `${head}${heading}<div>Aleppo · 23 September 2022</div>${prose}`, 'dateline'],
  ['a line in the byline', `${head}${heading}<p>By Jo Doe, 23 September 2022 08:40 BST</p>${prose}`, 'dateline'],
])('reads the day from %s', (_, html, from) => {
  expect(published(html)).toEqual({ day: '2022-09-23', from });
});

test.each([
  ['https://news.example/2022/09/23/story', '2022-09-23'],
  ['https://news.example/world/2022/sep/23/story', '2022-09-23'],
  ['https://news.example/world/story-2022-09-23.html', '2022-09-23'],
  ['https://news.example/a/20220923/story', '2022-09-23'],
  ['https://news.example/story-20221399', null],
  ['https://news.example/id/1202209231', null],
])('reads the day from the address %s', (url, day) => {
  expect(published(head, url).day).toBe(day);
});

test.each([
  ['year 9999', '9999-01-01T00:00:00Z'],
  ['before the web', '1970-01-01T00:00:00Z'],
  ['two days ahead', '2026-11-26T12:00:00Z'],
])('takes %s for no day and says why', (_, date) => {
  const { day, from } = published(withJsonLd({ '@type': 'NewsArticle', datePublished: date }));
  expect(day).toBeNull();
  expect(from).toContain('out of range');
});

test('allows for a place where it is tomorrow already', () => {
  expect(published(withJsonLd({ '@type': 'NewsArticle', datePublished: '2026-11-25T01:00:00+13:00' })).day).toBe('2026-11-25');
});

test.each([NaN, null, {}, [], '0000-00-00', 'NaN', true])('takes %j for no date at all', (date) => {
  expect(published(withJsonLd({ '@type': 'NewsArticle', datePublished: date }))).toEqual({ day: null, from: 'no date on the page' });
});

test("a time in UTC gives way to the place's own day beside the headline", () => {
  const late = { '@type': 'NewsArticle', datePublished: '2022-09-22T23:15:00Z' };
  expect(published(withJsonLd(late, `${heading}<time>23 September 2022</time>`)).day).toBe('2022-09-23');
  expect(published(withJsonLd(late)).day).toBe('2022-09-22');
});

test('a morning in UTC cannot belong to the day after', () => {
  expect(published(withJsonLd({ '@type': 'NewsArticle', datePublished: '2022-09-22T08:00:00Z' }, `${heading}<time>23 September 2022</time>`)).day).toBe('2022-09-22');
});

test('of declarations that differ the one the headline bears out wins', () => {
  const html = withJsonLd({ '@type': 'NewsArticle', datePublished: '2022-09-20' }, `<meta property="article:published_time" content="2022-09-23">${heading}<time>23 September 2022</time>`);
  expect(published(html).day).toBe('2022-09-23');
});

test('declarations that differ by more than a day, with nothing beside them, are a conflict', () => {
  const { day, from } = published(withJsonLd({ '@type': 'NewsArticle', datePublished: '2021-09-20' }, '<meta property="article:published_time" content="2022-09-23">'));
  expect(day).toBeNull();
  expect(from).toBe('conflict: json-ld datePublished 2021-09-20, meta article:published_time 2022-09-23');
});

test('a line that says "updated" is not when the page was published', () => {
  const lines = '<div>Published 23 September 2022 · Updated 25 September 2022</div>';
  expect(published(`${head}${heading}${lines}${prose}`).day).toBe('2022-09-23');
  expect(published(`${head}${heading}<div>Last updated: 25 September 2022</div>${prose}`).day).toBeNull();
  expect(published(`${head}${heading}<span class="update-time">25 September 2022</span>${prose}`).day).toBeNull();
});

test('a day inside a sentence is not when the page was published', () => {
  const sentence = '<p>The truce that both sides had signed at the village on 5 March 2020 after a week of talks held for most of the year, observers said.</p>';
  expect(published(`${head}${heading}${sentence}${prose}`).day).toBeNull();
});

test("comments and teasers do not date the page", () => {
  const others = '<div class="comments"><time datetime="2022-10-01">1 October</time></div><div class="related-teaser"><time datetime="2022-10-02">2 October</time></div>';
  expect(published(`${head}${heading}${prose.repeat(20)}${others}`).day).toBeNull();
});

test("the address outweighs a line that is days off", () => {
  expect(published(`${head}${heading}<div>Posted by the party on 7 February 2022</div>`, 'https://news.example/2022/02/04/story').day).toBe('2022-02-04');
});

test('a live blog is dated by its beginning, not by its entries', () => {
  const entries = [{ '@type': 'BlogPosting', datePublished: '2022-09-25T10:00:00+03:00' }];
  const article = readArticle(factsOf(withJsonLd({ '@type': 'LiveBlogPosting', datePublished: '2022-09-23', liveBlogUpdate: entries })), today);
  expect(article.published.day).toBe('2022-09-23');
  expect(article.news.kind).toBe('live');
});

test('a wiki page is as of its last change', () => {
  const html = `<meta name="generator" content="MediaWiki 1.46">${withJsonLd({ '@type': 'Article', datePublished: '2005-07-26', dateModified: '2022-09-23T12:33:32Z' })}`;
  expect(published(html)).toEqual({ day: '2022-09-23', from: 'last change of a wiki page' });
});

test('tells when the page was changed', () => {
  const html = withJsonLd({ '@type': 'NewsArticle', datePublished: '2022-09-23', dateModified: '2022-09-25T08:00:00Z' });
  expect(readArticle(factsOf(html), today).modified).toBe('2022-09-25');
});
