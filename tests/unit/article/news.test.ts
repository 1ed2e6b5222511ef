import { expect, test } from 'vitest';
import { judgeNews } from '../../../lib/article/news.ts';
import { factsOf, withJsonLd } from '../../support/facts.ts';

const prose = `<p>${'Both sides said the other had begun it, and neither could be asked. '.repeat(4)}</p>`.repeat(4);
const judge = (html: string, url?: string) => judgeNews(factsOf(html, url));
const article = '<meta property="og:type" content="article">';
const dated = '<meta property="article:published_time" content="2022-09-23">';

test.each([
  ['a declared news article', withJsonLd({ '@type': 'NewsArticle' }), undefined],
  ['a kind of news article', withJsonLd({ '@type': ['WebPage', 'http://schema.org/ReportageNewsArticle'] }), undefined],
  ['an og:article with a date', `${article}${dated}${prose}`, undefined],
  ['an og:article at a story address', `${article}${prose}`, 'https://paper.example/world/army-and-rebels-trade-fire'],
  ['a dated page of a news site without declarations', `<h1>Fire</h1><span class="date">23 September 2022</span>${prose}`, 'https://news.example/2022/09/23/fire'],
  ['a news article that sells subscriptions', withJsonLd([{ '@type': 'NewsArticle' }, { '@type': 'Product' }]), undefined],
])('takes %s for news', (_, html, url) => {
  expect(judge(html, url)).toMatchObject({ is: true, kind: 'article' });
});

test.each([
  ['a home page', `${article}${dated}${prose}`, 'https://paper.example/'],
  ['a shop that calls itself article', withJsonLd({ '@type': 'Product', offers: { '@type': 'Offer' } }, `${article}${prose}`), 'https://shop.example/p/cup'],
  ['a landing page that calls itself article', `${article}${prose}`, 'https://firm.example/services'],
  ['a forum thread', withJsonLd({ '@type': 'DiscussionForumPosting', datePublished: '2022-09-23' }, `${article}${prose}`), 'https://firm.example/d/1'],
  ['a manual', withJsonLd({ '@type': 'TechArticle' }, `${dated}${prose}`), 'https://docs.firm.example/networking'],
  ['an encyclopaedia', `<meta name="generator" content="MediaWiki 1.46">${withJsonLd({ '@type': 'Article' }, prose)}`, 'https://en.encyclopaedia.example/wiki/Rice'],
  ['a page to log in', '<form><input type="password"></form>', 'https://news.example/login'],
  ['an editor', '<div contenteditable="true">Draft</div>', 'https://mail.example/inbox/123456'],
  ['a page without words', '', undefined],
])('does not take %s for news', (_, html, url) => {
  expect(judge(html, url).is).toBe(false);
});

test('tells a live blog by its declaration or its address', () => {
  expect(judge(withJsonLd({ '@type': 'LiveBlogPosting' })).kind).toBe('live');
  expect(judge(withJsonLd({ '@type': 'NewsArticle' }), 'https://news.example/world/live/2022/sep/23/war').kind).toBe('live');
});

test('tells a front page from other pages', () => {
  const teasers = '<article><a href="#">A story</a></article>'.repeat(20);
  expect(judge(teasers, 'https://news.example/world').kind).toBe('front');
  expect(judge(prose, 'https://firm.example/about').kind).toBe('other');
});

test('gives the reasons that decided, strongest first', () => {
  expect(judge(withJsonLd({ '@type': 'NewsArticle' }, `${article}${prose}`)).why).toEqual(['json-ld news article', 'og:type article', 'address says news', 'prose']);
  expect(judge('').why).not.toEqual([]);
  expect(judge(article, 'https://paper.example/').why[0]).toBe('home page');
});
