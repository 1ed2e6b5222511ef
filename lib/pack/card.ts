import type { EntityType, Kind, Nature } from './schema.ts';

/** What a card shows of one entity on one day: made by `as-of.ts` in the background, sent to the page, drawn as it is. */
export interface Card {
  entity: string;
  pack: string;
  type: EntityType;
  kind: Kind;
  /** The name in use on the day. */
  name: string;
  /** Acronym and native-script names in use on the day; at most four, native first. */
  otherNames: { text: string; lang: string }[];
  /** Existence as known on the day: never an end that lay ahead. Partial dates. */
  exists: { from: string | null; to: string | null };
  asOf: AsOf;
  /**
   * `known`: a summary stands. `before`: nothing is known of it on that day (later facts are in `since`).
   * `report-only`: named in one report, no independent account.
   */
  state: 'known' | 'before' | 'report-only';
  summary: { text: string; sources: CardSource[] } | null;
  designations: CardDesignation[];
  /** Dated statements known by the day, oldest first. */
  before: Statement[];
  /** What came later, or whose date does not tell, oldest first. Empty where no date is known. */
  since: Statement[];
  disputes: { question: string; positions: { holder: string; text: string; sources: CardSource[] }[] }[];
  related: RelatedEntity[];
  distinguish: string[];
  place: { lat: number; lon: number; approx: boolean } | null;
  map: PlaceMap | null;
  /** Distinct sources behind the whole entry. */
  sourceCount: number;
  /** Pack end and version, for "knowledge ends on" and error reports. */
  packAsOf: string;
  packVersion: string;
  packTitle: string;
  packOrigin: PackOrigin;
}

/** Whose a pack is: shipped with the extension, from a file of the reader's, or made of the names the reader added. */
export type PackOrigin = 'bundled' | 'imported' | 'own';

/** An outline with points on it, in units of `viewBox`. */
export interface PlaceMap {
  viewBox: string;
  path: string;
  points: { x: number; y: number; name: string; here: boolean }[];
}

export interface AsOf {
  /** The day the upper part holds for; null: no date, all of it is told with hindsight as of the pack's end. */
  day: string | null;
  basis: 'article' | 'reader' | 'none';
  /** The pack's knowledge ended more than `limits.packStaleDays` before today. */
  stale: boolean;
}

export interface CardSource {
  publisher: string;
  nature: Nature;
  about: string | null;
  title: string;
  url: string;
  date: string | null;
  note: string | null;
}

export interface Statement {
  /** Stable within a pack version: `entity#n`, n counting the entry's facts from 0. */
  id: string;
  text: string;
  /** Partial dates; `to` for a stretch, null where it is a point or still open. */
  date: string;
  to: string | null;
  sources: CardSource[];
  contested: { text: string; by: string | null; sources: CardSource[] } | null;
}

export interface CardDesignation {
  by: string;
  as: string;
  from: string | null;
  /** On the day: in force, or announced to end (the day of effect lying ahead or not known). Ended ones are not listed. */
  standing: 'in-force' | 'ending';
  /** Where `ending`: the day the end was announced. */
  endAnnounced: string | null;
  note: string | null;
  sources: CardSource[];
}

export interface RelatedEntity {
  entity: string;
  kind: Kind;
  type: EntityType;
  /** Its name on the day. */
  name: string;
  /** Relation as a vocabulary key, null where the claim has no source of its own. */
  relation: string | null;
}
