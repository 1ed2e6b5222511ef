import { foldedWords } from './fold.ts';

/** Words that stand between a sentence and a surname without making another person of it. */
const titles = new Set(
  `president premier minister chancellor king emir prince sheikh sultan mr mrs ms dr general gen colonel col major captain commander
  commandant leader chief secretary ambassador senator governor mayor judge spokesman spokeswoman officer dictator caliph strongman
  président ministre premier chef général commandant monsieur mme
  cumhurbaşkanı başkan başbakan bakanı bakan lider lideri general sayın bay
  президент министр генерал лидер командир господин глава
  serok serokê serokkomar fermandar general`.split(/\s+/).flatMap((title) => foldedWords(title)),
);

/**
 * The word right before a surname when it makes it someone else's: a capitalised word that is no title, none of `own`
 * names, not common on the page and not there for beginning a sentence. Null: none, or capitals do not tell (German,
 * headlines, scripts without case).
 */
export function otherGivenName(text: string, start: number, own: ReadonlySet<string>, lang: string | null): string | null {
  // What begins after an article or the like is part of a longer surname.
  const torn = /(?:^|[^\p{L}])((?:[ae](?:l|sh|s|n|r|t|z|d)|abu|abd[eu]?l?|bin|ibn)[- ])$/iu.exec(text.slice(Math.max(0, start - 8), start));
  if (torn) return torn[1] ?? null;
  // So does what follows a nickname by a son ("أبو عمر الجولاني").
  const kunya = /(?:^|[^\p{L}])[أا]ب[ويا] (\p{L}+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  if (kunya !== undefined && !own.has(foldedWords(kunya).join(' '))) return kunya;
  if (lang === 'de') return null;
  const lead = /(?:^|[^\p{L}\p{N}])([\p{Lu}][\p{L}\p{M}'’-]*\p{Ll}\.?|\p{Lu}\.)[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 30), start));
  const word = lead?.[1];
  if (word === undefined) return null;
  const folded = foldedWords(word).join(' ');
  if (titles.has(folded) || own.has(folded)) return null;
  if (isTitleCase(text, start)) return null;
  return text.includes(` ${word.toLowerCase()} `) ? null : word;
}

/** Words of four letters that headlines in title case leave small. */
const small = new Set(['with', 'from', 'over', 'into', 'upon', 'than', 'amid', 'near']);

/** Whether every longer word of the sentence around begins with a capital, as far as it is near. */
function isTitleCase(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at).split(/\n|[.!?]\s/).at(-1) ?? '';
  const after = text.slice(at, at + 60).split(/\n|[.!?]\s/, 1)[0] ?? '';
  const words = (before + after).match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase() || small.has(word));
}
