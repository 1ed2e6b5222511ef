/** Whole sentences of `text` within `maxUtf16`; where not even the first fits, it is cut at a word and ends in "…". */
export function firstSentences(text: string, maxUtf16: number, lang: string): string {
  if (text.length <= maxUtf16) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    if ((kept + segment).trimEnd().length > maxUtf16) break;
    kept += segment;
  }
  if (kept.trim() !== '') return kept.trimEnd();
  const cut = text.slice(0, Math.max(1, maxUtf16 - 1));
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}
