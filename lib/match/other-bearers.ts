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
  if (lang === 'de') return null;
  const lead = /(?:^|[^\p{L}\p{N}])([\p{Lu}][\p{L}\p{M}'’-]*\p{Ll}\.?|\p{Lu}\.)[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 30), start));
  const word = lead?.[1];
  if (word === undefined) return null;
  const folded = foldedWords(word).join(' ');
  if (titles.has(folded) || own.has(folded)) return null;
  if (isTitleCase(text, start)) return null;
  return text.includes(` ${word.toLowerCase()} `) ? null : word;
}

/** Whether nearly every longer word around begins with a capital. */
function isTitleCase(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 60);
  const nextLine = text.indexOf('\n', at);
  const words = text.slice(from, Math.min(nextLine < 0 ? text.length : nextLine, at + 60)).match(/\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => word.charAt(0) !== word.charAt(0).toLowerCase()).length;
  return words.length >= 3 && capital >= words.length * 0.75;
}
