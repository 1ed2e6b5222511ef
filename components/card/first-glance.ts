/** Whole sentences of `text` within `maxUtf16`; where not even the first fits, it is cut at a word and ends in "…". */
export function firstSentences(text: string, maxUtf16: number, lang: string): string {
  if (text.length <= maxUtf16) return text;
  let kept = '';
  let read = '';
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    read += segment;
    if (read.trimEnd().length > maxUtf16) break;
    if (!abbreviated.test(read.trimEnd())) kept = read;
  }
  if (kept.trim() !== '') return kept.trimEnd();
  const cut = text.slice(0, Math.max(1, maxUtf16 - 1));
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}

/** "U.S.", "Gen.": the segmenter takes these for the end of a sentence before a capital. */
const abbreviated = /(?:^|[\s(])(?:(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Sgt|No|Art|ca|vs)\.)$/u;
