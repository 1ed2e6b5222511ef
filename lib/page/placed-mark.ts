import type { Mention } from '../match/types.ts';
import type { Mark, Place } from './types.ts';

/**
 * A mark known by its place. A live `Range` costs every change of the page a look, so one is made only for a mark that
 * someone asks about; from then on it follows the page's edits.
 */
export class PlacedMark implements Mark {
  readonly mention: Mention;
  readonly place: Place;
  /** The element of its block. */
  readonly block: Element;
  #range: Range | null = null;

  constructor(mention: Mention, place: Place, block: Element) {
    this.mention = mention;
    this.place = place;
    this.block = block;
  }

  get range(): Range {
    return (this.#range ??= rangeAt(this.place));
  }

  /** The element its text begins in. */
  get element(): Element {
    return this.place.startContainer.parentElement ?? this.block;
  }
}

/** A live range over a place, or over what an edit has left of it. */
export function rangeAt({ startContainer, startOffset, endContainer, endOffset }: Place): Range {
  const range = (startContainer.ownerDocument as Document).createRange();
  range.setStart(startContainer, Math.min(startOffset, startContainer.length));
  range.setEnd(endContainer, Math.min(endOffset, endContainer.length));
  return range;
}
