import { limits } from '../limits.ts';
import { cleanAddress, hostOf, trustedCanonical } from './address.ts';
import { linkedData, textOf, typesOf } from './json-ld.ts';
import { judgeNews } from './news.ts';
import { findModified, findPublished } from './published.ts';
import type { Article, PageFacts } from './types.ts';

/** What the page is, judged from its facts; `today` bounds dates. Never throws on odd facts. */
export function readArticle(facts: PageFacts, today: string): Article {
  const lang = facts.lang?.toLowerCase().match(/^[a-z]{2,3}/)?.[0] ?? null;
  const meta = (...keys: string[]) => keys.map((key) => facts.metas.find(([name]) => name === key)?.[1]).find((text) => text) ?? null;
  const article = linkedData(facts.jsonLd).find((object) => typesOf(object).some((type) => /Article|Posting/.test(type)));
  const title = textOf(article?.['headline']) ?? meta('og:title', 'twitter:title') ?? facts.heading ?? facts.documentTitle;
  const authors = [article?.['author']].flat().map(textOf).filter((name) => name !== null);
  const named = meta('author', 'article:author');
  return {
    title: title.slice(0, limits.titleUtf16),
    published: findPublished(facts, lang, today),
    modified: findModified(facts, lang),
    byline: authors.length > 0 ? authors : named && !named.startsWith('http') ? [named] : [],
    site: meta('og:site_name') ?? textOf(article?.['publisher']) ?? hostOf(facts.url),
    section: meta('article:section') ?? textOf(article?.['articleSection']),
    lang,
    dir: facts.dir === 'rtl' || /^(?:ar|fa|he|ur|ckb|ps|sd|ug|yi|dv)$/.test(lang ?? '') ? 'rtl' : 'ltr',
    url: cleanAddress(facts.url),
    canonical: trustedCanonical(facts.canonical, facts.url),
    news: judgeNews(facts),
  };
}
