import { limits } from '../limits.ts';
import { hostOf } from './address.ts';
import { nameOf, typesOf, type LinkedData } from './json-ld.ts';
import { plainText } from './plain-text.ts';
import type { PageFacts } from './types.ts';

const metaKeys = ['author', 'article:author', 'article:author_name', 'sailthru.author', 'parsely-author', 'cxenseparse:author', 'dcsext.author', 'byl', 'dc.creator', 'og:author', 'bt:author'];
/** "By" and its like at the start, in the seven languages and those near them. */
const lead = /^(?:(?:(?:written|reporting|reported|story|text|words) )?by|von|par|por|di|da|door|af|av|od|автор|авторы|текст|от|بقلم|كتب[ته]?|إعداد|نووسینی|nivîskar|yazan|haber|foto|photo|text)[\s:]+/i;
/** Between two names. */
const between = /\s*(?:[,;|/·•]|&|(?<=\s)(?:and|und|et|y|e|og|och|en|ve|û|и|و)(?=\s))\s*/iu;
/** What is no person: agencies, desks, offices, companies. */
const office =
  /\b(?:afp|ap|dpa|reuters|pti|ani|tass|efe|ansa|apa|sid|anadolu|xinhua|bloomberg|staff|desk|news\w*|redaktion|redacci[oó]n|r[eé]daction|redazione|redaksi\w*|editor|editors|editorial|team|bureau|agenc\w+|agentur|press|presse|media|online|admin|correspondents?|reporters?|journalists?|times|post|service|group|web|digital|tv|radio|contributors?|editör|haber merkezi)\b|\.\w{2,4}$|редакция|корреспондент|وكال|تحرير|مراسل|編集|記者|新聞|新闻/iu;

/**
 * The people who wrote the article, in order, "By" and handles taken off; agencies, desks and the outlet itself left out. The
 * first source that names people counts: JSON-LD, then meta, then a line near the headline that begins with "By".
 */
export function findByline(article: LinkedData | null, objects: readonly LinkedData[], facts: PageFacts, site: string | null): string[] {
  const outlets = [site, hostOf(facts.url)?.split('.').find((label) => label.length > 2) ?? null].filter((name) => name !== null);
  const declared = [article?.['author'] ?? article?.['creator']].flat(3).filter((author) => !isOrganization(author)).map((author) => nameOf(author, objects));
  const metas = metaKeys.map((key) => facts.metas.filter(([name]) => name === key).map(([, content]) => content));
  const lines = facts.nearHeading.slice(0, 8).filter((line) => lead.test(line) && line.length < 60).map((line) => line.replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*/i, ''));
  for (const source of [declared, ...metas, lines.slice(0, 1)]) {
    const people = unique(source.flatMap((text) => (text ? peopleIn(text, outlets) : [])));
    if (people.length > 0) return people.slice(0, 10);
  }
  return [];
}

function isOrganization(author: unknown): boolean {
  return typeof author === 'object' && author !== null && typesOf(author as LinkedData).some((type) => /Organization|Thing$/.test(type));
}

function peopleIn(text: string, outlets: readonly string[]): string[] {
  const parts = plainText(text).replace(lead, '').split(between).map((part) => part.replace(lead, '').replace(/\s*(?:@\S+|\(.*?\)|\S+@\S+|for \p{Lu}.*|\d[\d.:\s-]*.*$)/gu, '').trim());
  const people = parts.filter((part) => isPerson(part, outlets));
  // A single word beside full names is the place or the paper.
  return people.some((part) => part.includes(' ')) ? people.filter((part) => part.includes(' ')) : people;
}

function isPerson(part: string, outlets: readonly string[]): boolean {
  if (part.length < 3 || part.length > limits.bylineUtf16 / 3 || /[/:#]|^\p{Ll}[\p{Ll}\d-]*$/u.test(part) || !/\p{L}{2}/u.test(part)) return false;
  if (part.split(' ').length > 5 || /^\p{Lu}+$/u.test(part)) return false;
  return !office.test(part) && !outlets.some((outlet) => sameName(part, outlet));
}

function sameName(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^the |[^\p{L}]/gu, '');
  return bare(a).startsWith(bare(b)) || bare(b).startsWith(bare(a));
}

function unique(texts: string[]): string[] {
  return texts.filter((text, index) => texts.findIndex((other) => other.toLowerCase() === text.toLowerCase()) === index);
}
