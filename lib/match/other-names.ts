import { foldedWords } from './fold.ts';
import { isTitleCase } from './title-case.ts';

/** What is eaten, cut or played and called after a place, its capital or none. */
const wares = wordsOf('sandwich breast dinner leg legs burger bacon meatballs gravy stuffing hunting trot vulture sub chili wrap steel knife knives blade blades sword roses autodrom');

/** What a place lends its proper name to, written with a capital: "Damascus Street", but the hotels of Damascus. */
const premises = wordsOf(
  `street avenue lane boulevard drive square plaza court terrace road bakery restaurant cafe café grill kitchen hotel inn motel bar pub
  club soup stock pattern rose circuit olympics paralympics grand open marathon fc united brigade brigades battalion regiment
  straße strasse platz allee sokak sokağı caddesi rue place`,
);

/** Words that the names of Arab places, gates and hills begin with: "Bab Tadmor" is a gate, "Khan al-Assad" a village. */
const heads = wordsOf('bab khan tal tall tell jabal jebel ain ayn wadi kafr beit dahiyat dahiyet souq lake');

/** What a person lends a name to besides. */
const namedAfterPersons = wordsOf('suburb neighborhood neighbourhood quarter district academy university hospital school library lake bridge village town city camp mosque base');

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).flatMap((word) => foldedWords(word)));
}

/** Whether the name goes on into the proper name or the ware of something else ("Damascus Street", "turkey breast"), or ends one ("Bab Tadmor"). */
export function isPartOfOther(text: string, start: number, end: number, isPerson: boolean): boolean {
  const after = /^[ \u00a0-](\p{L}[\p{L}\p{M}]*)/u.exec(text.slice(end, end + 24))?.[1];
  const next = after === undefined ? '' : (foldedWords(after)[0] ?? '');
  if (wares.has(next)) return true;
  if (premises.has(next) && after !== after?.toLowerCase() && !isTitleCase(text, start)) return true;
  if (isPerson && (namedAfterPersons.has(next) || /^[ \u00a0](?:Military Academy|residential (?:suburb|district))/.test(text.slice(end, end + 28)))) return true;
  const head = /(?:^|[^\p{L}])(\p{Lu}\p{L}+)[ \u00a0-]$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1];
  if (head !== undefined && heads.has(foldedWords(head)[0] ?? '')) return true;
  // Handles, host names and identifiers are not prose.
  const before = text.charAt(start - 1);
  const follows = text.charAt(end);
  return before === '@' || before === '_' || follows === '_' || (follows === '.' && /^\.[a-z]/.test(text.slice(end, end + 2))) || (before === '.' && /[\p{L}\p{N}]\.$/u.test(text.slice(Math.max(0, start - 2), start)) && /^\p{Ll}/u.test(text.slice(start, start + 1)));
}
