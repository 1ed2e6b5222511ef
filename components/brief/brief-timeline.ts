import { firstDay, lastDay } from '../../lib/pack/dates.ts';
import type { Card, Statement } from '../../lib/pack/card.ts';

export interface TimelineEntry {
  card: Card;
  statement: Statement;
  /** Came after the article's day, or its date does not tell. */
  later: boolean;
}

/** Every card's dated statements in one line, oldest first; a vague date stands at its earliest day. What held comes before what came later. */
export function mergedTimeline(cards: readonly Card[]): TimelineEntry[] {
  const entries = cards.flatMap((card) => [
    ...card.before.map((statement) => ({ card, statement, later: false })),
    ...card.since.map((statement) => ({ card, statement, later: true })),
  ]);
  return entries.sort(
    (a, b) =>
      Number(a.later) - Number(b.later) ||
      compare(firstDay(a.statement.date), firstDay(b.statement.date)) ||
      compare(lastDay(a.statement.date), lastDay(b.statement.date)),
  );
}

/**
 * The entries nearest the article's moment: at most `count`, those before it in the same share as all are before it,
 * but at least one on either side that has any.
 */
export function nearestEntries(entries: readonly TimelineEntry[], count: number): TimelineEntry[] {
  if (entries.length <= count) return [...entries];
  const cut = entries.findIndex((entry) => entry.later);
  const earlier = cut < 0 ? entries.length : cut;
  const later = entries.length - earlier;
  const shareEarlier = Math.min(earlier, Math.max(later === 0 ? count : 1, Math.min(count - Math.min(1, later), Math.round((count * earlier) / entries.length))));
  return entries.slice(earlier - shareEarlier, earlier + (count - shareEarlier));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
