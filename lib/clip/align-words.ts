/** Local alignment with affine gaps (Smith and Waterman 1981, Gotoh 1982): an inserted sentence costs hardly more than an inserted word. */
const score = { rare: 16, common: 8, mismatch: -8, gapOpen: -16, gapExtend: -1 };
const [stop, diagonal, up, left] = [0, 1, 2, 3];
const never = -(2 ** 28);
/** Rows between two yields: some 10,000 cells, about a millisecond before the engine has compiled the loop. */
const rowsAStep = 32;

/**
 * Pairs of equal words `[patternIndex, textIndex]` on the best local alignment, both ascending. Indexes count from the
 * beginning of the given arrays. Yields now and then. Time and memory: one byte and some ten operations a cell.
 */
export function* alignWords(pattern: Uint32Array, text: Uint32Array, isCommon: (hash: number) => boolean): Generator<undefined, [number, number][]> {
  const [rows, columns] = [pattern.length, text.length];
  const width = columns + 1;
  const best = new Int32Array(width);
  const upGap = new Int32Array(width).fill(never);
  /** Low two bits: where the best score came from; bits 2 and 3: whether the up and left gap continue a gap. */
  const trace = new Uint8Array((rows + 1) * width);
  let [topScore, topRow, topColumn] = [0, 0, 0];
  for (let row = 1; row <= rows; row += 1) {
    const hash = pattern[row - 1] ?? 0;
    const match = isCommon(hash) ? score.common : score.rare;
    let before = 0;
    let leftGap = never;
    for (let column = 1; column <= columns; column += 1) {
      const above = best[column] ?? 0;
      const openUp = above + score.gapOpen;
      const extendUp = (upGap[column] ?? never) + score.gapExtend;
      const openLeft = (best[column - 1] ?? 0) + score.gapOpen;
      const extendLeft = leftGap + score.gapExtend;
      upGap[column] = Math.max(openUp, extendUp);
      leftGap = Math.max(openLeft, extendLeft);
      const straight = before + (text[column - 1] === hash ? match : score.mismatch);
      const value = Math.max(0, straight, upGap[column] ?? never, leftGap);
      trace[row * width + column] =
        (value === 0 ? stop : value === straight ? diagonal : value === upGap[column] ? up : left) | (extendUp > openUp ? 4 : 0) | (extendLeft > openLeft ? 8 : 0);
      before = above;
      best[column] = value;
      if (value > topScore) [topScore, topRow, topColumn] = [value, row, column];
    }
    if (row % rowsAStep === 0) yield;
  }
  return walkBack(trace, width, topRow, topColumn, pattern, text);
}

function walkBack(trace: Uint8Array, width: number, topRow: number, topColumn: number, pattern: Uint32Array, text: Uint32Array): [number, number][] {
  const pairs: [number, number][] = [];
  let [row, column] = [topRow, topColumn];
  let state = (trace[row * width + column] ?? stop) & 3;
  while (state !== stop) {
    const cell = trace[row * width + column] ?? 0;
    if (state === diagonal) {
      if (pattern[row - 1] === text[column - 1]) pairs.push([row - 1, column - 1]);
      row -= 1;
      column -= 1;
      state = (trace[row * width + column] ?? stop) & 3;
    } else if (state === up) {
      row -= 1;
      state = cell & 4 ? up : (trace[row * width + column] ?? stop) & 3;
    } else {
      column -= 1;
      state = cell & 8 ? left : (trace[row * width + column] ?? stop) & 3;
    }
  }
  return pairs.reverse();
}
