import { addDays } from '../pack/dates.ts';
import { linkedData, textOf, typesOf, type LinkedData } from './json-ld.ts';
import { readDay } from './read-day.ts';
import type { PageFacts, PublishedDate } from './types.ts';

/** One place that dates the page. */
interface Candidate {
  day: string;
  from: string;
  utc: boolean;
}

const metaPublished = new Set([
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dcterms.issued',
  'dc.date', 'dc.date.created', 'dcterms.created', 'dcterms.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'publication_date', 'publicationdate', 'article.published', 'originalpublicationdate', 'rnews:datepublished',
  'article_date_original', 'citation_publication_date', 'citation_date', 'prism.publicationdate', 'cxenseparse:recs:publishtime', 'date', 'article:published', 'bt:pubdate', 'displaydate', 'ptime', 'article:post_date', 'datecreated',
]);
const metaModified = new Set(['article:modified_time', 'og:updated_time', 'datemodified', 'dc.date.modified', 'dcterms.modified', 'last-modified', 'lastmod', 'article:modified']);

/** When the page was published, by its own word: see `rank` below for whose word counts. */
export function findPublished(facts: PageFacts, lang: string | null, today: string): PublishedDate {
  const candidates = [...fromLinkedData(facts, lang), ...fromMetas(facts, lang), ...fromUrl(facts), ...fromTimes(facts, lang), ...fromText(facts, lang)];
  const possible = candidates.filter(({ day }) => day >= '1990-01-01' && day <= addDays(today, 1));
  const best = possible[0];
  if (!best) return { day: null, from: candidates[0] ? `${candidates[0].from} is out of range` : 'no date on the page' };
  return { day: best.day, from: best.from };
}

export function findModified(facts: PageFacts, lang: string | null): string | null {
  const data = linkedData(facts.jsonLd).map((object) => textOf(object['dateModified'])).find((text) => text !== null);
  const text = data ?? facts.metas.find(([key]) => metaModified.has(key))?.[1];
  return text ? (readDay(text, lang)?.day ?? null) : null;
}

function fromLinkedData(facts: PageFacts, lang: string | null): Candidate[] {
  const objects = linkedData(facts.jsonLd);
  const isArticle = (object: LinkedData) => typesOf(object).some((type) => /Article|Posting|Report|Review$/.test(type));
  return [...objects.filter(isArticle), ...objects.filter((object) => !isArticle(object))].flatMap((object) =>
    ['datePublished', 'dateCreated', 'uploadDate'].flatMap((key) => candidate(textOf(object[key]), `json-ld ${key}`, lang)),
  );
}

function fromMetas(facts: PageFacts, lang: string | null): Candidate[] {
  return facts.metas.filter(([key]) => metaPublished.has(key)).flatMap(([key, content]) => candidate(content, `meta ${key}`, lang));
}

function fromUrl(facts: PageFacts): Candidate[] {
  const path = URL.canParse(facts.url) ? new URL(facts.url).pathname : '';
  const parts = /(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d{1,2})\2(\d{1,2})(?!\d)/.exec(path);
  return parts ? candidate(`${parts[1]}-${parts[3]}-${parts[4]}`, 'url', null) : [];
}

function fromTimes(facts: PageFacts, lang: string | null): Candidate[] {
  const order = ['heading', 'article', 'elsewhere'];
  return facts.times
    .toSorted((a, b) => order.indexOf(a.where) - order.indexOf(b.where))
    .filter(({ itemprop }) => !/modif/i.test(itemprop ?? ''))
    .flatMap(({ machine, text, itemprop, where }) => candidate(machine ?? text, itemprop ? `microdata ${itemprop}` : `time ${where}`, lang));
}

function fromText(facts: PageFacts, lang: string | null): Candidate[] {
  return facts.nearHeading.flatMap((text) => candidate(text, 'dateline', lang));
}

function candidate(text: string | null, from: string, lang: string | null): Candidate[] {
  const written = text ? readDay(text, lang) : null;
  return written ? [{ ...written, from }] : [];
}
