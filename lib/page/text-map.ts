import type { Pieces, RawBlock } from './read-blocks.ts';
import { rangeAt } from './placed-mark.ts';
import type { Block, Gathered, Place } from './types.ts';

/** Blocks mapped between two looks at the clock. */
const blocksAPart = 500;

/** Joins blocks into one text and keeps the way back from each of its units to the text node it came from; yields now and then. */
export function* mapText(chosen: readonly RawBlock[], pieces: Pieces): Generator<undefined, Gathered> {
  const blocks: Block[] = [];
  const texts: string[] = [];
  const nodes: Text[] = [];
  const from: number[] = [];
  const start: number[] = [];
  const length: number[] = [];
  let startUtf16 = 0;
  for (const block of chosen) {
    for (let i = block.firstPiece; i < block.endPiece; i += 1) {
      nodes.push(pieces.nodes[i] as Text);
      from.push(pieces.from[i] ?? 0);
      start.push(startUtf16 + (pieces.at[i] ?? 0));
      length.push(pieces.length[i] ?? 0);
    }
    texts.push(block.text);
    blocks.push({ element: block.element, startUtf16, endUtf16: startUtf16 + block.text.length, role: block.role });
    startUtf16 += block.text.length + 1;
    if (blocks.length % blocksAPart === 0) yield undefined;
  }
  const text = texts.join('\n');

  /** Index of the last piece that starts at or before `offset`; -1: none. */
  function pieceAt(offset: number): number {
    let low = 0;
    let high = start.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((start[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function offsetInNode(piece: number, offset: number): number {
    return (from[piece] ?? 0) + Math.min(offset - (start[piece] ?? 0), length[piece] ?? 0);
  }

  function placeOf(startOffset: number, endOffset: number): Place | null {
    const first = pieceAt(startOffset);
    const last = pieceAt(Math.max(startOffset, endOffset - 1));
    const startContainer = nodes[first];
    const endContainer = nodes[last];
    if (!startContainer?.isConnected || !endContainer?.isConnected) return null;
    const place = { startContainer, startOffset: offsetInNode(first, startOffset), endContainer, endOffset: offsetInNode(last, endOffset) };
    return place.startOffset > startContainer.length || place.endOffset > endContainer.length ? null : place;
  }

  let firstPieceOf: Map<Node, number> | null = null;
  function piecesByNode(): Map<Node, number> {
    if (!firstPieceOf) {
      firstPieceOf = new Map();
      for (let i = nodes.length - 1; i >= 0; i -= 1) firstPieceOf.set(nodes[i] as Text, i);
    }
    return firstPieceOf;
  }

  return {
    text,
    blocks,
    placeOf,
    rangeOf(startOffset, endOffset) {
      const place = placeOf(startOffset, endOffset);
      return place && rangeAt(place);
    },
    offsetOf(node, offset) {
      const known = piecesByNode();
      const first = known.get(node);
      if (first !== undefined) {
        for (let i = first; nodes[i] === node; i += 1) {
          const end = (from[i] ?? 0) + (length[i] ?? 0);
          if (offset <= end) return Math.min((start[i] ?? 0) + Math.max(0, offset - (from[i] ?? 0)), text.length);
        }
        // Past the last gathered unit of the node: the start of what comes next.
      }
      const next = textAfter(node, first === undefined ? offset : Infinity, known);
      return next === null ? null : (start[next] ?? null);
    },
  };
}

/** Piece of the first known text node at or after a DOM position in document order; null: none follows. */
function textAfter(node: Node, offset: number, known: Map<Node, number>): number | null {
  const root = node.getRootNode();
  const walker = node.ownerDocument?.createTreeWalker(root, 4 /* text */);
  if (!walker) return null;
  const child = node.childNodes[offset];
  if (child) walker.currentNode = child;
  else {
    // After the last child: everything inside `node` lies before.
    let last: Node = node;
    while (last.lastChild) last = last.lastChild;
    walker.currentNode = last;
  }
  for (let at: Node | null = child ?? walker.nextNode(); at; at = walker.nextNode()) {
    const piece = known.get(at);
    if (piece !== undefined) return piece;
  }
  return null;
}
