/** Whether the browser has this language's own words for months and lists; Chromium has none in Kurmanji, and would take another language's. */
export function isSpoken(lang: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0;
}

/** "A, B and C" in the reader's language. */
export function listText(items: readonly string[], lang: string): string {
  return isSpoken(lang) ? new Intl.ListFormat(lang, { type: 'conjunction' }).format(items) : items.join(', ');
}
