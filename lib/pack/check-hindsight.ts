import { firstDay, lastDay } from './dates.ts';
import type { EntityProblem } from './check-entity.ts';
import type { JsonPath } from './json-lines.ts';
import type { Entity } from './schema.ts';

/** A name and the day from which it can be used. */
interface LateName {
  text: string;
  from: string;
  entity: string;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const writtenDate = new RegExp(`\\b(?:(\\d{1,2}) )?(${months.join('|')}) (\\d{4})\\b`, 'g');
const writtenYear = /\b(1[89]\d{2}|20\d{2})\b/g;

/** English names that had a beginning, over all entities: what a text about an earlier day must not use. */
export function lateNames(entities: readonly Entity[]): LateName[] {
  return entities.flatMap((entity) => {
    const born = entity.exists?.from;
    const aliases = entity.aliases.filter((alias) => alias.lang === 'en' && alias.kind !== 'short' && alias.requires === undefined);
    const begins = new Map<string, string | undefined>([[entity.name, born]]);
    for (const { text, from } of entity.names ?? []) begins.set(text, from ?? born);
    for (const { text, from } of aliases) begins.set(text, from ?? born);
    return [...begins].flatMap(([text, from]) =>
      from === undefined || text.length < 4 || !/\p{Lu}/u.test(text) ? [] : [{ text, from: firstDay(from), entity: entity.id }],
    );
  });
}

/**
 * Texts that name something later than the day they must be true on: a summary its first day, a fact and its caveat the
 * fact's last day (an open stretch its first), a designation's note its first, a position in a dispute its day. Found by written dates and years, and by names that began later.
 */
export function checkHindsight(entity: Entity, late: readonly LateName[]): EntityProblem[] {
  return datedTexts(entity).flatMap(({ path, text, day }) => {
    const date = laterDate(text, day);
    if (date !== null) return [{ path, message: `names ${date}, later than ${day}` }];
    const name = late.find(({ text: words, from }) => from > day && holdsName(text, words));
    return name ? [{ path, message: `names "${name.text}" (${name.entity}, from ${name.from}), later than ${day}` }] : [];
  });
}

function datedTexts(entity: Entity): { path: JsonPath; text: string; day: string }[] {
  const born = entity.exists?.from;
  const summaries = entity.summaries.flatMap(({ text, from, to }, i) => {
    const day = from ?? born;
    if (day !== undefined) return [{ path: ['summaries', i, 'text'], text, day: lastDay(day) }];
    return to === undefined ? [] : [{ path: ['summaries', i, 'text'], text, day: to }];
  });
  const facts = entity.facts.flatMap(({ text, date, from, to, contested }, i) => {
    const last = date ?? to ?? from;
    if (last === undefined) return [];
    const day = lastDay(last);
    return [
      { path: ['facts', i, 'text'], text, day },
      ...(contested ? [{ path: ['facts', i, 'contested', 'text'], text: contested.text, day }] : []),
    ];
  });
  const designations = (entity.designations ?? []).flatMap(({ note, from }, i) =>
    note === undefined || from === undefined ? [] : [{ path: ['designations', i, 'note'], text: note, day: lastDay(from) }],
  );
  const positions = (entity.disputes ?? []).flatMap((dispute, i) =>
    dispute.positions.flatMap(({ text, date }, j) => (date === undefined ? [] : [{ path: ['disputes', i, 'positions', j, 'text'], text, day: lastDay(date) }])),
  );
  return [...summaries, ...facts, ...designations, ...positions];
}

/** A date written in the text whose first possible day is after `day`, as written; null where there is none. */
function laterDate(text: string, day: string): string | null {
  for (const match of text.matchAll(writtenDate)) {
    const [written, dayOfMonth = '1', month = '', year = ''] = match;
    const first = `${year}-${pad(months.indexOf(month) + 1)}-${pad(Number(dayOfMonth))}`;
    if (first > day) return written;
  }
  for (const [year] of text.matchAll(writtenYear)) if (`${year}-01-01` > day) return year;
  return null;
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}

function holdsName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const isLetter = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
  return !isLetter(text[at - 1]) && !isLetter(text[at + name.length]);
}
