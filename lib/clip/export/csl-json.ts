import type { Clipping } from '../schema.ts';
import { plainText } from './plain-text.ts';

/** CSL-JSON, one `article-newspaper` a clipping. Names stay whole (`literal`): where a family name begins is not ours to guess. */
export function toCslJson(clippings: readonly Clipping[]): string {
  return `${JSON.stringify(clippings.map(itemOf), null, 2)}\n`;
}

function itemOf({ id, selector, page, capturedAt, note, tags }: Clipping): Record<string, unknown> {
  return {
    id,
    type: 'article-newspaper',
    title: plainText(page.title),
    author: page.byline.map((name) => ({ literal: plainText(name) })),
    ...(page.site !== null && { 'container-title': plainText(page.site) }),
    ...(page.published !== null && { issued: dateOf(page.published) }),
    accessed: dateOf(capturedAt.slice(0, 10)),
    URL: page.url,
    ...(page.lang !== null && { language: page.lang }),
    abstract: plainText(selector.exact),
    ...(note && { note: plainText(note) }),
    ...(tags.length > 0 && { keyword: tags.map(plainText).join(', ') }),
  };
}

function dateOf(day: string): { 'date-parts': number[][] } {
  return { 'date-parts': [day.split('-').map(Number)] };
}
