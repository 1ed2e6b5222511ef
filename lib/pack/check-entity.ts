import { addDays, firstDay, isDay, lastDay } from './dates.ts';
import type { JsonPath } from './json-lines.ts';
import { loadedWords } from './neutral-terms.ts';
import type { Entity } from './schema.ts';

/** What is wrong with one entity's file, and where in it. */
export interface EntityProblem {
  path: JsonPath;
  message: string;
}

/** Checks an entity by itself: dates in order, nothing after the pack's end, summaries seamless, names once, words neutral. */
export function checkEntity(entity: Entity, packEnd: string): EntityProblem[] {
  return [
    ...checkSpans(entity, packEnd),
    ...checkSlices(entity),
    ...checkAliases(entity),
    ...checkWords(entity),
  ];
}

interface Span {
  from?: string | undefined;
  to?: string | undefined;
}

function checkSpans(entity: Entity, packEnd: string): EntityProblem[] {
  const list = (key: string, spans: readonly Span[] | undefined) => (spans ?? []).map((span, i) => ({ path: [key, i] as JsonPath, span }));
  const spans: { path: JsonPath; span: Span }[] = [
    { path: ['exists'], span: entity.exists ?? {} },
    ...list('names', entity.names),
    ...list('aliases', entity.aliases),
    ...list('summaries', entity.summaries),
    ...list('facts', entity.facts.map((fact) => (fact.date === undefined ? fact : { from: fact.date }))),
    ...list('relations', entity.relations),
    ...list('designations', entity.designations?.map(({ from, end }) => ({ from, to: end?.date ?? end?.announced }))),
    ...(entity.disputes ?? []).flatMap(({ positions }, i) => positions.map(({ date }, j) => ({ path: ['disputes', i, 'positions', j] as JsonPath, span: { from: date } }))),
  ];
  return spans.flatMap(({ path, span: { from, to } }) => {
    if (from !== undefined && to !== undefined && lastDay(to) < firstDay(from)) return [{ path, message: `ends (${to}) before it begins (${from})` }];
    const late = [from, to].find((date) => date !== undefined && firstDay(date) > packEnd);
    return late === undefined ? [] : [{ path, message: `${late} lies after the pack's end, ${packEnd}` }];
  });
}

/**
 * Summaries follow each other day by day: the first begins no later than the entity (where its beginning is known), the
 * last has no end, so that every later day has one. Only the very first `from` may be a month or a year.
 */
function checkSlices(entity: Entity): EntityProblem[] {
  const { summaries } = entity;
  const problems: EntityProblem[] = [];
  const at = (i: number, message: string) => problems.push({ path: ['summaries', i], message });
  if (summaries.length === 0) return [{ path: ['summaries'], message: 'no summary' }];
  summaries.forEach((slice, i) => {
    const next = summaries[i + 1];
    if (i > 0 && (slice.from === undefined || !isDay(slice.from))) at(i, 'a later summary begins on a day');
    if (!next) {
      if (slice.to !== undefined) at(i, 'the last summary has no end: it holds to the pack\'s end');
    } else if (slice.to === undefined || !isDay(slice.to)) at(i, 'a summary that is followed by another ends on a day');
    else if (next.from !== undefined && next.from <= slice.to) at(i + 1, `overlaps the summary before it, which ends on ${slice.to}`);
    else if (next.from !== addDays(slice.to, 1)) at(i + 1, `gap: the summary before it ends on ${slice.to}`);
  });
  const first = summaries[0]?.from;
  const born = entity.exists?.from;
  if (first !== undefined && born !== undefined && lastDay(first) > lastDay(born)) at(0, `begins on ${first}, later than the entity (${born})`);
  return problems;
}

function checkAliases(entity: Entity): EntityProblem[] {
  const seen = new Set<string>();
  return entity.aliases.flatMap((alias, i) => {
    const key = `${alias.lang} ${alias.text}`;
    if (seen.has(key)) return [{ path: ['aliases', i], message: `the name "${alias.text}" (${alias.lang}) stands twice` }];
    seen.add(key);
    return [];
  });
}

function checkWords(entity: Entity): EntityProblem[] {
  const texts: { path: JsonPath; text: string }[] = [
    { path: ['gloss'], text: entity.gloss },
    ...entity.summaries.map(({ text }, i) => ({ path: ['summaries', i, 'text'], text })),
    ...entity.facts.map(({ text }, i) => ({ path: ['facts', i, 'text'], text })),
    ...entity.facts.flatMap(({ contested }, i) => (contested ? [{ path: ['facts', i, 'contested', 'text'], text: contested.text }] : [])),
    ...(entity.designations ?? []).flatMap(({ note, end }, i) => [note, end?.note].flatMap((text) => (text === undefined ? [] : [{ path: ['designations', i], text }]))),
    ...(entity.disputes ?? []).map(({ question }, i) => ({ path: ['disputes', i, 'question'], text: question })),
  ];
  return texts.flatMap(({ path, text }) =>
    loadedWords(text).map(({ word, instead }) => ({ path, message: `"${word}" outside a quotation or attribution; write: ${instead}` })),
  );
}
