/** Ends of sentences with what may stand between them and the next: quotes, brackets, spaces. */
const beginsSentence = /(?:^|[.!?…؟\n])["'’”»)\]]*\s*["'‘“«([–—-]*\s*$/u;

/** Longest stretch before a word in which its sentence's beginning is looked for. */
const leadUtf16 = 8;

/**
 * Tells names that owe their capital to the beginning of a sentence ("Хама узнают по голосу"): such as stand in lower case
 * elsewhere in `text`, that is among `inLower`, and with a capital nowhere inside a sentence.
 */
export function sentenceCaseIn(text: string, inLower: ReadonlySet<string>): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) known.set(name, (answer = isSentenceCase(text, name, inLower)));
    return answer;
  };
}

function isSentenceCase(text: string, word: string, inLower: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase();
  if (lower === word || lower.length !== word.length || /[^\p{L}\p{M}]/u.test(word) || !inLower.has(lower)) return false;
  for (const start of wholeWords(text, word)) if (!beginsSentence.test(text.slice(Math.max(0, start - leadUtf16), start))) return false;
  return true;
}

/** Whether neither letter nor mark nor digit adjoins the stretch. */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{M}\p{N}]/u.test(text.charAt(start - 1) + text.charAt(end));
}

function* wholeWords(text: string, word: string): Generator<number, undefined> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (isWholeWord(text, at, at + word.length)) yield at;
  }
}
