import { limits } from '../limits.ts';
import type { AsOf, Card, CardDesignation, CardSource, PackOrigin, PlaceMap, RelatedEntity, Statement } from './card.ts';
import { addDays, lastDay } from './dates.ts';
import { relationNeedsSource } from './relations.ts';
import { kindOf, type Designation, type Entity, type Fact, type PackManifest, type Source } from './schema.ts';

/** An open pack: what a card is made from. Lookups answer `undefined` for what the pack does not hold. */
export interface PackBook {
  manifest: PackManifest;
  origin: PackOrigin;
  /** The reader's today, `YYYY-MM-DD`: only for telling whether the pack's knowledge is old. */
  today: string;
  source(ref: string): Source | undefined;
  entity(id: string): Entity | undefined;
  /** Where the entity lies; without it no map is shown. */
  map?(id: string): PlaceMap | null;
}

const otherNamesMax = 4;

/**
 * The card of `entity` as of a day (`YYYY-MM-DD`), or told with hindsight as of the pack's end where `day` is null. Pure.
 * A date counts as known only when the last day it can mean is not after the day: what straddles it counts as later,
 * so that a doubt never puts the future above "Since this article".
 */
export function cardAt(entity: Entity, asOf: Pick<AsOf, 'day' | 'basis'>, book: PackBook): Card {
  const hindsight = asOf.day === null;
  const day = asOf.day ?? book.manifest.asOf;
  const summary = hindsight ? glossOf(entity) : summaryOn(entity, day);
  const facts = entity.facts
    .map((fact, index) => ({
      isKnown: hindsight || lastDayOf(fact) <= day,
      statement: statementOf(`${entity.id}#${index}`, fact, book),
    }))
    .sort((a, b) => compare(lastDay(a.statement.date), lastDay(b.statement.date)));
  return {
    entity: entity.id,
    pack: book.manifest.id,
    type: entity.type,
    kind: kindOf[entity.type],
    name: nameOn(entity, day),
    otherNames: otherNamesOn(entity, day),
    exists: { from: ifKnown(entity.exists?.from, day), to: ifKnown(entity.exists?.to, day) },
    asOf: { ...asOf, stale: book.origin !== 'own' && addDays(book.manifest.asOf, limits.packStaleDays) < book.today },
    state: summary === null ? 'before' : entity.reportOnly === true ? 'report-only' : 'known',
    summary: summary && { text: summary.text, sources: sourcesOf(summary.sources, book) },
    designations: (entity.designations ?? []).flatMap((designation) => designationOn(designation, day, book) ?? []),
    before: facts.filter((fact) => fact.isKnown).map((fact) => fact.statement),
    since: facts.filter((fact) => !fact.isKnown).map((fact) => fact.statement),
    disputes: summary === null ? [] : disputesOn(entity, day, book),
    related: summary === null ? [] : relatedOn(entity, day, book),
    distinguish: entity.distinguish ?? [],
    place: entity.place ? { ...entity.place, approx: entity.place.approx === true } : null,
    map: mapOn(entity, day, book),
    sourceCount: refsOf(entity).size,
    packAsOf: book.manifest.asOf,
    packVersion: book.manifest.version,
    packTitle: book.manifest.title,
    packOrigin: book.origin,
  };
}

/** Whether the entity exists on the day as far as the pack tells; a partial beginning counts from its last day. */
export function existsOn(entity: Entity, day: string): boolean {
  return isWithin(entity.exists ?? {}, day);
}

/** The name in use on the day: the newest of `names` begun by then, the oldest where none had, else `name`. */
export function nameOn(entity: Entity, day: string): string {
  const names = [...(entity.names ?? [])].sort((a, b) => compare(a.from ?? '', b.from ?? ''));
  const begun = names.filter((name) => hasBegun(name.from, day));
  return (begun.at(-1) ?? names[0])?.text ?? entity.name;
}

/** One native name a language, then one acronym a language, as in use on the day. */
function otherNamesOn(entity: Entity, day: string): Card['otherNames'] {
  const found = new Map<string, { text: string; lang: string }>();
  const taken = new Set<string>();
  for (const kind of ['native', 'acronym'] as const) {
    for (const alias of entity.aliases) {
      if (alias.kind !== kind || taken.has(kind + alias.lang) || !isWithin(alias, day)) continue;
      taken.add(kind + alias.lang);
      if (!found.has(alias.text)) found.set(alias.text, { text: alias.text, lang: alias.lang });
    }
  }
  found.delete(nameOn(entity, day));
  return [...found.values()].slice(0, otherNamesMax);
}

function summaryOn(entity: Entity, day: string) {
  return entity.summaries.find((slice) => isWithin(slice, day)) ?? null;
}

function glossOf(entity: Entity): { text: string; sources: string[] } {
  return { text: entity.gloss, sources: [...new Set(entity.summaries.flatMap((slice) => slice.sources))] };
}

/** A stretch is known as a whole when it is over; one still open is told as of its beginning, and known from then on. */
function lastDayOf({ date, from = '', to }: Fact): string {
  return lastDay(date ?? to ?? from);
}

function statementOf(id: string, fact: Fact, book: PackBook): Statement {
  const { contested } = fact;
  return {
    id,
    text: fact.text,
    date: fact.date ?? fact.from ?? book.manifest.asOf,
    to: fact.to ?? null,
    sources: sourcesOf(fact.sources, book),
    contested: contested
      ? { text: contested.text, by: contested.by ?? null, sources: sourcesOf(contested.sources ?? [], book) }
      : null,
  };
}

/** Null before it began and after it ended. One whose beginning is not known stands from the day a source first tells of it. */
function designationOn(designation: Designation, day: string, book: PackBook): CardDesignation | null {
  const { end } = designation;
  if (!hasBegun(designation.from ?? firstToldOf(designation, book), day)) return null;
  if (end?.date && lastDay(end.date) <= day) return null;
  const announced = ifKnown(end?.announced, day);
  return {
    by: designation.by,
    as: designation.as,
    from: designation.from ?? null,
    standing: announced === null ? 'in-force' : 'ending',
    endAnnounced: announced,
    note: (announced === null ? designation.note : (end?.note ?? designation.note)) ?? null,
    sources: sourcesOf(designation.sources, book),
  };
}

function firstToldOf(designation: Designation, book: PackBook): string {
  const dates = designation.sources.flatMap((ref) => book.source(ref)?.date ?? []).map(lastDay);
  return dates.sort(compare)[0] ?? book.manifest.asOf;
}

/** A question with fewer than two positions by the day was not yet in dispute. */
function disputesOn(entity: Entity, day: string, book: PackBook): Card['disputes'] {
  return (entity.disputes ?? []).flatMap(({ question, positions }) => {
    const held = positions.filter((position) => hasBegun(position.date, day));
    if (held.length < 2) return [];
    return [{ question, positions: held.map(({ holder, text, sources }) => ({ holder, text, sources: sourcesOf(sources, book) })) }];
  });
}

/** Those that hold on the day, to entities that had come to exist; one line an entity, the first declared leading. */
function relatedOn(entity: Entity, day: string, book: PackBook): RelatedEntity[] {
  const related = new Map<string, RelatedEntity>();
  for (const relation of entity.relations ?? []) {
    const target = book.entity(relation.target);
    if (!target || related.has(target.id) || !isWithin(relation, day) || !hasBegun(target.exists?.from, day)) continue;
    const isTold = relation.sources !== undefined || !relationNeedsSource(relation.type);
    related.set(target.id, {
      entity: target.id,
      kind: kindOf[target.type],
      type: target.type,
      name: nameOn(target, day),
      relation: isTold ? relation.type : null,
    });
  }
  return [...related.values()];
}

function mapOn(entity: Entity, day: string, book: PackBook): PlaceMap | null {
  const map = book.map?.(entity.id);
  return map ? { ...map, points: map.points.map((point) => (point.here ? { ...point, name: nameOn(entity, day) } : point)) } : null;
}

/** Every source the entry rests on, as `file/key`. */
export function refsOf(entity: Entity): Set<string> {
  const sourced = [
    ...entity.facts,
    ...entity.facts.flatMap((fact) => fact.contested ?? []),
    ...entity.summaries,
    ...(entity.designations ?? []),
    ...(entity.relations ?? []),
    ...(entity.disputes ?? []).flatMap((dispute) => dispute.positions),
  ];
  return new Set(sourced.flatMap((one) => one.sources ?? []));
}

function sourcesOf(refs: readonly string[], book: PackBook): CardSource[] {
  return refs.flatMap((ref) => {
    const source = book.source(ref);
    if (!source) return [];
    const { publisher, nature, about = null, title, url, date = null, note = null } = source;
    return [{ publisher, nature, about, title, url, date, note }];
  });
}

function hasBegun(from: string | undefined, day: string): boolean {
  return from === undefined || lastDay(from) <= day;
}

/** `to` is inclusive: a month or year as an end holds to its last day. */
function isWithin(span: { from?: string | undefined; to?: string | undefined }, day: string): boolean {
  return hasBegun(span.from, day) && (span.to === undefined || day <= lastDay(span.to));
}

function ifKnown(date: string | undefined, day: string): string | null {
  return date !== undefined && lastDay(date) <= day ? date : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
