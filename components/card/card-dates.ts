import { dateText } from '../shared/dates.ts';
import type { Words } from '../shared/words.ts';
import type { Card, CardSource, Statement } from '../../lib/pack/card.ts';

/** "28 Jan 2017", "2018–2019": when a statement holds, as exactly as it is known and no more. */
export function statementDate({ date, to }: Pick<Statement, 'date' | 'to'>, lang: string): string {
  return to && to !== date ? `${dateText(date, lang)}–${dateText(to, lang)}` : dateText(date, lang);
}

/** When the subject was there, as known on the day: "since 2017", "born 1982", "20 Jan 2018 to 24 Mar 2018"; null where that is not told. */
export function existence({ exists: { from, to }, type }: Card, { t, lang }: Words): string | null {
  if (!from) return null;
  const isLasting = type !== 'agreement' && type !== 'event' && type !== 'military-operation';
  const told = (date: string) => dateText(isLasting ? date.slice(0, 4) : date, lang);
  const start = told(from);
  if (to) return told(to) === start ? start : t('cardSpan', start, told(to));
  if (type === 'person') return t('cardBorn', start);
  return type === 'event' ? t('cardFrom', start) : t('cardSinceYear', start);
}

export function sourceDate({ date }: CardSource, { t, lang }: Words): string {
  return date ? dateText(date, lang) : t('cardUndated');
}

/** Parties, state outlets, officials, encyclopaedias and blogs are named as such; null for the rest. */
export function natureText({ nature, about }: CardSource, { t }: Words): string | null {
  const name = natureNames[nature as keyof typeof natureNames];
  if (!name) return about;
  return about ? t('cardNatureAbout', t(name), about) : t(name);
}

const natureNames = {
  'state-outlet': 'cardNatureStateOutlet',
  party: 'cardNatureParty',
  official: 'cardNatureOfficial',
  encyclopaedia: 'cardNatureEncyclopaedia',
  blog: 'cardNatureBlog',
} as const;

/** A statement for the clipboard: itself, its date, its sources with their addresses. */
export function quotable(name: string, statement: Statement, words: Words): string {
  return `${name}, ${statementDate(statement, words.lang)}: ${statement.text}\n${sourceLines(statement.sources, words)}`;
}

/** The same of a card's summary, with the day it holds for; null where the card has none. */
export function quotableSummary({ name, summary, asOf, packAsOf }: Card, words: Words): string | null {
  if (!summary) return null;
  return `${name} (${words.t('cardAsOf', dateText(asOf.day ?? packAsOf, words.lang))}): ${summary.text}\n${sourceLines(summary.sources, words)}`;
}

function sourceLines(sources: readonly CardSource[], words: Words): string {
  return sources.map((source) => `${source.publisher}, “${source.title}”, ${sourceDate(source, words)}, ${source.url}`).join('\n');
}
