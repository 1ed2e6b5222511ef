import type { Clipping } from '../schema.ts';
import { plainText } from './plain-text.ts';

const columns = ['id', 'quote', 'title', 'authors', 'site', 'published', 'url', 'language', 'captured', 'note', 'tags', 'entities', 'state'] as const;

/** RFC 4180 with a byte order mark, for spreadsheets; lists are joined with `; `. A cell that would be run as a formula is prefixed with an apostrophe. */
export function toCsv(clippings: readonly Clipping[]): string {
  const rows = clippings.map(({ id, selector, page, capturedAt, note, tags, entities, sighting }) => [
    id,
    selector.exact,
    page.title,
    page.byline.join('; '),
    page.site,
    page.published,
    page.url,
    page.lang,
    capturedAt,
    note,
    tags.join('; '),
    entities.map(({ name }) => name).join('; '),
    sighting?.state,
  ]);
  return `\ufeff${[columns, ...rows].map((row) => `${row.map((cell) => quoted(plainText(cell ?? ''))).join(',')}\r\n`).join('')}`;
}

/** What spreadsheets take for the start of a formula, full-width signs included (OWASP, "CSV Injection"); with apostrophes of its own before it, so that one is always ours. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

function quoted(cell: string): string {
  return `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
