import { isDay } from '../pack/dates.ts';

/** A day as a page writes it, and whether the writing leaves the place's own calendar day open by giving a time in UTC. */
export interface WrittenDay {
  day: string;
  utc: boolean;
}

/**
 * Month names of the seven languages and of the others common on news sites, as prefixes, folded: Latin without accents, Arabic
 * script without its variants. Longer ones first where one begins another. `may` and its like stand last: they are words too.
 */
const months: readonly string[] = [
  'jan|janv|ene|gen|ocak|oca|cile|rebendan|styc|янв|січ|يناير|كانون الثان|جانف|کانوني دووه|янур',
  'feb|fev|fevr|subat|sub|sibat|resem|lut|фев|лют|فبراير|شباط|فيفر|شوبات',
  'mar|marz|maer|mrt|adar|март|мар|бер|مارس|اذار|ازار|ئادار|ئازار',
  'apr|avr|abr|nis|kwi|апр|кві|ابريل|نيسان|افريل',
  'may|mai|mayis|maj|mei|mag|gulan|мая|май|тра|مايو|ايار|ئايار|ماي',
  'jun|juin|giu|haz|hezir|czer|июн|чер|يونيو|يونيه|حزيران|جوان|حوزهيران',
  'jul|juil|lug|tem|tirm|lip|июл|лип|يوليو|يوليه|تموز|جويلي|تهمموز',
  'aug|aou|ago|agu|tebax|sie|авг|сер|اغسطس|اب|اوت|ئاب',
  'sep|set|eyl|ilon|wrz|сен|вер|سبتمبر|ايلول|ئهيلول',
  'oct|okt|ott|out|eki|cotmeh|ciriya pes|paz|окт|жов|اكتوبر|تشرين الاول|تشريني يهك',
  'nov|kas|mijdar|ciriya pas|lis|ноя|лис|نوفمبر|تشرين الثاني|تشريني دووه',
  'dec|dez|dic|dis|ara|berfanbar|kanun|gru|дек|гру|ديسمبر|كانون الاول|کانوني يهک',
];
const monthNames = months.map((names) => fold(names).split('|'));
const anyMonth = `(${monthNames.flat().sort((a, b) => b.length - a.length).join('|')})[\\p{L}\\p{M}]*(?:/[\\p{L} ]+)?`;
const dayMonthYear = new RegExp(`(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|º|\\.|ي|e)?[\\s./-]*(?:de |of |d')?\\s*${anyMonth}[\\s.,/-]*(?:de |del |sala )?\\s*(\\d{4})(?!\\d)`, 'u');
const monthDayYear = new RegExp(`(?<!\\p{L})${anyMonth}[\\s./-]*(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(?:at )?(\\d{4})(?!\\d)`, 'u');
const yearMonthDay = /(?<!\d)(\d{4})([-/.]|\s?年\s?|년\s?)(\d{1,2})(?:\2|\s?月\s?|월\s?)(\d{1,2})(?!\d)/;
const numbers = /(?<![\d.:/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

/**
 * The first full day in a short text, machine-written or in words; null where there is none or it could be two. `12/03/2020`
 * is the 12th of March but in English, where it could be either and is null unless `dayFirst` says.
 */
export function readDay(text: string, lang: string | null): WrittenDay | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/.exec(text);
  if (compact) return made(compact[1], compact[2], compact[3], /Z$/.test(text));
  if (/^\d{10}(?:\d{3})?$/.test(text)) return { day: new Date(Number(text.padEnd(13, '0'))).toISOString().slice(0, 10), utc: true };
  const folded = fold(text);
  const iso = yearMonthDay.exec(folded);
  if (iso) return made(iso[1], iso[3], iso[4], /\d{2}:\d{2}.*(?:z|\+00:?00|gmt|utc)\s*$/.test(folded));
  const worded = dayMonthYear.exec(folded);
  if (worded) return made(worded[3], monthOf(worded[2]), worded[1], /\b(?:gmt|utc)\b/.test(folded));
  const american = monthDayYear.exec(folded);
  if (american) return made(american[3], monthOf(american[1]), american[2], /\b(?:gmt|utc)\b/.test(folded));
  const numeric = numbers.exec(folded);
  if (!numeric) return null;
  const [, one, mark, two, year] = numeric;
  if (Number(one) > 12 || one === two || mark === '.' || (mark !== '/' ? lang !== null && lang !== 'en' : lang !== 'en' && lang !== null)) return made(year, two, one, false);
  return Number(two) > 12 ? made(year, one, two, false) : null;
}

function monthOf(name: string | undefined): string {
  return String(monthNames.findIndex((names) => names.includes(name ?? '')) + 1);
}

function made(year = '', month = '', day = '', utc = false): WrittenDay | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? { day: text, utc } : null;
}

/** Lower case, accents off, Arabic-Indic digits as digits, letters of the Arabic script that are spelled in several ways as one. */
function fold(text: string): string {
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
    .replace(/\s+/g, ' ');
}
