import { kindOf } from '../pack/schema.ts';
import { toCase } from './candidate.ts';
import { bindIntroduced, decides, entityKey, idOf, namedInFull, type Evidence } from './evidence.ts';
import { judge, type Standing } from './judge.ts';
import { legalNoticesIn } from './legal-notice.ts';
import { isPartOfOther } from './other-names.ts';
import { nothingTold, type Told } from './page-memory.ts';
import { sentenceCaseIn } from './sentence-case.ts';
import { spacedWordsOf } from './spaced-words.ts';
import type { Reading, Sorted, Span } from './span.ts';
import type { EntityRef, MatchPage, Mention } from './types.ts';

/** What is settled in one round is evidence in the next; after this many nothing new was ever seen to come. */
const rounds = 4;

/** Decides what each span of the page means. Mentions come in order, not overlapping; `told` is what the next scan should know. */
export function settle({ spans, cues, inLower }: Sorted, page: MatchPage, told: Told): { mentions: Mention[]; told: Told } {
  const isInNotice = legalNoticesIn(page.text);
  const isSentenceCase = sentenceCaseIn(page.text, inLower);
  const open = spans.filter(
    (span) =>
      !isPartOfOther(page.text, span.start, span.end, span.readings.every(isPerson)) &&
      !(span.words === 1 && isSentenceCase(page.text.slice(span.start, span.end))) &&
      !isInNotice(span.start, span.end),
  );
  const evidence: Evidence = { page, told: structuredClone(told), cues, spans: open, settled: new Map(), bound: new Map(), inLower, isSpacedWord: spacedWordsOf(page.text) };
  bindIntroduced(evidence, open);
  const cases = open.map((span) => toCase(span, evidence));
  for (let round = 0; round < rounds; round++) {
    const standing = standingOf(evidence);
    const before = evidence.settled.size;
    for (const one of cases) {
      if (round > 0 && one.isPlain) continue;
      const verdict = judge(one, evidence, standing);
      if (verdict) evidence.settled.set(one.span, verdict);
      else evidence.settled.delete(one.span);
    }
    if (round > 0 && evidence.settled.size === before) break;
  }
  const mentions = leftmostLongest(open, evidence);
  const standing = standingOf(evidence);
  return { mentions: besideTheStory(mentions, page, standing), told: toTold(evidence, standing) };
}

function isPerson({ pack, entity }: Reading): boolean {
  return pack.rules.entities[entity]?.type === 'person';
}

function standingOf(evidence: Evidence): Standing {
  const specific = new Set(evidence.told.specific);
  for (const { readings } of evidence.settled.values()) {
    for (const reading of readings) if (reading.pack.rules.entities[reading.entity]?.salience === 'specific') specific.add(entityKey(reading));
  }
  return { named: namedInFull(evidence), story: specific.size > 0, specific };
}

/** As many names of one specific entity as make a page its story. */
const timesOfAStory = 3;

/** As many entities of common knowledge beside one specific to a pack make up for its being named once only. */
const namesBesideIt = 3;

/** What goes on longer is a list or hostile. */
const longestSentenceUtf16 = 1000;

/** A line's end, or a sentence's: a full stop after a longer word, so that abbreviations and initials end none. */
const endsSentence = /\n|[!?؟]\s|[\p{L}\p{M}\p{N}]{3}["'’”»)]?\.["'’”»)]?\s/u;

/**
 * Without what is common knowledge, unless it stands beside what is specific to a pack: anywhere on a page that tells its
 * story; in the same line or the title where a page comes to it once; in the same sentence where it only glances at it.
 */
function besideTheStory(mentions: readonly Mention[], { text, title }: MatchPage, { specific }: Standing): Mention[] {
  const specifics = mentions.filter(({ salience }) => salience === 'specific');
  if (specific.size > 1 || specifics.length >= timesOfAStory) return [...mentions];
  const lineOf = lineStarts(text, mentions);
  const lines = new Set(specifics.map((mention) => lineOf.get(mention)));
  if (specifics.length > 0 && title !== '' && text.startsWith(title)) lines.add(0);
  const beside = mentions.filter((mention) => lines.has(lineOf.get(mention)));
  const common = new Set(beside.filter(({ salience }) => salience === 'common').map(({ pack, entity }) => `${pack} ${entity}`));
  if (common.size >= namesBesideIt) return beside;
  const inOneSentence = (a: Mention, b: Mention): boolean => {
    const [from, to] = [Math.min(a.end, b.end), Math.max(a.start, b.start)];
    return to - from <= longestSentenceUtf16 && !endsSentence.test(text.slice(from, to));
  };
  return beside.filter((mention) => specifics.some((one) => inOneSentence(mention, one)));
}

/** Where the line of each mention begins. Read once in order: a hostile page is one line. */
function lineStarts(text: string, mentions: readonly Mention[]): Map<Mention, number> {
  const starts = new Map<Mention, number>();
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  for (const mention of mentions) {
    while (lineEnd >= 0 && lineEnd < mention.start) {
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf('\n', lineStart);
    }
    starts.set(mention, lineStart);
  }
  return starts;
}

function leftmostLongest(spans: readonly Span[], evidence: Evidence): Mention[] {
  const mentions: Mention[] = [];
  let free = 0;
  for (const span of spans) {
    const verdict = evidence.settled.get(span);
    const [first] = verdict?.readings ?? [];
    if (!verdict || !first || span.start < free) continue;
    const entity = first.pack.rules.entities[first.entity];
    if (!entity) continue;
    const mention: Mention = { pack: first.pack.pack, entity: entity.id, start: span.start, end: span.end, sure: 'one', why: verdict.why, salience: entity.salience, kind: kindOf[entity.type] };
    if (verdict.readings.length > 1) {
      mention.sure = 'choose';
      mention.options = verdict.readings.map(toRef);
    }
    mentions.push(mention);
    free = span.end;
  }
  return mentions;
}

function toRef(reading: Reading): EntityRef {
  return { pack: reading.pack.pack, entity: idOf(reading) };
}

function toTold(evidence: Evidence, standing: Standing): Told {
  const told: Told = { ...nothingTold(), others: evidence.told.others, specific: [...standing.specific] };
  for (const [pack, places] of evidence.cues) {
    const words = new Set(evidence.told.cues[pack.pack] ?? []);
    for (const [cue, where] of places) if (decides(evidence, where)) words.add(pack.rules.cues[cue] ?? '');
    told.cues[pack.pack] = [...words];
  }
  for (const [key, words] of standing.named) {
    const [pack = '', entity = ''] = key.split(' ');
    told.named.push([pack, entity, words]);
  }
  for (const [short, { span, reading, long }] of evidence.bound) {
    const settled = span && evidence.settled.get(span);
    const meant = settled?.readings.length === 1 && settled.readings[0] ? toRef(settled.readings[0]) : reading;
    if (span && !meant) continue;
    told.bound.push([short, meant?.pack ?? null, meant?.entity ?? null, long]);
  }
  return told;
}

