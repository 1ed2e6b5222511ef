/**
 * Tells whether a word stands in `text` between two spaces, as it is written. The words are gathered when first asked for,
 * once: a search of the text for each would make a page that asks for many quadratic.
 */
export function spacedWordsOf(text: string): (word: string) => boolean {
  let words: Set<string> | null = null;
  return (word) => (words ??= new Set(text.split(' ').slice(1, -1))).has(word);
}
