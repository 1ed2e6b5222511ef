import type { Clipping } from '../schema.ts';

/** BibLaTeX, one `@online` a clipping, the excerpt as its abstract. Each author stands in braces of his own: a whole name. */
export function toBiblatex(clippings: readonly Clipping[]): string {
  return clippings.map(entryOf).join('\n');
}

function entryOf({ id, selector, page, capturedAt, note, tags }: Clipping): string {
  const fields: [string, string][] = [
    ['author', page.byline.map((name) => `{${latex(name)}}`).join(' and ')],
    ['title', latex(page.title)],
    ['organization', latex(page.site ?? '')],
    ['date', page.published ?? ''],
    ['url', page.url.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', capturedAt.slice(0, 10)],
    ['abstract', latex(selector.exact)],
    ['annotation', latex(note)],
    ['keywords', tags.map((tag) => latex(tag.replaceAll(',', ' '))).join(', ')],
  ];
  const lines = fields.filter(([, value]) => value.trim() !== '').map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{clip-${id},\n${lines.join('')}}\n`;
}

const commands: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Text in which LaTeX finds no command; white space is a single space, as LaTeX would have it. */
function latex(text: string): string {
  return text.replace(/[\\~^]|[{}$&#_%]/g, (sign) => commands[sign] ?? `\\${sign}`).replace(/\s+/g, ' ').trim();
}
