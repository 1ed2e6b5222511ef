import type { Clipping } from '../schema.ts';
import { plainLine } from './plain-text.ts';

/** RIS, one `NEWS` record a clipping: two spaces before the dash, CRLF, one line a field. The excerpt is the abstract. */
export function toRis(clippings: readonly Clipping[]): string {
  return clippings.map(recordOf).join('');
}

function recordOf({ id, selector, page, capturedAt, note, tags }: Clipping): string {
  const fields: [string, string | null][] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ['TI', page.title],
    ...page.byline.map((name): [string, string] => ['AU', name]),
    ['T2', page.site],
    ['PY', page.published?.slice(0, 4) ?? null],
    ['DA', page.published?.replaceAll('-', '/') ?? null],
    ['Y2', capturedAt.slice(0, 10).replaceAll('-', '/')],
    ['UR', page.url],
    ['LA', page.lang],
    ['AB', selector.exact],
    ['N1', note],
    ...tags.map((tag): [string, string] => ['KW', tag]),
  ];
  const lines = fields.map(([name, value]) => [name, plainLine(value ?? '')]).filter(([, value]) => value !== '');
  return `${lines.map(([name, value]) => `${name}  - ${value}\r\n`).join('')}ER  - \r\n`;
}
