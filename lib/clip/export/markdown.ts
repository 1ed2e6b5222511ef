import type { Clipping } from '../schema.ts';
import { byPage } from './by-page.ts';
import { plainLine, plainText } from './plain-text.ts';

/**
 * A Markdown note with YAML front matter from the first byte on, as Obsidian reads it: the article's facts where all
 * clippings are from one article, else a list of articles. Names become links, so that notes that share one are joined.
 * Excerpts are block quotes, notes follow them as written.
 */
export function toMarkdown(clippings: readonly Clipping[]): string {
  const pages = byPage(clippings);
  const [only] = pages;
  const matter = only && pages.length === 1 ? { ...facts(only), ...labels(clippings) } : { articles: pages.map(facts), ...labels(clippings) };
  const body = pages.map((page) => `# ${marksEscaped(page[0].page.title || page[0].page.url)}\n\n<${page[0].page.url.replace(/[<>\\\s]/g, encodeURIComponent)}>\n\n${page.map(entry).join('\n')}`);
  return `---\n${yaml(matter)}---\n\n${body.join('\n')}`;
}

function facts([{ page, capturedAt }]: [Clipping, ...Clipping[]]): Record<string, unknown> {
  const { title, byline, site, published, url, lang } = page;
  return { title, author: byline, site, published, source: url, lang, captured: capturedAt };
}

/** Obsidian takes no white space in a tag and no brackets, bars or anchors in a link. */
function labels(clippings: readonly Clipping[]): Record<string, string[]> {
  const tags = clippings.flatMap((clipping) => clipping.tags).map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-|-$/g, ''));
  const names = clippings.flatMap((clipping) => clipping.entities).map(({ name }) => `[[${name.replace(/[[\]|#^]/g, ' ').trim()}]]`);
  return { tags: [...new Set(tags)].filter(Boolean), names: [...new Set(names)] };
}

function entry({ selector, note }: Clipping): string {
  const blocks = plainText(selector.exact).split('\n').map(marksEscaped).filter((block) => block !== '');
  return `${blocks.map((block) => `> ${block}`).join('\n>\n')}\n${note ? `\n${plainText(note)}\n` : ''}`;
}

/** One line that no Markdown reader takes for marks or HTML, Obsidian's own (`==`, `%%`, `#tag`, `$`, `^id`) included. */
function marksEscaped(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_[\]<>~$^|#&]|([=%:])(?=\1)|(?<=([=%:]))\2/g, '\\$&')
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Every scalar as a JSON string, which YAML 1.2 reads as it is; what YAML does not take raw is escaped. */
function yaml(facts: Record<string, unknown>): string {
  const scalar = (value: unknown) => JSON.stringify(value ?? null).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Object.entries(facts)
    .map(([key, value]) => `${key}: ${scalar(value)}\n`)
    .join('');
}
