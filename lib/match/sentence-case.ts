/** Ends of sentences with what may stand between them and the next: quotes, brackets, spaces. */
const beginsSentence = /(?:^|[.!?…؟\n])["'’”»)\]]*\s*["'‘“«([–—-]*\s*$/u;

/** Longest stretch before a word in which its sentence's beginning is looked for. */
const leadUtf16 = 8;

/**
 * Tells words that owe their capital to the beginning of a sentence ("Хама узнают по голосу"): such as stand in lower case
 * elsewhere in `text` and with a capital nowhere inside a sentence. Each word is looked up in the text once.
 */
export function sentenceCaseIn(text: string): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) known.set(word, (answer = isSentenceCase(text, word)));
    return answer;
  };
}

function isSentenceCase(text: string, word: string): boolean {
  const lower = word.toLowerCase();
  if (lower === word || lower.length !== word.length || /[^\p{L}\p{M}]/u.test(word)) return false;
  if (wholeWords(text, lower).next().done) return false;
  for (const start of wholeWords(text, word)) if (!beginsSentence.test(text.slice(Math.max(0, start - leadUtf16), start))) return false;
  return true;
}

function* wholeWords(text: string, word: string): Generator<number, undefined> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!/[\p{L}\p{M}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + word.length))) yield at;
  }
}
