import { alone, apostrophe, firstLetter, fold, gap, mark, unseen } from './fold.ts';
import { afterBits, letterCode, rollBy } from './hash.ts';
import { longestWordUtf16 } from './read-word.ts';

/** Units looked at in one go: what is noted of them stays in the processor's nearest memory. */
const partUtf16 = 4096;

/** What follows a run of letters, within `afterBits`; the second bit is that of a unit that is a word by itself. */
export const afterGap = 0;
export const afterAlone = 2;
const codeOf = { [gap]: afterGap, [mark]: 1, [unseen]: 4, [apostrophe]: 5, [alone]: afterAlone };
/**
 * What each unit does to a note: a letter's code, or what it says as the unit after a run. This and `notes` are not
 * exported: of a module's own constants the engine compiles address and length into the loop, of exported ones it does not
 * (a fifth slower).
 */
const table = Int32Array.from(fold, (unit) => (unit >= firstLetter ? letterCode(unit) : codeOf[unit as keyof typeof codeOf]));

/** Room for a part of nothing but units that are words, with one more that is written and not kept. */
export const mostRuns = partUtf16 + longestWordUtf16 + 1;
const notes = new Int32Array(2 * mostRuns);

/** Two numbers for each run noted: its end, and its hash with what follows it in `afterBits`. */
export function notesOfWords(): Int32Array {
  return notes;
}

/**
 * Notes the runs of letters of the part of `text` that begins at `from` into `notesOfWords()`; returns how many, and
 * where the next part begins. The pass has no branch on the letters: word lengths cannot be foreseen, and each wrong
 * guess of the processor costs as much as reading six units.
 */
export function noteWords(text: string, from: number): { count: number; to: number } {
  const length = text.length;
  let to = Math.min(length, from + partUtf16);
  const last = Math.min(length, to + longestWordUtf16);
  while (to < last && (fold[text.charCodeAt(to)] as number) >= firstLetter) to++;
  // Constants of other modules are read anew in each turn of a loop; this one is not.
  const factor = rollBy;
  let next = 0;
  let hash = 0;
  let inRun = 0;
  for (let at = from; at < to; at++) {
    const unit = table[text.charCodeAt(at)] as number;
    // All ones for a letter, else zero.
    const letter = unit >> 31;
    // Written at every unit, and kept where a run ends before this one, or the unit is a word by itself.
    notes[next] = at;
    notes[next + 1] = hash | unit;
    next += ((inRun & ~letter) | unit) & 2;
    hash = (Math.imul(hash, factor) ^ unit) & letter;
    inRun = letter;
  }
  if (inRun !== 0) {
    notes[next] = to;
    notes[next + 1] = hash | (to < length ? (table[text.charCodeAt(to)] as number) & afterBits & ~afterAlone : afterGap);
    next += 2;
  }
  return { count: next / 2, to };
}
