import type { Clipping } from '../schema.ts';
import { plainLine } from './plain-text.ts';

/** BibLaTeX, one `@online` a clipping, the excerpt as its abstract. Authors and outlet stand in braces of their own: whole names, whatever `and` or comma is in them. */
export function toBiblatex(clippings: readonly Clipping[]): string {
  return clippings.map(entryOf).join('\n');
}

function entryOf({ id, selector, page, capturedAt, note, tags }: Clipping): string {
  const fields: [string, string][] = [
    ['author', page.byline.map((name) => `{${latex(name)}}`).join(' and ')],
    ['title', latex(page.title)],
    ['organization', page.site ? `{${latex(page.site)}}` : ''],
    ['date', page.published ?? ''],
    // Verbatim to BibLaTeX: nothing is escaped in it, and a brace would end it.
    ['url', plainLine(page.url).replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', capturedAt.slice(0, 10)],
    ['abstract', latex(selector.exact)],
    ['annotation', latex(note)],
    ['keywords', tags.map((tag) => latex(tag.replaceAll(',', ' '))).join(', ')],
  ];
  const lines = fields.filter(([, value]) => value.trim() !== '').map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{clip-${id},\n${lines.join('')}}\n`;
}

const commands: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Text in which LaTeX finds no command and no ligature (`--`, `` ` ` ``, `''`, `?`` `); one line, as LaTeX would have it. */
function latex(text: string): string {
  return plainLine(text)
    .replace(/[\\~^]|[{}$&#_%]/g, (sign) => commands[sign] ?? `\\${sign}`)
    .replace(/[-'`?!<>,](?=[-'`<>,])/g, '$&{}');
}
