import { firstFrom } from './evidence.ts';

/** Bounded in the middle, so that a line of nothing but its first words takes no longer than another. */
const listsWhatIsBanned = /(?:признан|запрещ).{0,50}(?:организаци|террористическ)/u;

/**
 * Tells whether a stretch of `text` stands in a line that Russian law has every medium print, listing what is banned: such
 * lines tell nothing of the article. Full lists only ("признаны террористическими и запрещены: …"); a remark in brackets
 * after a name is part of its sentence.
 */
export function legalNoticesIn(text: string): (start: number, end: number) => boolean {
  const notices: { start: number; end: number }[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const found = listsWhatIsBanned.exec(line);
    if (found && line.includes(':', found.index + found[0].length)) notices.push({ start: lineStart, end: lineStart + line.length });
    lineStart += line.length + 1;
  }
  return (start, end) => {
    const notice = notices[firstFrom(notices, start + 1) - 1];
    return notice !== undefined && end <= notice.end;
  };
}
