import { chooseArticle } from './choose-article.ts';
import { readBlocks } from './read-blocks.ts';
import { runToEnd } from './slices.ts';
import { mapText } from './text-map.ts';
import type { Gathered } from './types.ts';

/**
 * The visible prose of a page's article: headline, standfirst, paragraphs, list items, quotations, captions, cells of prose.
 * Of a page that is no article, all its prose. Nothing is laid out, changed or thrown; linear in the size of the page.
 */
export function gather(document: Document): Gathered {
  return runToEnd(gatherInParts(document)).gathered;
}

export interface GatheredPage {
  gathered: Gathered;
  /** Shadow roots and frames' bodies that were read. */
  innerTrees: Node[];
  /** Elements that an attribute hides for now. */
  veiled: Element[];
}

/** Nodes visited between two looks at the clock: about a quarter of a millisecond cold. */
const nodesAPart = 200;

/** The same, yielding after each small part of the work so that the caller may give the page its turn. */
export function* gatherInParts(document: Document): Generator<undefined, GatheredPage> {
  const root = document.body ?? document.documentElement;
  if (!root) return { gathered: nothingGathered(), innerTrees: [], veiled: [] };
  const reader = readBlocks(root);
  while (!reader.advance(nodesAPart)) yield undefined;
  const chosen = yield* chooseArticle(reader.read);
  const gathered = yield* mapText(chosen, reader.read.pieces);
  const { innerTrees, veiled } = reader.read;
  return { gathered, innerTrees, veiled };
}

/** What there is before anything has been read. */
export function nothingGathered(): Gathered {
  return { text: '', blocks: [], placeOf: () => null, rangeOf: () => null, offsetOf: () => null };
}
