import { firstDay, lastDay } from '../pack/dates.ts';
import type { EntityType } from '../pack/schema.ts';
import type { Candidate, Case, Objection } from './candidate.ts';
import { cuesOnPage, idOf, liesIn, nearestCue, type Evidence, type Verdict } from './evidence.ts';
import type { Claim } from './rules.ts';
import type { Span } from './span.ts';
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
  candidate: Candidate;
  why: Why;
  /** Greater wins: introduced, unconditional or near, on the page, related. */
  weight: number;
}

/** Which entity a span means by what is known so far; null: silent, for now or for good. */
export function judge({ span, written, candidates, objections, isOrdinaryWord }: Case, evidence: Evidence, standing: Standing): Verdict | null {
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
  const excluded = objections.filter((objection) => holds(objection, span, evidence)).map(({ key }) => key);
  const possible = excluded.length === 0 ? candidates : candidates.filter(({ key }) => !excluded.includes(key));
  const best = new Map<string, Supported>();
  for (const candidate of possible) {
    const one = support(candidate, { span, written, isOrdinaryWord }, evidence, standing);
    if (one && (best.get(candidate.key)?.weight ?? 0) < one.weight) best.set(candidate.key, one);
  }
  return choose([...best.values()], possible, evidence, standing);
}

/** A word against the bearer is near, or the span is part of a phrase against it ("Golani Brigade"). */
function holds({ pack, within, near }: Objection, span: Span, evidence: Evidence): boolean {
  return within.some((cue) => liesIn(evidence, pack, cue, span)) || nearestCue(evidence, pack, near, span) !== null;
}

function support(candidate: Candidate, { span, written, isOrdinaryWord: ordinary }: Pick<Case, 'span' | 'written' | 'isOrdinaryWord'>, evidence: Evidence, standing: Standing): Supported | null {
  const { reading, bearer, conditional: claim } = candidate;
  const full = standing.named.get(candidate.key);
  if (reading.inCapitals && (full === undefined || span.end - span.start < 3)) return null;
  if (isBorneByAnother(candidate, evidence, full !== undefined) || candidate.hopeless) return null;
  if (!claim) return { candidate, why: { code: 'name', detail: null }, weight: 4 };
  if (ordinary && full === undefined) return null;
  const near = claim.requires ? nearestCue(evidence, reading.pack, claim.requires, span, ordinary) : null;
  if (near !== null) return { candidate, why: { code: 'near', detail: near }, weight: 4 };
  if (full !== undefined && mayFollow(claim, bearer.type, written, full)) return { candidate, why: { code: 'short-form', detail: full }, weight: 3 };
  if (claim.requires && !ordinary) {
    const seen = cuesOnPage(evidence, reading.pack, claim.requires, 2);
    if (seen[0] !== undefined && (standing.story || seen.length > 1)) return { candidate, why: { code: 'near', detail: seen[0] }, weight: 2 };
  }
  const others = standing.specific.size - (standing.specific.has(candidate.key) ? 1 : 0);
  const told: Supported = { candidate, why: { code: 'related', detail: null }, weight: 1 };
  // A state's short name is its capital: too often only where the report was written.
  if (claim.short) return bearer.salience === 'common' && bearer.type !== 'state' && others >= namesOfAStory ? told : null;
  if (!ordinary && others >= (isAcronym(written) ? 2 : namesOfAStory) && isProper(written)) return told;
  const related = bearer.related
    .map((number) => reading.pack.rules.entities[number])
    .find((other) => other?.salience === 'specific' && standing.named.has(`${reading.pack.pack} ${other.id}`));
  return related ? { candidate, why: { code: 'related', detail: related.name }, weight: 1 } : null;
}

/** Somebody else's here, or of somebody else on the page while ours is not named in full. */
function isBorneByAnother({ surname, isAnothers }: Candidate, { told }: Evidence, namedInFull: boolean): boolean {
  if (surname === null) return false;
  if (isAnothers && !told.others.includes(surname)) told.others.push(surname);
  return isAnothers || (!namedInFull && told.others.includes(surname));
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

function choose(supported: readonly Supported[], possible: readonly Candidate[], evidence: Evidence, standing: Standing): Verdict | null {
  let left = supported;
  let why: Why | null = null;
  if (left.length > 1) {
    const inTime = left.filter(({ candidate }) => holdsOn(candidate, evidence.page.day));
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
    const ties = left.map(({ candidate }) => tiesTo(candidate, standing));
    const top = Math.max(...ties);
    left = left.filter((_, index) => ties[index] === top);
  }
  const [first] = left;
  if (!first) return null;
  if (left.length === 1) {
    const alone = possible.every(({ key }) => key === first.candidate.key);
    return { readings: [first.candidate.reading], why: why ?? (first.why.code === 'name' && !alone ? { code: 'related', detail: null } : first.why) };
  }
  return standing.story ? { readings: left.map(({ candidate }) => candidate.reading), why: { code: 'undecided', detail: null } } : null;
}

/** Whether name and bearer existed on the day; without a day nothing is ruled out. */
function holdsOn({ reading: { claim }, bearer }: Candidate, day: string | null): boolean {
  if (day === null) return true;
  return [claim?.from, bearer.from].every((from) => from === undefined || day >= firstDay(from)) && [claim?.to, bearer.to].every((to) => to === undefined || day <= lastDay(to));
}

function tiesTo({ reading: { pack }, bearer }: Candidate, standing: Standing): number {
  return bearer.related.filter((number) => standing.named.has(`${pack.pack} ${pack.rules.entities[number]?.id ?? ''}`)).length;
}
