import { alone, apostrophe, firstLetter, fold, gap, mark, unseen } from './fold.ts';
import { rollBy } from './hash.ts';
import { longestWordUtf16 } from './read-word.ts';

/** Units looked at in one go: what is noted of them stays in the processor's nearest memory. */
const partUtf16 = 4096;

/** What follows a run of letters: three bits, odd for a unit that is a word by itself. */
export const afterGap = 0;
export const afterAlone = 1;
const codeOf = { [gap]: afterGap, [mark]: 2, [unseen]: 4, [apostrophe]: 6, [alone]: afterAlone };
/**
 * The fold shifted to stand in a note as it is. This and the two below are not exported: of a module's own constants the
 * engine compiles address and length into the loop, of exported ones it does not (a fifth slower).
 */
const table = Int32Array.from(fold, (unit) => (unit >= firstLetter ? unit << 3 : codeOf[unit as keyof typeof codeOf]));

const ends = new Int32Array(partUtf16 + longestWordUtf16 + 1);
const hashes = new Int32Array(partUtf16 + longestWordUtf16 + 1);

/** For each run noted: what follows it (3 bits), its last folded letter (16), its end in the part (13); and its hash. */
export function notes(): { ends: Int32Array; hashes: Int32Array } {
  return { ends, hashes };
}

/**
 * Notes the runs of letters of the part of `text` that begins at `from` into `notes()`; returns how many, and
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
  let count = 0;
  let hash = 0;
  let inRun = 0;
  let before = 0;
  let place = 0;
  for (let at = from; at < to; at++) {
    const unit = table[text.charCodeAt(at)] as number;
    // All ones for a letter, else zero.
    const letter = (7 - unit) >> 31;
    ends[count] = place | before | unit;
    hashes[count] = hash;
    // A run ends before this unit, or the unit is a word by itself.
    count += ((inRun & ~letter) | unit) & 1;
    hash = Math.imul(hash ^ unit, factor) & letter;
    inRun = letter;
    before = unit & letter;
    place += 1 << 19;
  }
  if (inRun !== 0) {
    ends[count] = place | before | (to < length ? (table[text.charCodeAt(to)] as number) & 6 : afterGap);
    hashes[count++] = hash;
  }
  return { count, to };
}
