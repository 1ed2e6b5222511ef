import { addDays } from '../pack/dates.ts';
import { readDateline, saysOther } from './dateline.ts';
import { linkedData, textOf, typesOf, type LinkedData } from './json-ld.ts';
import { readDay, type WrittenDay } from './read-day.ts';
import type { PageFacts, PublishedDate, TimeFact } from './types.ts';

/** One place that dates the page. */
interface Evidence {
  day: string;
  /** Hour of a time given in UTC; null where the day is the place's own. */
  utcHour: number | null;
  from: string;
}

const metaPublished = new Set(
  (
    'article:published_time og:article:published_time og:published_time article:published datepublished rnews:datepublished parsely-pub-date sailthru.date ' +
    'dc.date.issued dcterms.issued dc.date dc.date.created dcterms.created dcterms.date pubdate publishdate publish-date publish_date publication_date ' +
    'publicationdate originalpublicationdate article_date_original citation_publication_date citation_date prism.publicationdate cxenseparse:recs:publishtime ' +
    'date displaydate article:post_date datecreated bt:pubdate ptime'
  ).split(' '),
);
const metaModified = new Set('article:modified_time og:article:modified_time og:updated_time datemodified dc.date.modified dcterms.modified last-modified lastmod article:modified'.split(' '));

/** The earliest day a page of the web can have been published on; earlier ones stand for "not set". */
const firstDay = '1990-01-01';

/**
 * When the page was published, by its own word. Voices: what it declares (JSON-LD, meta, microdata: one each), what stands near
 * its headline, and its address. They are weighed so:
 * 1. A time in UTC may belong to the day before or after where the page is: it speaks for that day if another voice names it in
 *    the place's own time and none names the UTC day.
 * 2. Declarations agree: theirs is the day.
 * 3. They differ: the day with most voices, the headline's and the address's among them; a tie within a day goes to the earlier.
 * 4. Nothing declared: the headline's day, or the address's where the headline's is more than a day off; else the only day that
 *    dated elements elsewhere on the page agree on.
 * Anything else is unknown, because a wrong day makes the card lie.
 */
export function findPublished(facts: PageFacts, lang: string | null, today: string): PublishedDate {
  if (facts.metas.some(([key, content]) => key === 'generator' && /wiki/i.test(content))) return wikiDay(facts, lang, today);
  const rejected: Evidence[] = [];
  const possible = (evidence: Evidence[]) => evidence.filter((one) => isPossible(one.day, today) || !rejected.push(one));

  const declared = possible(declaredDays(facts, lang));
  const shown = possible(visibleDays(facts, lang));
  const inUrl = possible(urlDay(facts)).slice(0, 1);
  const voices = [...declared, ...shown, ...inUrl];
  const local = declared.map((one) => inLocalTime(one, voices));
  const [first] = local;
  if (first) return local.every(({ day }) => day === first.day) ? told(first) : settle([...local, ...shown.slice(0, 1), ...inUrl]);

  const [visible] = shown;
  const [named] = inUrl;
  const near = visible && named && daysApart(visible.day, named.day) > 1 ? named : (visible ?? named);
  if (near) return told(near);
  const rest = possible(otherDays(facts, lang));
  const [only] = rest;
  if (only && rest.every(({ day }) => day === only.day)) return told(only);
  if (only) return { day: null, from: `${rest.length} dates, none of them clearly the page's` };
  return { day: null, from: rejected[0] ? `${rejected[0].from} ${rejected[0].day} is out of range` : 'no date on the page' };
}

/** A wiki's text is that of its last change, whenever the page was begun. */
function wikiDay(facts: PageFacts, lang: string | null, today: string): PublishedDate {
  const day = findModified(facts, lang, today);
  return { day, from: day ? 'last change of a wiki page' : 'a wiki page that does not say when it was changed' };
}

/** It may be tomorrow already where the page is. */
function isPossible(day: string, today: string): boolean {
  return day >= firstDay && day <= addDays(today, 1);
}

function told({ day, from }: Evidence): PublishedDate {
  return { day, from };
}

/** A UTC voice, moved to the place's own day where another voice knows it. West of Greenwich days end later, so only a morning can belong to the day before, an evening to the day after. */
function inLocalTime(one: Evidence, voices: Evidence[]): Evidence {
  if (one.utcHour === null || voices.some(({ day, utcHour }) => utcHour === null && day === one.day)) return one;
  const other = voices.find(({ day, utcHour }) => utcHour === null && day === addDays(one.day, (one.utcHour ?? 0) < 12 ? -1 : 1));
  return other ? { ...one, day: other.day } : one;
}

function settle(evidence: Evidence[]): PublishedDate {
  const votes = Map.groupBy(evidence, ({ day }) => day);
  const most = Math.max(...[...votes.values()].map((voters) => voters.length));
  const winners = [...votes.values()].filter((voters) => voters.length === most).flatMap((voters) => voters.slice(0, 1));
  const [earliest, ...others] = winners.sort((a, b) => (a.day < b.day ? -1 : 1));
  if (earliest && others.every(({ day }) => daysApart(day, earliest.day) === 1)) return told(earliest);
  return { day: null, from: `conflict: ${winners.map(({ day, from }) => `${from} ${day}`).join(', ')}` };
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** When the page says it was last changed, or null. */
export function findModified(facts: PageFacts, lang: string | null, today: string): string | null {
  const data = linkedData(facts.jsonLd).map((object) => textOf(object['dateModified'])).find((text) => text !== null);
  const text = data ?? facts.metas.find(([key]) => metaModified.has(key))?.[1];
  const day = text ? readDay(text, lang)?.day : undefined;
  return day !== undefined && isPossible(day, today) ? day : null;
}

/** One voice each: JSON-LD, meta, microdata. */
function declaredDays(facts: PageFacts, lang: string | null): Evidence[] {
  const objects = linkedData(facts.jsonLd);
  const isArticle = (object: LinkedData) => typesOf(object).some((type) => /Article|Posting|Report|Review$|Question|Recipe/.test(type));
  const isPage = (object: LinkedData) => typesOf(object).some((type) => /Page$/.test(type));
  const data = [isArticle, isPage].flatMap((kind) => objects.filter(kind)).flatMap((object) => ['datePublished', 'dateCreated'].flatMap((key) => evidence(textOf(object[key]), `json-ld ${key}`, lang)));
  const metas = facts.metas.filter(([key]) => metaPublished.has(key)).flatMap(([key, content]) => evidence(content, `meta ${key}`, lang));
  const micro = byNearness(facts.times)
    .filter(({ itemprop }) => /datePublished|dateCreated/i.test(itemprop ?? ''))
    .flatMap((time) => [time.text, time.machine].flatMap((text) => evidence(text, `microdata ${time.itemprop}`, lang)));
  return [data[0], metas[0], micro[0]].filter((one) => one !== undefined);
}

/** Days near the headline, those of changes left out: elements named after dates, then lines of text that are none of them. */
function visibleDays(facts: PageFacts, lang: string | null): Evidence[] {
  const near = facts.times.filter(({ where, itemprop }) => where === 'heading' && !itemprop);
  const lines = facts.nearHeading.filter((line) => !near.some(({ text }) => text === line));
  return [...near.flatMap((time) => timeDay(time, lang)), ...lines.flatMap((line) => asEvidence(readDateline(line, lang).published, 'dateline'))];
}

function otherDays(facts: PageFacts, lang: string | null): Evidence[] {
  return facts.times.filter(({ where }) => where !== 'heading').flatMap((time) => timeDay(time, lang));
}

function byNearness(times: readonly TimeFact[]): TimeFact[] {
  return ['heading', 'article', 'elsewhere'].flatMap((place) => times.filter(({ where }) => where === place));
}

function timeDay(time: TimeFact, lang: string | null): Evidence[] {
  if (saysOther(`${time.lead} ${time.label} ${time.itemprop ?? ''}`)) return [];
  const from = time.label.startsWith('time') ? '<time>' : 'dateline';
  const shown = readDateline(time.text, lang);
  // What the reader sees is the place's own day; the machine's is often UTC.
  return asEvidence(shown.published ?? (shown.updated || !time.machine ? null : readDay(time.machine, lang)), from);
}

function urlDay(facts: PageFacts): Evidence[] {
  const path = URL.canParse(facts.url) ? decodePath(new URL(facts.url).pathname) : '';
  const parts = /(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)/.exec(path);
  return parts ? evidence(`${parts[1]}-${parts[3]?.padStart(2, '0')}-${parts[4]?.padStart(2, '0')}`, 'url', null) : [];
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function evidence(text: string | null, from: string, lang: string | null): Evidence[] {
  return asEvidence(text ? readDay(text, lang) : null, from);
}

function asEvidence(written: WrittenDay | null, from: string): Evidence[] {
  return written ? [{ day: written.day, utcHour: written.utcHour, from }] : [];
}
