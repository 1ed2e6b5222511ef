/**
 * Lines of a page that Russian law has every medium print, listing what is banned: they tell nothing of the article. Full
 * lists only ("признаны террористическими и запрещены: …"); a remark in brackets after a name is part of its sentence.
 */
export function legalNotices(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]*(?:признан|запрещ)\p{L}*[^\n]{0,40}(?:организаци|террористическ)[^\n]*:[^\n]*/gu)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}
