import { fold, readDays, type WrittenDay } from './read-day.ts';

/** Words for "updated" before a date, in the seven languages and those near them; folded. */
const updated = /updat|modif|edited|revised|corrected|last (?:change|review)|aktuali|geandert|editiert|mis a jour|maj |actuali|aggiorn|atualiz|guncell|duzen|обнов|измен|онов|تحديث|تعديل|نويكرد|rojanekir|nuveki/;
/** Words for "published" before a date. */
const published = /publi|posted|veroffentlicht|erstellt|paru|cree le|yayin|eklen|опубл|نشر|بلاڤ|بلاو|wesan|weşan/;

/** Words that say a day is neither: until, joined, born, since, copyright. */
const otherwise = /until|\bbis\b|jusqu|\bдо\b|حتى|expire|gultig|deadline|join|born\b|geb\.|since|\bseit\b|depuis|©|copyright|archiv/;

/** Most text a dateline has before or after its day, UTF-16 units, and in all: a place, two names, a reading time. */
const sideUtf16 = 60;
const besideUtf16 = 100;

export interface Dateline {
  published: WrittenDay | null;
  updated: WrittenDay | null;
}

/**
 * The days in a line that dates a page: one that is little else than a date, a name and a time, or says "published" before the
 * day. A date inside a sentence is not one. Each day is told apart by the words right before it.
 */
export function readDateline(line: string, lang: string | null): Dateline {
  const text = fold(line);
  const found: Dateline = { published: null, updated: null };
  let from = 0;
  for (const written of readDays(line, lang)) {
    const lead = text.slice(from, written.start);
    const rest = text.slice(written.end);
    from = written.end;
    if (updated.test(lead)) found.updated ??= written;
    else if (published.test(lead) || (!otherwise.test(lead) && isShort(lead, rest))) found.published ??= written;
  }
  return found;
}

function isShort(lead: string, rest: string): boolean {
  return lead.length <= sideUtf16 && rest.length <= sideUtf16 && lead.length + rest.length <= besideUtf16;
}

/** Whether the words around a day (the text before it, its element's class) say that it is not when the page was published. */
export function saysOther(words: string): boolean {
  const folded = fold(words);
  return otherwise.test(folded) || (updated.test(folded) && !published.test(folded));
}
