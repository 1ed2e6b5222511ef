/** What a seat of government has as a building: "the West Wing of the White House". */
const partsOfABuilding = 'wing|room|lawn|garden|gates?|steps|halls?';

const beforeAPlace = new RegExp(`(?:^|[^\\p{L}\\p{M}])(?:(?:in|near|outside|inside|at|(?:${partsOfABuilding}) of)[ \u00a0](?:the[ \u00a0])?|(?:à|في|li)[ \u00a0])$`, 'iu');

/**
 * Whether the name of a seat of government is here the place and not who governs there: after a preposition of place
 * ("talks in Moscow", "at the White House", "à Moscou", "في موسكو", "li Enqerê"), or with the ending of one ("Ankara’da").
 * Not where something of its own follows ("in Ankara’s offensive"), and not after the Russian "в", which governments speak
 * from.
 */
export function isThePlace(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 6);
  if (/^['’]?s(?!\p{L})/u.test(after)) return false;
  return beforeAPlace.test(text.slice(Math.max(0, start - 20), start)) || /^['’][dt][ae](?:ki)?(?!\p{L})/u.test(after);
}
