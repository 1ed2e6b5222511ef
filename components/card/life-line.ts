import type { Card } from '../../lib/pack/card.ts';
import { firstDay } from '../../lib/pack/dates.ts';

export interface LifeLine {
  /** First and last year on the line. */
  fromYear: string;
  toYear: string;
  /** The article's place, 0 at the start, 1 at the end. */
  article: number;
  /** Dated facts on it; those too close to part are one mark of several. */
  marks: { at: number; count: number; isLater: boolean }[];
}

/** Two marks nearer than this share of the line (about 11 px of the card's) cannot be told apart. */
const tooClose = 0.034;
/** The article's own tick hides nothing. */
const besideArticle = 0.026;

/**
 * The card's dated facts on a line true to scale, from the first thing known to the pack's end, or to the article where
 * what came later is not to be shown. Null where no day is known or the line would have no length.
 */
export function lifeLine(card: Card, withLater: boolean): LifeLine | null {
  const { day } = card.asOf;
  if (day === null) return null;
  const earlier = card.before.map(({ date }) => firstDay(date));
  const later = withLater ? card.since.map(({ date }) => firstDay(date)) : [];
  const points = [...earlier, ...later, ...(card.exists.from ? [firstDay(card.exists.from)] : [])];
  const start = least([day, ...points]);
  const end = withLater ? most([day, card.packAsOf, ...points]) : day;
  const length = time(end) - time(start);
  if (earlier.length + later.length === 0 || length <= 0) return null;
  const place = (date: string) => Math.max(0, Math.min(1, (time(date) - time(start)) / length));
  const article = place(day);
  return {
    fromYear: start.slice(0, 4),
    toYear: end.slice(0, 4),
    article,
    marks: [
      ...merged(earlier.map((date) => Math.min(place(date), Math.max(0, article - besideArticle))), false),
      ...merged(later.map((date) => Math.max(place(date), Math.min(1, article + besideArticle))), true),
    ],
  };
}

function merged(places: number[], isLater: boolean): LifeLine['marks'] {
  const marks: { first: number; last: number; count: number }[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const before = marks.at(-1);
    if (before && place - before.last < tooClose) {
      before.last = place;
      before.count += 1;
    } else marks.push({ first: place, last: place, count: 1 });
  }
  return marks.map(({ first, last, count }) => ({ at: (first + last) / 2, count, isLater }));
}

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
const least = (days: string[]) => days.reduce((a, b) => (b < a ? b : a));
const most = (days: string[]) => days.reduce((a, b) => (b > a ? b : a));
