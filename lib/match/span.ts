import type { Claim, MatchRules } from './rules.ts';
import type { Found } from './scan.ts';
import { isWholeWord } from './sentence-case.ts';
import { fits, isLower } from './surface.ts';
import type { MatchPage } from './types.ts';

/** One open pack. */
export interface OpenPack {
  pack: string;
  rules: MatchRules;
}

/** One entity that a span may mean. */
export interface Reading {
  pack: OpenPack;
  entity: number;
  /** Null: the name has one entity and no rule. */
  claim: Claim | null;
  /** Stands among capitals: needs a second witness. */
  inCapitals: boolean;
}

/** A stretch of the page that spells a name of some pack, with all it may mean. */
export interface Span {
  start: number;
  end: number;
  words: number;
  readings: Reading[];
}

/** Where the words stand that decide, by pack and cue number, in order. */
export type Cues = Map<OpenPack, Map<number, { start: number; end: number }[]>>;

/** What was found, sorted. */
export interface Sorted {
  /** In order of start, longer ones first. */
  spans: Span[];
  cues: Cues;
  /** Names of one word that the page also writes in lower case, as it does. */
  inLower: ReadonlySet<string>;
}

/** Sorts what was found into names and cues; the same stretch in two packs is one span with the readings of both. */
export function toSpans(found: readonly { pack: OpenPack; found: Found[] }[], page: Pick<MatchPage, 'text' | 'lang'>): Sorted {
  const { text } = page;
  const spans = new Map<string, Span>();
  const cues: Cues = new Map();
  const inLower = new Set<string>();
  for (const { pack, found: inPack } of found) {
    const places = new Map<number, { start: number; end: number }[]>();
    cues.set(pack, places);
    for (const { start, end: lastLetter, words, entity, group } of inPack) {
      const end = lastLetter + (words > 1 && endsInitials(text, start, lastLetter) ? 1 : 0);
      const lower = words === 1 && isLower(text.charAt(start));
      if (lower && isWholeWord(text, start, end)) inLower.add(text.slice(start, end));
      if (words > 1 && isTorn(text.slice(start, end))) continue;
      const readings: Reading[] = [];
      if (entity !== null && !lower) readings.push({ pack, entity, claim: null, inCapitals: false });
      const row = group === null ? undefined : pack.rules.groups[group];
      if (row?.cue !== undefined && isCueAsWritten(pack.rules.cues[row.cue] ?? '', text.slice(start, end))) put(places, row.cue, { start, end });
      for (const number of row?.claims ?? []) {
        const claim = pack.rules.claims[number];
        if (!claim) continue;
        const fitting = fits(claim, page, start, end, words);
        if (fitting !== 'no') readings.push({ pack, entity: claim.entity, claim, inCapitals: fitting === 'in-capitals' });
      }
      if (readings.length === 0) continue;
      const key = `${start} ${end}`;
      const span = spans.get(key);
      if (span) span.readings.push(...readings);
      else spans.set(key, { start, end, words, readings });
    }
  }
  return { spans: [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end), cues, inLower };
}

/** Whether a deciding acronym stands in capitals: "IS" decides, "is" does not. */
function isCueAsWritten(cue: string, written: string): boolean {
  return !/^\p{Lu}{2,}$/u.test(cue) || written === written.toUpperCase();
}

/** Whether a bracket opens or closes within the span only: "(IS) group" read from the inside. */
function isTorn(span: string): boolean {
  return /^[^(]*\)|\([^)]*$|^[^[]*\]|\[[^\]]*$/.test(span);
}

/** Whether the full stop after the span belongs to it: "U.N." */
function endsInitials(text: string, start: number, end: number): boolean {
  return text.charAt(end) === '.' && /^\p{Lu}(?:\.\p{Lu})+$/u.test(text.slice(start, end));
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
