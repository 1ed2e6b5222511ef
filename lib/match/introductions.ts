import { foldedWords } from './fold.ts';

/** Words before a parenthesis that may belong to the long form, by the length of the short one (Schwartz and Hearst). */
function windowWords(short: string): number {
  return Math.min(short.length + 5, short.length * 2);
}

/** Longest stretch read back for a long form, and longest parenthesis. */
const reachUtf16 = 160;
const shortUtf16 = 12;

export interface Introduction {
  /** The short form as written, and where it stands. */
  short: string;
  shortStart: number;
  shortEnd: number;
  /** The long form that spells it out. */
  longStart: number;
  longEnd: number;
}

/**
 * "Long Form (LF)" and "LF (Long Form)" in `text`, in order. The long form is found as in Schwartz & Hearst, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB 2003: the shortest stretch before the
 * parenthesis whose letters, read backwards, hold the short form's, its first at the beginning of a word.
 */
export function introductions(text: string): Introduction[] {
  const found: Introduction[] = [];
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const inner = innerOf(text, open);
    if (inner === null) continue;
    const short = /^\s*([\p{L}\p{N}][\p{L}\p{N}.&/-]*)\s*(?:$|[,;:–—])/u.exec(inner);
    if (short?.[1] && isShort(short[1])) {
      const longStart = longBefore(text, open, short[1]);
      const shortStart = open + 1 + inner.indexOf(short[1]);
      if (longStart !== null) {
        found.push({ short: short[1], shortStart, shortEnd: shortStart + short[1].length, longStart, longEnd: text.slice(0, open).trimEnd().length });
        continue;
      }
    }
    const before = /([\p{L}\p{N}][\p{L}\p{N}.&/-]*)\s?$/u.exec(text.slice(Math.max(0, open - shortUtf16 - 2), open));
    if (!before?.[1] || !isShort(before[1])) continue;
    const end = open + 1 + inner.length;
    const longStart = longBefore(text, end, before[1]);
    if (longStart === null || longStart <= open || longStart > open + 6) continue;
    const shortStart = open - before[0].length;
    found.push({ short: before[1], shortStart, shortEnd: shortStart + before[1].length, longStart, longEnd: end });
  }
  return found;
}

function innerOf(text: string, open: number): string | null {
  const reach = text.slice(open + 1, open + 1 + reachUtf16);
  const close = reach.indexOf(')');
  if (close < 0) return null;
  const inner = reach.slice(0, close);
  return inner.includes('\n') || inner.includes('(') ? null : inner;
}

/** Two to ten letters, at least one of them a capital that does not begin the word. */
function isShort(form: string): boolean {
  return form.length >= 2 && form.length <= shortUtf16 && /^\p{L}|\p{N}/u.test(form) && form.slice(1) !== form.slice(1).toLowerCase();
}

function longBefore(text: string, end: number, short: string): number | null {
  const reach = text.slice(Math.max(0, end - reachUtf16), end);
  const stretch = reach.slice(reach.lastIndexOf('\n') + 1);
  const lineStart = end - stretch.length;
  let wordsLeft = windowWords(short);
  let at = stretch.length - 1;
  for (let index = short.length - 1; index >= 0; index--) {
    const letter = fold(short.charAt(index));
    if (letter === '') continue;
    for (;;) {
      if (at < 0 || wordsLeft < 0) return null;
      const beginsWord = at === 0 || !/[\p{L}\p{N}]/u.test(stretch.charAt(at - 1));
      if (fold(stretch.charAt(at)) === letter && (index > 0 || beginsWord)) break;
      if (beginsWord && /[\p{L}\p{N}]/u.test(stretch.charAt(at))) wordsLeft--;
      at--;
    }
    at--;
  }
  const start = at + 1;
  const long = stretch.slice(start).trim();
  // A long form that is no longer than the short one, or holds it as a word, spells nothing out.
  if (long.length <= short.length || foldedWords(long).includes(foldedWords(short).join(''))) return null;
  return lineStart + start;
}

function fold(letter: string): string {
  return foldedWords(letter)[0] ?? '';
}
