import { introductions } from './introductions.ts';
import { spelling } from './surface.ts';
import type { Told } from './page-memory.ts';
import type { RuleEntity } from './rules.ts';
import type { OpenPack, Reading, Span, Cues } from './span.ts';
import type { MatchPage, Why } from './types.ts';

/** Within this many units a word is near: a news paragraph or two. */
export const nearUtf16 = 300;

export interface Verdict {
  /** Never empty; more than one: the reader chooses. */
  readings: Reading[];
  why: Why;
}

/** What the page tells while its names are being settled. Grows from round to round. */
export interface Evidence {
  page: MatchPage;
  told: Told;
  cues: Cues;
  /** Every stretch that may be a name, in order. */
  spans: readonly Span[];
  settled: Map<Span, Verdict>;
  /** Spans that spell a name out beside its short form, by the short form's start; null where it stands for something else. */
  bound: Map<string, { span: Span | null; reading: { pack: string; entity: string } | null; long: string }>;
  inLower: ReadonlySet<string>;
  /** Whether a word stands on the page between two spaces, as it is written. */
  isSpacedWord: (word: string) => boolean;
}

/** The nearest of the cues that is not part of the span itself, if need be in the same line; null: none near. */
export function nearestCue(evidence: Evidence, pack: OpenPack, cues: readonly number[], span: Span, sameLine = false): string | null {
  const places = evidence.cues.get(pack);
  if (!places) return null;
  let best: { start: number; end: number } | null = null;
  let bestDistance = nearUtf16;
  for (const cue of cues) {
    for (const place of around(places.get(cue) ?? [], span)) {
      if (place.start < span.end && span.start < place.end) continue;
      if (isOpen(evidence, place)) continue;
      const distance = place.start >= span.end ? place.start - span.end : span.start - place.end;
      if (distance < bestDistance && !(sameLine && between(evidence.page.text, place, span).includes('\n'))) {
        best = place;
        bestDistance = distance;
      }
    }
  }
  return best && evidence.page.text.slice(best.start, best.end);
}

/** Whether a name stands there that needs others to decide it and is not decided yet: it decides nothing before. */
function isOpen({ spans, settled }: Evidence, { start, end }: { start: number; end: number }): boolean {
  for (let at = firstFrom(spans, start); spans[at]?.start === start; at++) {
    const span = spans[at];
    if (span?.end === end && span.readings.every(({ claim }) => claim?.requires !== undefined)) return !settled.has(span);
  }
  return false;
}

/** Whether the span lies within a place of the cue. */
export function liesIn(evidence: Evidence, pack: OpenPack, cue: number, span: Span): boolean {
  const places = evidence.cues.get(pack)?.get(cue) ?? [];
  return around(places, span).some(({ start, end }) => start <= span.start && span.end <= end);
}

function between(text: string, a: { start: number; end: number }, b: { start: number; end: number }): string {
  return text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
}

/** The two places on each side of the span. */
function around(places: readonly { start: number; end: number }[], span: Span): { start: number; end: number }[] {
  const low = firstFrom(places, span.start);
  return places.slice(Math.max(0, low - 2), low + 2);
}

/** Number of the first place that begins at `start` or later, by binary search: a page may hold thousands. */
export function firstFrom(places: readonly { start: number }[], start: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of one cue looked at for a decided one: a hostile page holds thousands, and asks for each of as many names. */
const placesTried = 16;

/** Whether a cue at these places decides anything: not where each of them is a name still undecided. */
export function decides(evidence: Evidence, places: readonly { start: number; end: number }[] = []): boolean {
  return places.slice(0, placesTried).some((place) => !isOpen(evidence, place));
}

/** The first of the cues, at most `limit`, that stand anywhere on the page or were seen there before. */
export function cuesOnPage(evidence: Evidence, pack: OpenPack, cues: readonly number[], limit: number): string[] {
  const places = evidence.cues.get(pack);
  const told = evidence.told.cues[pack.pack] ?? [];
  const seen: string[] = [];
  for (const cue of cues) {
    const text = pack.rules.cues[cue] ?? '';
    if (seen.length < limit && (decides(evidence, places?.get(cue)) || told.includes(text))) seen.push(text);
  }
  return seen;
}

/** Entities settled by a name that needs no other, as `pack entity`, with the words that named them. */
export function namedInFull(evidence: Evidence): Map<string, string> {
  const named = new Map<string, string>();
  for (const [pack, entity, words] of evidence.told.named) named.set(`${pack} ${entity}`, words);
  for (const [span, { readings, why }] of evidence.settled) {
    const [reading] = readings;
    if (readings.length > 1 || !reading || reading.claim?.short || why.code === 'related') continue;
    const key = entityKey(reading);
    if (!named.has(key)) named.set(key, evidence.page.text.slice(span.start, span.end));
  }
  return named;
}

/** `pack entity`. */
export function entityKey(reading: Reading): string {
  const bearer = reading.pack.rules.entities[reading.entity];
  if (!bearer) return `${reading.pack.pack} `;
  let key = entityKeys.get(bearer);
  if (key === undefined) entityKeys.set(bearer, (key = `${reading.pack.pack} ${bearer.id}`));
  return key;
}
/** Written once: maps are faster for a key they know. */
const entityKeys = new WeakMap<RuleEntity, string>();

export function idOf(reading: Reading): string {
  return reading.pack.rules.entities[reading.entity]?.id ?? '';
}

/**
 * Binds short forms to what the page spelled out for them: to the name that ends where the long form ends, or to nothing
 * of ours. A long form that shares half its words with one of our names counts as that name in another spelling.
 */
export function bindIntroduced(evidence: Evidence, spans: readonly Span[]): void {
  const { text } = evidence.page;
  for (const [short, pack, entity, long] of evidence.told.bound) {
    evidence.bound.set(short, { span: null, reading: pack !== null && entity !== null ? { pack, entity } : null, long });
  }
  const introduced = introductions(text).filter(({ short }) => !evidence.bound.has(short));
  if (introduced.length === 0) return;
  const spellings = new Map<string, Span>();
  const longByEnd = new Map<number, Span>();
  for (const span of spans.toReversed()) {
    spellings.set(text.slice(span.start, span.end), span);
    if (span.words > 1) longByEnd.set(span.end, span);
  }
  for (const { short, longStart, longEnd } of introduced) {
    if (evidence.bound.has(short)) continue;
    const long = text.slice(longStart, longEnd);
    const [ours] = [-2, -1, 0, 1, 2]
      .map((off) => longByEnd.get(longEnd + off))
      .filter((span) => span !== undefined && span.start < longEnd && span.end > longStart)
      .sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0) || (b?.end ?? 0) - (a?.end ?? 0));
    const alike = spellings.get(short)?.readings.find((reading) => sharesHalf(long, reading));
    if (ours) evidence.bound.set(short, { span: ours, reading: null, long });
    else if (alike) evidence.bound.set(short, { span: null, reading: { pack: alike.pack.pack, entity: idOf(alike) }, long });
    else evidence.bound.set(short, { span: null, reading: null, long });
  }
}

function sharesHalf(long: string, reading: Reading): boolean {
  const words = new Set(spelling(long).split(' '));
  const names = reading.pack.rules.entities[reading.entity]?.names.split('\n') ?? [];
  return names.some((name) => {
    const own = spelling(name).split(' ');
    return own.length > 1 && own.filter((word) => words.has(word)).length * 2 >= Math.max(own.length, words.size);
  });
}
