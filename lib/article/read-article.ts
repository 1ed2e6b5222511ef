import { limits } from '../limits.ts';
import { cleanAddress, hostOf, trustedCanonical } from './address.ts';
import { findByline } from './byline.ts';
import { linkedData, nameOf, textOf, typesOf, type LinkedData } from './json-ld.ts';
import { isRightToLeft, languageOf } from './language.ts';
import { judgeNews } from './news.ts';
import { plainText } from './plain-text.ts';
import { findModified, findPublished } from './published.ts';
import type { Article, PageFacts } from './types.ts';

/** What the page is, judged from its facts; `today` (`YYYY-MM-DD`) bounds dates. Never throws on odd facts. */
export function readArticle(facts: PageFacts, today: string): Article {
  const objects = linkedData(facts.jsonLd);
  const article = objects.find((object) => typesOf(object).some((type) => /Article|Posting|Report$/.test(type))) ?? null;
  const meta = (...keys: string[]) => keys.map((key) => facts.metas.find(([name]) => name === key)?.[1]).find((text) => text) ?? null;
  const title = findTitle(facts, article, meta('og:title', 'twitter:title'));
  const sample = `${title} ${facts.nearHeading.slice(0, 8).join(' ')}`;
  const lang = languageOf([facts.lang, meta('content-language', 'og:locale', 'inlanguage'), textOf(article?.['inLanguage'])], sample);
  const datesIn = facts.lang ?? lang;
  const site = findSite(objects, article, meta('og:site_name'), facts.url);
  return {
    title,
    published: findPublished(facts, datesIn, today),
    modified: findModified(facts, datesIn, today),
    byline: findByline(article, objects, facts, site),
    site,
    section: findSection(textOf(article?.['articleSection']) ?? meta('article:section'), title),
    lang,
    dir: facts.dir?.toLowerCase() === 'rtl' || isRightToLeft(lang, sample) ? 'rtl' : 'ltr',
    url: cleanAddress(facts.url),
    canonical: trustedCanonical(facts.canonical, facts.url),
    news: judgeNews(facts),
  };
}

/** The headline the reader sees; where none is seen, or only a label, the one declared. */
function findTitle(facts: PageFacts, article: LinkedData | null, metaTitle: string | null): string {
  const declared = textOf(article?.['headline']) ?? metaTitle ?? facts.documentTitle;
  const seen = facts.heading ?? '';
  const known = `${declared} ${facts.documentTitle}`.toLowerCase();
  const words = seen.toLowerCase().split(/\s+/);
  const shared = words.filter((word) => known.includes(word)).length;
  const isLabel = seen.length < 20 && declared.length > 2 * seen.length;
  const isHeadline = seen !== '' && !isLabel && (seen.length >= 30 || shared * 2 >= words.length);
  return plainText(isHeadline ? seen : declared || seen).slice(0, limits.titleUtf16);
}

/** The outlet's name as it calls itself; the host where that is an address or a whole sentence. */
function findSite(objects: readonly LinkedData[], article: LinkedData | null, siteName: string | null, url: string): string | null {
  const website = objects.find((object) => typesOf(object).includes('WebSite'));
  const names = [siteName, nameOf(article?.['publisher'], objects), nameOf(website, objects)].flatMap((name) => (name ? [plainText(name)] : []));
  return names.find((name) => name.length <= 50 && !/^(?:https?:|www\.)/.test(name)) ?? hostOf(url);
}

/** The first of the sections named, or null where it is an identifier or the title again. */
function findSection(text: string | null, title: string): string | null {
  const section = plainText(text ?? '').split(/\s*[,;|]\s*/, 1)[0] ?? '';
  return section && section.length <= 60 && !/[_/]|^\d+$/.test(section) && !title.startsWith(section) ? section : null;
}
