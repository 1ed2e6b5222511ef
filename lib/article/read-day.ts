import { isDay } from '../pack/dates.ts';

/** A day as a page writes it. */
export interface WrittenDay {
  day: string;
  /** Hour of a time given in UTC: the place's own day may be the one before or after. Null where the day is the place's own. */
  utcHour: number | null;
  /** Where it stands in the folded text (see `fold`), whose length may differ a little from the text's. */
  start: number;
  end: number;
}

/**
 * How month names begin in the seven languages and in others common on news sites; folded before use, the longest tried first.
 * Arabic has four sets (Egypt, Levant, Algeria and Tunisia, Morocco), Kurdish two scripts.
 */
const months: readonly string[] = [
  'jan|ene|gen|oca|tammi|çil|rêb|sty|янв|січ|яну|يناير|كانون الثان|جانفي|کانونی دوو|کانوونی دوو',
  'feb|fev|helmi|şub|sib|reşem|lut|фев|лют|فبراير|شباط|فيفري|شوبات',
  'mar|maa|mrt|adar|мар|бер|مارس|آذار|ئادار|ئازار|مارت',
  'apr|avr|huhti|abr|nis|kwi|апр|кві|أبريل|إبريل|نيسان|أفريل',
  'may|mai|touko|maj|mei|mag|gul|мая|май|тра|مايو|أيار|ئایار|ماي',
  'jun|juin|kesä|giu|haz|hez|cze|июн|юни|чер|يونيو|يونيه|حزيران|جوان|حوزەیران',
  'jul|juil|lug|tem|tîr|heinä|lipc|lipie|июл|лип|юли|يوليو|يوليه|تموز|جويلي|تەمم',
  'aug|aou|elok|ago|ağu|teb|sie|авг|сер|أغسطس|آب|أوت|غشت|ئاب',
  'sep|set|sze|syysk|eyl|îlo|wrz|сен|сеп|вер|سبتمبر|شتنبر|أيلول|ئەیلو',
  'oct|okt|lokak|ott|out|eki|cot|çiriya pêş|paź|окт|жов|أكتوبر|تشرين الأول|تشرینی یەک',
  'nov|kas|marras|mij|çiriya paş|ноя|лис|ное|نوفمبر|نونبر|تشرين الثان|تشرینی دوو',
  'dec|dez|dic|desem|joulu|ara|ber|kan|gru|дек|гру|ديسمبر|دجنبر|كانون الأول|کانونی یەک|کانوونی یەک',
];
const monthNames = months.map((names) => fold(names).split('|'));
/** What is no letter in folded text. By its opposite and without `\p{L}`: a browser takes twenty milliseconds to compile that into the patterns below. */
const noLetter = '\\s\\d!-*,-/:-@\\[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f';
const letter = `[^${noLetter}+]`;
const monthName = new RegExp(`(?<!${letter})(${monthNames.flat().sort((a, b) => b.length - a.length).join('|')})${letter}*`, 'g');
/** The month's other name after a slash, as Arabic papers have it. */
const otherName = new RegExp(`^/(?:${letter}| )+`);
/**
 * What stands before and after a month's name in each order of writing. The names are a pattern of their own, and that one is
 * tried only where a year and a word stand: compiled into each of these it costs a page several milliseconds.
 */
const orders: readonly { before: RegExp; after: RegExp }[] = [
  { before: new RegExp(`(?<!${letter}|\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.|ي|e)?[\\s./-]*(?:de |of |d')?\\s*$`), after: /^[\s.,/-]*(?:de |del |sala )?\s*(?<year>\d{4})(?!\d)/ },
  { before: /$/, after: /^[\s./-]*(?<day>\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(?:at )?(?<year>\d{4})(?!\d)/ },
  { before: /(?<!\d)(?<year>\d{4})[\s./-]{1,2}$/, after: /^[\s./-]{1,2}(?<day>\d{1,2})(?!\d)/ },
];
/** The most that `before` looks at, UTF-16 units. */
const beforeUtf16 = 40;
const wholeNumbers = [
  /(?<![\d.])(?<year>\d{4})([-/.]|\s?年\s?|년\s?)(?<month>\d{1,2})(?:\2|\s?月\s?|월\s?)(?<day>\d{1,2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=t\d|$|\s)/g,
];
const numbers = /(?<![\d.:/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/g;
/** Every full day has a year of four digits; a month's name has two letters at least. */
const anyYear = /[\d\u0660-\u0669\u06f0-\u06f9]{4}/;
const anyWord = new RegExp(`${letter}{2}`);
/** No date is written at greater length, UTF-16 units. */
const longest = 300;
/** A time in UTC after the day. */
const utcTime = new RegExp(`^[t\\s,]*(\\d{1,2}):\\d{2}[${noLetter}]*(?:z|\\+00:?00|gmt|utc)(?!${letter})`);

/**
 * All full days in a short text, machine-written or in words, in order, none overlapping. `12/03/2020` is the 12th of March but
 * in English, where it is read as the region writes it (`en-GB`, `en-US`) and left out where no region is told. `lang` is a
 * language tag or null.
 */
export function readDays(text: string, lang: string | null): WrittenDay[] {
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const time = new Date(Number(text.padEnd(13, '0')));
    return found(time.toISOString().slice(0, 10), time.getUTCHours(), 0, text.length);
  }
  if (!anyYear.test(text)) return [];
  const folded = fold(text.slice(0, longest));
  const days = anyWord.test(folded) ? daysInWords(folded) : [];
  for (const pattern of wholeNumbers) {
    for (const match of folded.matchAll(pattern)) days.push(...made(folded, match.index, match.index + match[0].length, match.groups));
  }
  for (const match of folded.matchAll(numbers)) {
    const [, one = '', mark, two = '', year] = match;
    const order = dayOrder(Number(one), Number(two), mark === '.' ? null : lang);
    if (order) days.push(...made(folded, match.index, match.index + match[0].length, { year, ...(order === 'day' ? { day: one, month: two } : { day: two, month: one }) }));
  }
  days.sort((a, b) => a.start - b.start || b.end - a.end);
  return days.filter((day, index) => !days.slice(0, index).some((earlier) => earlier.end > day.start));
}

/** The first full day in a text; see `readDays`. */
export function readDay(text: string, lang: string | null): WrittenDay | null {
  return readDays(text, lang)[0] ?? null;
}

function dayOrder(one: number, two: number, lang: string | null): 'day' | 'month' | null {
  if (one > 12 || one === two) return 'day';
  if (two > 12) return 'month';
  if (!lang || !/^en/i.test(lang)) return 'day';
  if (/^en[-_](?:us|ph)/i.test(lang)) return 'month';
  return /^en[-_]/i.test(lang) ? 'day' : null;
}

function daysInWords(folded: string): WrittenDay[] {
  return [...folded.matchAll(monthName)].flatMap((name) => {
    const month = String(monthNames.findIndex((names) => names.includes(name[1] ?? '')) + 1);
    const head = folded.slice(Math.max(0, name.index - beforeUtf16), name.index);
    const nameEnd = name.index + name[0].length;
    const otherEnd = nameEnd + (otherName.exec(folded.slice(nameEnd))?.[0].length ?? 0);
    const rest = folded.slice(otherEnd);
    return orders.flatMap((order) => {
      const before = order.before.exec(head);
      const after = before && order.after.exec(rest);
      return after ? made(folded, name.index - before[0].length, otherEnd + after[0].length, { month, ...before.groups, ...after.groups }) : [];
    });
  });
}

function made(folded: string, start: number, end: number, { year = '', month = '', day = '' }: Record<string, string | undefined> = {}): WrittenDay[] {
  return found(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, hourOf(folded.slice(end, end + 40)), start, end);
}

function hourOf(rest: string): number | null {
  const hour = utcTime.exec(rest)?.[1];
  return hour ? Number(hour) : null;
}

function found(day: string, utcHour: number | null, start: number, end: number): WrittenDay[] {
  // A year that cannot be is still a date; the caller says so.
  return isDay(day.replace(/^[3-9]/, '2')) ? [{ day, utcHour, start, end }] : [];
}

/** Lower case, accents off, Arabic-Indic digits as digits, letters of the Arabic script that are spelled in several ways as one. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0654\u0655\u0640\u200c-\u200f]/g, '')
    .normalize('NFC')
    .replace(/ı/g, 'i')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[یى]/g, 'ي')
    .replace(/[ەة]/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/\s+/g, ' ');
}
