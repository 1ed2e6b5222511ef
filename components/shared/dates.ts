import { firstDay } from '../../lib/pack/dates.ts';
import { isSpoken } from './intl.ts';

/** A partial date (`2022-09-23`, `2022-09`, `2022`) in the reader's words: "23 Sept 2022", "Sept 2022", "2022". */
export function dateText(date: string, lang: string): string {
  return format(date, lang, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** The same without its year, where a heading gives it; empty for a bare year. */
export function dateWithinYear(date: string, lang: string): string {
  return date.length === 4 ? '' : format(date, lang, { month: 'short', day: 'numeric' });
}

/** Day of an ISO instant where the reader is: "24 Sept 2022". */
export function instantDay(instant: string, lang: string): string {
  return formatter(lang, { year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(instant));
}

function format(date: string, lang: string, parts: Intl.DateTimeFormatOptions): string {
  const { day, month, ...rest } = parts;
  const kept = { ...rest, ...(date.length > 4 && { month }), ...(date.length > 7 && { day }), timeZone: 'UTC' };
  return formatter(lang, kept as Intl.DateTimeFormatOptions).format(new Date(`${firstDay(date)}T00:00:00Z`));
}

/** The month's own name: "September"; its number where the browser knows no name. */
export function monthName(month: number, lang: string): string {
  return formatter(lang, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** Making a formatter costs ~50 µs, a list of clippings asks for thousands. */
function formatter(lang: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(parts)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(isSpoken(lang) ? lang : unspoken, { ...(isSpoken(lang) ? parts : inDigits(parts)), calendar: 'gregory' });
  formatters.set(key, made);
  return made;
}
const formatters = new Map<string, Intl.DateTimeFormat>();

/** For a language whose month names the browser does not have: digits, in the order and with the full stops of "23.09.2022". */
const unspoken = 'tr';
function inDigits(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return { ...parts, ...(parts.month && { month: '2-digit' }), ...(parts.day && { day: '2-digit' }) };
}
