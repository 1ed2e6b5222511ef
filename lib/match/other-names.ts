import { foldedWords } from './fold.ts';

/** What a place lends its name to. Read after the name, beginning with a capital or, for things eaten and cut, without. */
const named = new Set(
  `street avenue road lane boulevard drive square plaza court terrace bakery restaurant cafe café grill kitchen hotel inn motel bar pub
  sandwich breast dinner leg legs burger bacon meatballs gravy stuffing stock hunting trot vulture sub club soup chili wrap steel
  knife knives blade blades sword pattern rose roses autodrom circuit olympics paralympics grand open marathon fc united
  straße strasse platz allee sokak sokağı caddesi rue place`.split(/\s+/).flatMap((word) => foldedWords(word)),
);

/** What a person lends a name to besides. */
const namedAfterPersons = new Set('suburb neighborhood neighbourhood quarter district academy university hospital school library lake bridge village town city camp mosque base'.split(' '));

/** Whether the name goes on into the proper name or the ware of something else: "Damascus Street", "turkey breast". */
export function isPartOfOther(text: string, start: number, end: number, isPerson: boolean): boolean {
  const after = /^[ \u00a0-](\p{L}[\p{L}\p{M}]*)/u.exec(text.slice(end, end + 24))?.[1];
  const next = after === undefined ? '' : (foldedWords(after)[0] ?? '');
  if (named.has(next) || (isPerson && (namedAfterPersons.has(next) || /^[ \u00a0]Military Academy/.test(text.slice(end, end + 18))))) return true;
  // Handles, host names and identifiers are not prose.
  const before = text.charAt(start - 1);
  const follows = text.charAt(end);
  return before === '@' || before === '_' || follows === '_' || (follows === '.' && /^\.[a-z]/.test(text.slice(end, end + 2))) || (before === '.' && /[\p{L}\p{N}]\.$/u.test(text.slice(Math.max(0, start - 2), start)) && /^\p{Ll}/u.test(text.slice(start, start + 1)));
}
