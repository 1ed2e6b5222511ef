import type { Clipping } from '../schema.ts';
import { byPage } from './by-page.ts';

/**
 * A Markdown note with YAML front matter from the first byte on, as Obsidian reads it: the article's facts where all
 * clippings are from one article, else a list of articles. Excerpts are block quotes, notes follow them as written.
 */
export function toMarkdown(clippings: readonly Clipping[]): string {
  const pages = byPage(clippings);
  const [only] = pages;
  const matter = only && pages.length === 1 ? facts(only) : { articles: pages.map(facts) };
  const body = pages.map(([first, ...others]) => `# ${escape(first.page.title || first.page.url)}\n\n<${first.page.url.replace(/[<>]/g, encodeURIComponent)}>\n\n${[first, ...others].map(entry).join('\n')}`);
  return `---\n${yaml(matter)}---\n\n${body.join('\n')}`;
}

function facts([first, ...others]: [Clipping, ...Clipping[]]): Record<string, unknown> {
  const { title, byline, site, published, url, lang } = first.page;
  const tags = [...new Set([first, ...others].flatMap((clipping) => clipping.tags))];
  return { title, author: byline, site, published, source: url, lang, captured: first.capturedAt, tags };
}

function entry({ selector, note }: Clipping): string {
  const quote = selector.exact.split('\n').map((line) => `> ${escape(line)}`).join('\n>\n');
  return `${quote}\n${note ? `\n${note}\n` : ''}`;
}

/** Text that no Markdown reader takes for marks, HTML included. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&!{}()^=+.:$-]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Every scalar as a JSON string, which YAML 1.2 reads as it is; what YAML does not take raw is escaped. */
function yaml(facts: Record<string, unknown>): string {
  const scalar = (value: unknown) => JSON.stringify(value ?? null).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Object.entries(facts)
    .map(([key, value]) => `${key}: ${scalar(value)}\n`)
    .join('');
}
