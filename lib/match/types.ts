import type { EntityType, Kind } from '../pack/schema.ts';

/** What the matcher is told of the page. `text` is the gathered prose, blocks parted by one `\n`; no mention spans a `\n`. */
export interface MatchPage {
  text: string;
  title: string;
  /** BCP 47 primary subtag, lower case, or null. */
  lang: string | null;
  /** `YYYY-MM-DD` or null. */
  day: string | null;
  /** Host name without `www.`, or null. */
  site: string | null;
}

export interface EntityRef {
  pack: string;
  entity: string;
}

export interface Mention extends EntityRef {
  /** UTF-16 units into the page's text. */
  start: number;
  end: number;
  /** `choose`: two or more entities stay possible, listed in `options` with `entity` first; the card offers them all. */
  sure: 'one' | 'choose';
  options?: EntityRef[];
  why: Why;
  /** Common knowledge counts only beside something specific to a pack's story. */
  salience: 'specific' | 'common';
  kind: Kind;
  /** Known from one report only: a dotted line. */
  reportOnly?: true;
}

/** Why this reading: a code the card has a sentence for, and the words of the page that decided. */
export interface Why {
  code:
    | 'name' // an unambiguous name
    | 'near' // an ambiguous name with a deciding word near it or on the page
    | 'introduced' // the page spelled the short form out
    | 'short-form' // follows the full name on this page
    | 'related' // other names on the page are tied to it
    | 'date' // only this bearer fits the article's date
    | 'undecided'; // offered as a choice
  detail: string | null;
}

export interface MatchEntity {
  id: string;
  type: EntityType;
  salience: 'specific' | 'common';
}

/** What a page has told so far; plain JSON, handed back with the next scan of the same page so that changed blocks read alike. */
export interface PageMemory {
  version: 1;
  [key: string]: unknown;
}

export interface MatchReply {
  /** In order of `start`, not overlapping. */
  mentions: Mention[];
  memory: PageMemory;
}
