/**
 * Whether a capital's name is here the city and not the government that sits there: after a preposition of place ("talks in
 * Moscow", "à Moscou", "في موسكو", "li Enqerê"), or with the ending of one ("Ankara’da"). Not where something of its own
 * follows ("in Ankara’s offensive"), and not after the Russian "в", which governments speak from.
 */
export function isTheCity(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 6);
  if (/^['’]?s(?!\p{L})/u.test(after)) return false;
  return /(?:^|[^\p{L}\p{M}])(?:in|near|outside|à|في|li)[ \u00a0]$/iu.test(text.slice(Math.max(0, start - 9), start)) || /^['’][dt][ae](?:ki)?(?!\p{L})/u.test(after);
}
