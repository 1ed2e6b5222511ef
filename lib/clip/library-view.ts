import { entityKey } from '../pack/entity-key.ts';
import type { Kind } from '../pack/schema.ts';
import { kindOf } from '../pack/schema.ts';
import { siteOf } from '../settings/site-rules.ts';
import type { Clipping } from './schema.ts';

/** What the library shows: each set field narrows it further. */
export interface LibraryFilter {
  /** `pack/entity`. */
  entity: string | null;
  kind: Kind | null;
  tag: string | null;
  site: string | null;
  /** Year of the article. */
  year: string | null;
  /** Year of saving, in UTC. */
  saved: string | null;
  state: 'changed' | 'gone' | null;
  /** Canonical address: all clippings of one article. */
  page: string | null;
}
export const noFilter: LibraryFilter = { entity: null, kind: null, tag: null, site: null, year: null, saved: null, state: null, page: null };

export const librarySorts = ['saved-new', 'saved-old', 'article-new', 'article-old'] as const;
export type LibrarySort = (typeof librarySorts)[number];

/** One line of the filter rail: a value with how many clippings have it. */
export interface Facet {
  value: string;
  name: string;
  count: number;
}

export interface Facets {
  names: (Facet & { kind: Kind })[];
  kinds: (Facet & { value: Kind })[];
  tags: Facet[];
  sites: Facet[];
  /** Latest first. */
  years: Facet[];
  savedYears: Facet[];
  states: Record<'changed' | 'gone', number>;
}

/** The clippings that pass `filter` and, where there was a search, are among its `hits`; sorted. Undated articles come last. */
export function libraryView(clippings: readonly Clipping[], filter: LibraryFilter, sort: LibrarySort, hits: ReadonlySet<string> | null): Clipping[] {
  const kept = clippings.filter((clipping) => (hits === null || hits.has(clipping.id)) && passes(clipping, filter));
  const [by, order] = sort.split('-') as ['saved' | 'article', 'new' | 'old'];
  const sign = order === 'new' ? -1 : 1;
  const key = by === 'saved' ? (clipping: Clipping) => clipping.capturedAt : (clipping: Clipping) => clipping.page.published;
  return kept.sort((a, b) => {
    const [one, two] = [key(a), key(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    return one === two ? 0 : one < two ? -sign : sign;
  });
}

function passes(clipping: Clipping, filter: LibraryFilter): boolean {
  return (
    (filter.entity === null || clipping.entities.some((one) => entityKey(one) === filter.entity)) &&
    (filter.kind === null || clipping.entities.some(({ type }) => kindOf[type] === filter.kind)) &&
    (filter.tag === null || clipping.tags.includes(filter.tag)) &&
    (filter.site === null || siteOf(clipping.page.url) === filter.site) &&
    (filter.year === null || clipping.page.published?.slice(0, 4) === filter.year) &&
    (filter.saved === null || clipping.capturedAt.startsWith(filter.saved)) &&
    (filter.state === null || clipping.sighting?.state === filter.state) &&
    (filter.page === null || clipping.page.url === filter.page)
  );
}

/** Every value the library can be narrowed by, most frequent first. A renamed entity goes by its latest saved name. */
export function facetsOf(clippings: readonly Clipping[]): Facets {
  const names = new Map<string, Facet & { kind: Kind }>();
  const kinds = new Map<string, Facet & { value: Kind }>();
  const tags = new Map<string, Facet>();
  const sites = new Map<string, Facet>();
  const years = new Map<string, Facet>();
  const savedYears = new Map<string, Facet>();
  const states = { changed: 0, gone: 0 };
  for (const clipping of clippings) {
    for (const entity of clipping.entities) {
      const value = entityKey(entity);
      const facet = names.get(value) ?? { value, name: entity.name, kind: kindOf[entity.type], count: 0 };
      names.set(value, { ...facet, count: facet.count + 1 });
    }
    for (const kind of new Set(clipping.entities.map(({ type }) => kindOf[type]))) kinds.set(kind, { value: kind, name: kind, count: (kinds.get(kind)?.count ?? 0) + 1 });
    for (const tag of clipping.tags) count(tags, tag);
    count(sites, siteOf(clipping.page.url));
    count(years, clipping.page.published?.slice(0, 4) ?? null);
    count(savedYears, clipping.capturedAt.slice(0, 4));
    const state = clipping.sighting?.state;
    if (state === 'changed' || state === 'gone') states[state]++;
  }
  return {
    names: byCount(names),
    kinds: byCount(kinds),
    tags: byCount(tags),
    sites: byCount(sites),
    years: latestFirst(years),
    savedYears: latestFirst(savedYears),
    states,
  };
}

function count(facets: Map<string, Facet>, value: string | null): void {
  if (value === null) return;
  const facet = facets.get(value) ?? { value, name: value, count: 0 };
  facets.set(value, { ...facet, count: facet.count + 1 });
}

function latestFirst(facets: Map<string, Facet>): Facet[] {
  return [...facets.values()].sort((a, b) => b.value.localeCompare(a.value));
}

function byCount<T extends Facet>(facets: Map<string, T>): T[] {
  return [...facets.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
