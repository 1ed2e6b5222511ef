import { firstDay, lastDay } from '../pack/dates.ts';
import type { EntityType } from '../pack/schema.ts';
import { isAnothers } from './another-bearer.ts';
import { cuesOnPage, entityKey, idOf, liesIn, nearestCue, type Evidence, type Verdict } from './evidence.ts';
import { isThePlace } from './metonym.ts';
import type { Claim } from './rules.ts';
import type { Reading, Span } from './span.ts';
import { spelling } from './surface.ts';
import type { Why } from './types.ts';

/** What has been gathered about the whole page before a round of judging. */
export interface Standing {
  /** Entities named in full, with the words that named them. */
  named: ReadonlyMap<string, string>;
  /** Some entity specific to a pack is settled: the page is in its story. */
  story: boolean;
  /** Those entities, as `pack entity`. */
  specific: ReadonlySet<string>;
}

interface Supported {
  reading: Reading;
  why: Why;
  /** Greater wins: introduced, unconditional or near, on the page, related. */
  weight: number;
}

/** Which entity a span means by what is known so far; null: silent, for now or for good. */
export function judge(span: Span, evidence: Evidence, standing: Standing): Verdict | null {
  const { page } = evidence;
  const written = page.text.slice(span.start, span.end);
  const bound = evidence.bound.get(written);
  if (bound && bound.span !== span) {
    const verdict = bound.span && evidence.settled.get(bound.span);
    const why: Why = { code: 'introduced', detail: bound.long };
    if (verdict) return { readings: verdict.readings, why: verdict.readings.length > 1 ? verdict.why : why };
    const { reading } = bound;
    const meant = reading && span.readings.find((own) => own.pack.pack === reading.pack && idOf(own) === reading.entity);
    return meant ? { readings: [meant], why } : null;
  }
  // The same name is often listed in several languages: words against one of them speak against all.
  const excluded = new Set(span.readings.filter((reading) => isExcluded(reading, span, evidence)).map(entityKey));
  const possible = span.readings.filter((reading) => !isTooEarly(reading, page.day, span.readings.length > 1) && !excluded.has(entityKey(reading)));
  const supported = distinct(possible.map((reading) => support(reading, span, evidence, standing)).filter((one) => one !== null));
  return choose(supported, possible, evidence, standing);
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

/**
 * A word against it is near, or this is part of a phrase against it ("Golani Brigade"). A person's namesake nearby ("Hafez
 * al-Assad") speaks against that place only.
 */
function isExcluded({ claim, pack, entity }: Reading, span: Span, evidence: Evidence): boolean {
  if (!claim?.not) return false;
  const name = ` ${spelling(claim.text)} `;
  const isNamesake = (cue: number): boolean => pack.rules.entities[entity]?.type === 'person' && ` ${spelling(pack.rules.cues[cue] ?? '')} `.includes(name);
  return claim.not.some((cue) => liesIn(evidence, pack, cue, span)) || nearestCue(evidence, pack, claim.not.filter((cue) => !isNamesake(cue)), span) !== null;
}

/** "An Olive Branch, they said": a thing of that kind, where nothing follows that the name could stand before. */
function isOneOfMany(span: Span, text: string): boolean {
  return /(?:^|[^\p{L}])(?:an?|une?|eine?)[ \u00a0]$/iu.test(text.slice(Math.max(0, span.start - 6), span.start)) && !/^[ \u00a0-]\p{L}/u.test(text.slice(span.end, span.end + 2));
}

function support(reading: Reading, span: Span, evidence: Evidence, standing: Standing): Supported | null {
  const { claim } = reading;
  const { page } = evidence;
  const full = standing.named.get(entityKey(reading));
  if (reading.inCapitals && (full === undefined || span.end - span.start < 3)) return null;
  const written = page.text.slice(span.start, span.end);
  const { type, salience } = reading.pack.rules.entities[reading.entity] ?? {};
  if (type === 'government-body' && salience === 'common' && isThePlace(page.text, span.start, span.end)) return null;
  if (type === 'person' && isAnothers(reading, span, evidence, full !== undefined)) return null;
  if (!claim || (!claim.short && !claim.requires)) return { reading, why: { code: 'name', detail: null }, weight: 4 };
  // Arabic letters spell other words in Persian and its neighbours.
  if (claim.requires && claim.lang === 'ar' && page.lang !== null && page.lang !== 'ar' && /\p{sc=Arabic}/u.test(written)) return null;
  if (claim.requires && isOneOfMany(span, page.text)) return null;
  const ordinary = isOrdinaryWord(written, page.text);
  if (ordinary && full === undefined) return null;
  const near = claim.requires ? nearestCue(evidence, reading.pack, claim.requires, span, ordinary) : null;
  if (near !== null) return { reading, why: { code: 'near', detail: near }, weight: 4 };
  if (full !== undefined && mayFollow(claim, type, written, full)) return { reading, why: { code: 'short-form', detail: full }, weight: 3 };
  if (claim.requires && !ordinary) {
    const seen = cuesOnPage(evidence, reading.pack, claim.requires);
    if (seen[0] !== undefined && (standing.story || seen.length > 1)) return { reading, why: { code: 'near', detail: seen[0] }, weight: 2 };
  }
  const others = standing.specific.size - (standing.specific.has(entityKey(reading)) ? 1 : 0);
  const told: Supported = { reading, why: { code: 'related', detail: null }, weight: 1 };
  // A state's short name is its capital: too often only where the report was written.
  if (claim.short) return salience === 'common' && type !== 'state' && others >= namesOfAStory ? told : null;
  if (!ordinary && others >= (isAcronym(written) ? 2 : namesOfAStory) && isProper(written)) return told;
  const related = reading.pack.rules.entities[reading.entity]?.related
    .map((number) => reading.pack.rules.entities[number])
    .find((other) => other?.salience === 'specific' && standing.named.has(`${reading.pack.pack} ${other.id}`));
  return related ? { reading, why: { code: 'related', detail: related.name }, weight: 1 } : null;
}

/** Whether the words can stand for the full name once it was given: a person's, capitals, or some of its own words. */
function mayFollow(claim: Claim, type: EntityType | undefined, written: string, full: string): boolean {
  const words = spelling(written);
  if (words === spelling(full)) return false;
  return claim.short === true || type === 'person' || written === written.toUpperCase() || ` ${spelling(full)} `.includes(` ${words} `);
}

/** As many other names of a story make even an ambiguous name its own. */
const namesOfAStory = 3;

/** Three capitals or more. */
function isAcronym(written: string): boolean {
  return /^\p{Lu}{3,}$/u.test(written);
}

/** An acronym, or words that all begin with a capital ("Islamic State"): among names of the story few others can be meant. */
function isProper(written: string): boolean {
  return isAcronym(written) || /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+$/u.test(written);
}

/** Whether capitals of two or three letters are also a word of this page: "there IS more space". */
function isOrdinaryWord(written: string, text: string): boolean {
  const lower = written.toLowerCase();
  return written.length <= 3 && written === written.toUpperCase() && written !== lower && text.includes(` ${lower} `);
}

function distinct(supported: readonly Supported[]): Supported[] {
  const best = new Map<string, Supported>();
  for (const one of supported) {
    const key = entityKey(one.reading);
    const other = best.get(key);
    if (!other || other.weight < one.weight) best.set(key, one);
  }
  return [...best.values()];
}

function choose(supported: readonly Supported[], possible: readonly Reading[], evidence: Evidence, standing: Standing): Verdict | null {
  if (supported.length === 0) return null;
  let left = [...supported];
  let why: Why | null = null;
  if (left.length > 1) {
    const inTime = left.filter(({ reading }) => holdsOn(reading, evidence.page.day));
    if (inTime.length > 0 && inTime.length < left.length) {
      left = inTime;
      why = { code: 'date', detail: evidence.page.day };
    }
  }
  if (left.length > 1) {
    const top = Math.max(...left.map(({ weight }) => weight));
    left = left.filter(({ weight }) => weight === top);
  }
  if (left.length > 1) {
    const ties = left.map(({ reading }) => tiesTo(reading, standing));
    const top = Math.max(...ties);
    left = left.filter((_, index) => ties[index] === top);
  }
  const [first] = left;
  if (!first) return null;
  if (left.length === 1) {
    const alone = possible.every((reading) => entityKey(reading) === entityKey(first.reading));
    return { readings: [first.reading], why: why ?? (first.why.code === 'name' && !alone ? { code: 'related', detail: null } : first.why) };
  }
  return standing.story ? { readings: left.map(({ reading }) => reading), why: { code: 'undecided', detail: null } } : null;
}

/** Whether name and bearer existed on the day; without a day nothing is ruled out. */
function holdsOn({ claim, pack, entity }: Reading, day: string | null): boolean {
  if (day === null) return true;
  const bearer = pack.rules.entities[entity];
  return [claim?.from, bearer?.from].every((from) => from === undefined || day >= firstDay(from)) && [claim?.to, bearer?.to].every((to) => to === undefined || day <= lastDay(to));
}

function tiesTo({ pack, entity }: Reading, standing: Standing): number {
  return (pack.rules.entities[entity]?.related ?? []).filter((number) => standing.named.has(`${pack.pack} ${pack.rules.entities[number]?.id ?? ''}`)).length;
}
