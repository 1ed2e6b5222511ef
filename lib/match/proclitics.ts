import { firstLetter, fold } from './fold.ts';

/** Folded Arabic letters. */
const alef = 0x627;
const lam = 0x644;
const conjunctions = [0x648, 0x641];
const prepositions = [0x628, lam, 0x643];

/** Whether a word that begins with this unit can hold anything before a name. */
export function mayHaveProclitic(unit: number): boolean {
  const letter = fold[unit] ?? 0;
  return letter === alef || conjunctions.includes(letter) || prepositions.includes(letter);
}

/** Fewer letters left of a word are no name any more. */
const shortestName = 3;

/**
 * Where a name may begin within an Arabic word after و ف, then ب ل ك, then ال, each alone or combined. In لل the article
 * has lost its alef: the name then begins at the second lam, with `before` to be read ahead of it.
 */
export function proclitics(text: string, start: number, end: number): { start: number; before: string }[] {
  const places: number[] = [];
  const letters: number[] = [];
  for (let index = start; index < end; index++) {
    const unit = fold[text.charCodeAt(index)] as number;
    if (unit < firstLetter) continue;
    letters.push(unit);
    places.push(index);
  }
  const begins: { start: number; before: string }[] = [];
  const add = (letter: number, before = ''): void => {
    const place = places[letter];
    if (place !== undefined && letters.length - letter >= shortestName) begins.push({ start: place, before });
  };
  const article = (letter: number): void => {
    if (letters[letter] === alef && letters[letter + 1] === lam) add(letter + 2);
  };
  const preposition = (letter: number): void => {
    article(letter);
    if (!prepositions.includes(letters[letter] ?? 0)) return;
    add(letter + 1);
    article(letter + 1);
    if (letters[letter] === lam && letters[letter + 1] === lam) {
      add(letter + 1, 'ا');
      add(letter + 2);
    }
  };
  preposition(0);
  if (conjunctions.includes(letters[0] ?? 0)) {
    add(1);
    preposition(1);
  }
  return begins;
}
