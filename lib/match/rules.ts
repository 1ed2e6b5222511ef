import type { EntityType } from '../pack/schema.ts';

/** What the index cannot hold: who is who, and the rules of the names that need one. JSON, used as it is read. */
export interface MatchRules {
  version: 1;
  entities: RuleEntity[];
  /** A name's claims and the cue it is, for every name that is not simply one entity's. Numbered by the index. */
  groups: RuleGroup[];
  claims: Claim[];
  /** Words that decide for or against a claim, as the pack writes them. */
  cues: string[];
}

export interface RuleEntity {
  id: string;
  name: string;
  type: EntityType;
  salience: 'specific' | 'common';
  /** Partial dates of its existence. */
  from?: string;
  to?: string;
  /** Numbers of the entities it is tied to, either way. */
  related: number[];
  /** Every name, one a line, for looking up. */
  names: string;
}

export interface RuleGroup {
  /** Into `claims`. */
  claims: number[];
  /** Into `cues`. */
  cue?: number;
}

/** One entity's claim to an alias and the forms generated from it. */
export interface Claim {
  /** Into `entities`. */
  entity: number;
  text: string;
  lang: string;
  /** Trusted only beside the full name, or with a required cue. */
  short?: true;
  /** Letters must stand as capitals where they do in `text`. */
  cased?: true;
  /** One word, of lower case in `text` too: any case will do. Other names of one word need their capital. */
  lower?: true;
  /** Marks must stand as in `text`: acronyms and short words, which others are a mark away from. */
  exact?: true;
  /** On pages in `lang`, or with a letter that plain English has not. */
  inLang?: true;
  /** Into `cues`. */
  requires?: number[];
  not?: number[];
  from?: string;
  to?: string;
}
