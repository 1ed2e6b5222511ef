import { diffArrays } from 'diff';

export interface DiffPiece {
  kind: 'same' | 'then' | 'now';
  text: string;
}

/** What was taken out of `then` and put in to make `now`, in reading order, words whole; white space between words does not count. */
export function wordDiff(then: string, now: string): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  for (const change of diffArrays(wordsOf(then), wordsOf(now))) {
    pieces.push({ kind: change.added ? 'now' : change.removed ? 'then' : 'same', text: change.value.join(' ') });
  }
  return pieces;
}

/** Words with the marks that lean on them, so that "deal." and "deal" show as a change of their own. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
