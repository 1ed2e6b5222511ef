import { readBlocks } from './read-blocks.ts';
import { mapText } from './text-map.ts';
import type { Gathered } from './types.ts';

/** Nodes visited between two yields, as in `gather.ts`. */
const nodesAPart = 200;

/** All text of a page in document order, menus and side columns included: excerpts may be taken from there too. */
export function* gatherWhole(document: Document): Generator<undefined, Gathered> {
  const root = document.body ?? document.documentElement;
  if (!root) return yield* mapText([], { nodes: [], from: [], at: [], length: [] });
  const reader = readBlocks(root);
  while (!reader.advance(nodesAPart)) yield undefined;
  return yield* mapText(reader.read.blocks, reader.read.pieces);
}
