import type { Pieces, RawBlock } from './read-blocks.ts';
import { mapText } from './text-map.ts';
import type { Gathered } from './types.ts';

/** Text nodes visited between two yields. */
const nodesAPart = 100;
const silent = new Set('script style noscript template textarea select option svg head'.split(' '));
const inline = new Set('a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(' '));

/** All text of a page in document order, menus, side columns and hidden parts included: excerpts may be taken from there too. */
export function* gatherWhole(document: Document): Generator<undefined, Gathered> {
  const pieces: Pieces = { nodes: [], from: [], at: [], length: [] };
  const blocks: RawBlock[] = [];
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  const blockAround = blockFinder();
  let block = null as RawBlock | null;
  let spaced = false;
  for (let node = walker.nextNode() as Text | null, visited = 1; node; node = walker.nextNode() as Text | null, visited += 1) {
    if (visited % nodesAPart === 0) yield undefined;
    const element = node.parentElement && blockAround(node.parentElement);
    if (!element || !/\S/.test(node.data)) {
      spaced = true;
      continue;
    }
    if (block?.element !== element) {
      block = { element, role: 'prose', text: '', linkedUtf16: 0, beside: false, box: 0, firstPiece: pieces.nodes.length, endPiece: 0 };
      blocks.push(block);
    }
    // White space is collapsed as in the article's text: each stretch with single spaces is a piece.
    for (const { 0: stretch, index } of node.data.matchAll(/\S+(?: \S+)*/g)) {
      if (block.text !== '' && (index > 0 || spaced)) block.text += ' ';
      pieces.nodes.push(node);
      pieces.from.push(index);
      pieces.at.push(block.text.length);
      pieces.length.push(stretch.length);
      block.text += stretch;
      spaced = false;
    }
    spaced = /\s$/.test(node.data);
    block.endPiece = pieces.nodes.length;
  }
  return yield* mapText(blocks, pieces);
}

/** Says of an element which one, not inline by its name, is the closest around it; null where text is not shown as text. Linear over all it is asked. */
function blockFinder(): (element: Element) => Element | null {
  const known = new Map<Element, Element | null>();
  return (element) => {
    const unknown: Element[] = [];
    let at: Element | null = element;
    for (; at && !known.has(at); at = at.parentElement) unknown.push(at);
    let around = at ? known.get(at) : undefined;
    for (const inner of unknown.reverse()) {
      if (around === null || silent.has(inner.localName)) around = null;
      else if (!around || !inline.has(inner.localName)) around = inner;
      known.set(inner, around);
    }
    return around ?? null;
  };
}
