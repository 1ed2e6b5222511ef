import { firstFrom, type Evidence } from './evidence.ts';
import { otherGivenName } from './other-given-name.ts';
import type { RuleEntity } from './rules.ts';
import type { Reading, Span } from './span.ts';
import { spelling } from './surface.ts';

/** Every word of an entity's names. Folded once: a page names a person many times. */
function wordsOfNames({ pack, entity }: Reading): ReadonlySet<string> {
  const bearer = pack.rules.entities[entity];
  if (!bearer) return new Set();
  let words = namesFolded.get(bearer);
  if (!words) namesFolded.set(bearer, (words = new Set(spelling(bearer.names.replaceAll('\n', ' ')).split(' '))));
  return words;
}
const namesFolded = new WeakMap<RuleEntity, ReadonlySet<string>>();

/** Whether a surname stands after somebody else's given name. */
export function isAfterOtherGivenName(reading: Reading, span: Span, evidence: Evidence): boolean {
  const { page, isSpacedWord } = evidence;
  return otherGivenName(page, span.start, wordsOfNames(reading), isSpacedWord, (from, to) => namesNoPerson(evidence, from, to)) !== null;
}

/** As many spans before a place may belong to a longer name that ends there. */
const spansOfAName = 4;

/**
 * Whether a name that is no person's lies in the stretch, takes up its beginning ("Turkeys" without its apostrophe) or
 * ends with it ("Birleşmiş Milletler" before "De Mistura").
 */
function namesNoPerson({ spans }: Evidence, from: number, to: number): boolean {
  const first = firstFrom(spans, from);
  const isOther = (span: Span): boolean => span.readings.every(({ pack, entity }) => pack.rules.entities[entity]?.type !== 'person');
  for (let at = first; (spans[at]?.start ?? to) < to; at++) {
    const span = spans[at];
    if (span && span.end <= to && isOther(span)) return true;
  }
  return spans.slice(Math.max(0, first - spansOfAName), first).some((span) => span.end === to && isOther(span));
}
