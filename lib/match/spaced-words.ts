/** Words searched for one by one: as many searches cost what gathering all words does, and few pages ask for more. */
const searchedSingly = 16;

/**
 * Tells whether a word stands in `text` between two spaces, as it is written. Where many are asked for all words are
 * gathered, once: a search for each would make a hostile page quadratic.
 */
export function spacedWordsOf(text: string): (word: string) => boolean {
  const known = new Map<string, boolean>();
  let words: Set<string> | null = null;
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) {
      if (known.size >= searchedSingly) words ??= new Set(text.split(' ').slice(1, -1));
      answer = words ? words.has(word) : text.includes(` ${word} `);
      known.set(word, answer);
    }
    return answer;
  };
}
