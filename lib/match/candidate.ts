import { firstDay } from '../pack/dates.ts';
import { isAfterOtherGivenName } from './another-bearer.ts';
import { entityKey, type Evidence } from './evidence.ts';
import { isThePlace } from './metonym.ts';
import type { Claim, RuleEntity } from './rules.ts';
import { isOneWord } from './short-forms.ts';
import type { OpenPack, Reading, Span } from './span.ts';
import { spelling } from './surface.ts';

/** A reading with all that can be said of it once and for all: rounds of judging only ask what may have changed. */
export interface Candidate {
  reading: Reading;
  bearer: RuleEntity;
  /** `pack entity`. */
  key: string;
  /** A claim that needs a witness, or null. */
  conditional: Claim | null;
  /** Folded, where others may bear it too; null elsewhere. */
  surname: string | null;
  /** The surname stands after somebody else's given name. */
  isAnothers: boolean;
  /** Nothing on the page can make the span mean this. */
  hopeless: boolean;
}

/** Cues that speak against one of a span's bearers. */
export interface Objection {
  /** `pack entity`. */
  key: string;
  pack: OpenPack;
  /** Where the span is part of one. */
  within: readonly number[];
  /** Where one is near. */
  near: readonly number[];
}

/** A span with its candidates. */
export interface Case {
  span: Span;
  written: string;
  candidates: Candidate[];
  objections: Objection[];
  /** Capitals of two or three letters that are also a word of this page: "there IS more space". */
  isOrdinaryWord: boolean;
  /** No later round can judge it otherwise. */
  isPlain: boolean;
}

/** What the span may mean, without what is too early for the page. */
export function toCase(span: Span, evidence: Evidence): Case {
  const { page } = evidence;
  const written = page.text.slice(span.start, span.end);
  const candidates = span.readings
    .filter((reading) => !isTooEarly(reading, page.day, span.readings.length > 1))
    .map((reading) => toCandidate(reading, span, written, evidence))
    .filter((candidate) => candidate !== null);
  const objections = span.readings.map(toObjection).filter((objection) => objection !== null);
  const [first] = candidates;
  const isPlain =
    objections.length === 0 &&
    !evidence.bound.has(written) &&
    candidates.every(({ key, reading, conditional, surname }) => key === first?.key && !reading.inCapitals && conditional === null && surname === null);
  return { span, written, candidates, objections, isOrdinaryWord: isOrdinaryWord(written, evidence), isPlain };
}

function toCandidate(reading: Reading, span: Span, written: string, evidence: Evidence): Candidate | null {
  const { pack, claim, entity } = reading;
  const { text, lang } = evidence.page;
  const bearer = pack.rules.entities[entity];
  if (!bearer) return null;
  const conditional = claim && (claim.short || claim.requires) ? claim : null;
  const surname = bearer.type === 'person' && isOneWord(spelling(written).split(' ')) ? spelling(written) : null;
  return {
    reading,
    bearer,
    key: entityKey(reading),
    conditional,
    surname,
    isAnothers: surname !== null && isAfterOtherGivenName(reading, span, evidence),
    hopeless:
      (bearer.type === 'government-body' && bearer.salience === 'common' && isThePlace(text, span.start, span.end)) ||
      (conditional?.requires !== undefined && ((conditional.lang === 'ar' && isOtherArabicScript(written, lang)) || isOneOfMany(span, text))),
  };
}

/**
 * The name was not in use yet, or its bearer did not exist and the name may mean another. A full name stands even so: pages
 * are dated wrongly more often than names are given twice.
 */
function isTooEarly({ claim, pack, entity }: Reading, day: string | null, disputed: boolean): boolean {
  if (day === null) return false;
  if (claim?.from !== undefined && day < firstDay(claim.from)) return true;
  const from = pack.rules.entities[entity]?.from;
  return from !== undefined && (disputed || claim?.requires !== undefined) && day < firstDay(from);
}

function toObjection(reading: Reading): Objection | null {
  const { claim, pack, entity } = reading;
  if (!claim?.not) return null;
  const isPerson = pack.rules.entities[entity]?.type === 'person';
  return { key: entityKey(reading), pack, within: claim.not, near: isPerson ? withoutNamesakes(claim, claim.not, pack) : claim.not };
}

/** A person's namesake nearby ("Hafez al-Assad") speaks against its own place only. */
function withoutNamesakes(claim: Claim, cues: readonly number[], { rules }: OpenPack): readonly number[] {
  let others = othersThanNamesakes.get(claim);
  if (!others) {
    const name = ` ${spelling(claim.text)} `;
    others = cues.filter((cue) => !` ${spelling(rules.cues[cue] ?? '')} `.includes(name));
    othersThanNamesakes.set(claim, others);
  }
  return others;
}
/** Folded once: a claim has dozens of cues, and a page many mentions of a person. */
const othersThanNamesakes = new WeakMap<Claim, readonly number[]>();

/** Arabic letters spell other words in Persian and its neighbours. */
function isOtherArabicScript(written: string, lang: string | null): boolean {
  return lang !== null && lang !== 'ar' && /\p{sc=Arabic}/u.test(written);
}

/** "An Olive Branch, they said": a thing of that kind, where nothing follows that the name could stand before. */
function isOneOfMany(span: Span, text: string): boolean {
  return /(?:^|[^\p{L}])(?:an?|une?|eine?)[ \u00a0]$/iu.test(text.slice(Math.max(0, span.start - 6), span.start)) && !/^[ \u00a0-]\p{L}/u.test(text.slice(span.end, span.end + 2));
}

function isOrdinaryWord(written: string, { inLower, isSpacedWord }: Evidence): boolean {
  if (written.length > 3 || written !== written.toUpperCase()) return false;
  const lower = written.toLowerCase();
  return inLower.has(lower) && isSpacedWord(lower);
}
