import type { ClippedPage } from './schema.ts';

/** A quotation with where it comes from, as plain text: “Quote” — authors, “Title”, outlet, day. Address. */
export function quotationWithCitation(exact: string, page: ClippedPage): string {
  const facts = [page.byline.join(', '), page.title && `“${page.title}”`, page.site, page.published].filter(Boolean).join(', ');
  return `“${exact}” — ${facts || page.url}${facts ? `. ${page.url}` : ''}`;
}
