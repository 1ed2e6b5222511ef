import type { Article } from '../article/types.ts';
import type { EntityRef, Mention } from '../match/types.ts';

/** The page's visible prose as one text, with an exact way back to the DOM. The DOM is only read. */
export interface Gathered {
  /** Blocks joined by one `\n`; inside a block white space is collapsed to single spaces. */
  text: string;
  blocks: Block[];
  /** Where `[startUtf16, endUtf16)` is in the DOM, or null where its nodes are gone. */
  placeOf(startUtf16: number, endUtf16: number): Place | null;
  /** The DOM range of `[startUtf16, endUtf16)`, or null where its nodes are gone. */
  rangeOf(startUtf16: number, endUtf16: number): Range | null;
  /** The offset in `text` of a DOM position, the nearest gathered one after it where it is not in the text; null outside. */
  offsetOf(node: Node, offset: number): number | null;
}

/** Where a piece of text begins and ends, without the cost of a live `Range`. */
export interface Place {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

export interface Block {
  element: Element;
  startUtf16: number;
  endUtf16: number;
  /** Headings and captions: painted under stricter rules. */
  role: 'heading' | 'caption' | 'prose';
}

/** The overlay's reading of one page: what was found and where it stands now. Made by `reading.ts`; cards and clippings hang on it. */
export interface Reading {
  /** Facts of the page; anew after single-page navigation. */
  readonly article: Article;
  readonly gathered: Gathered;
  /** All mentions, painted or not, in order of `start`. */
  readonly mentions: readonly Mention[];
  /** What they may stand for, each once, in order of first mention. */
  readonly entities: readonly EntityRef[];
  /** Those marked now, in document order. A mark's range is live from the first time it is asked for, and slows every change of the page. */
  marks(): Mark[];
  /** How many entities are marked now. */
  readonly marked: number;
  /** The page's window, and those of its frames whose text was read. */
  readonly views: readonly Window[];
  /** The mark under a viewport point, CSS pixels; null where there is none or something covers it. */
  markAt(x: number, y: number): Mark | null;
  rangeOf(mention: Mention): Range | null;
  /** Lights up every mention of the same entity; null takes the light off. */
  light(mention: Mention | null): void;
  /** The reader says that an ambiguous name is none of what it may stand for: wherever the page writes it so and it is not plain, it is marked no more until the article changes. */
  dismiss(mention: Mention): void;
  /** Called after each change of `mentions` or `article`; the returned function ends it. */
  onChange(listener: () => void): () => void;
  /** Takes everything off the page, listeners and observers included. */
  stop(): void;
}

export interface Mark {
  readonly mention: Mention;
  readonly range: Range;
}

/**
 * Our one element in the page: empty, closed shadow root, top layer. It is in the document only while a layer is in use,
 * and inside the closest modal dialog or fullscreen element of `near`, above which nothing else may be shown.
 */
export interface Host {
  /** An element in the closed root to render into; the host is attached with the first one. */
  layer(name: LayerName, near?: Node): HTMLElement;
  /** Gives a layer back; the host leaves the document with the last one. */
  release(name: LayerName): void;
  /** Whether an event that reached us really came through our root, untampered and with nothing of the page over it. */
  trusts(event: Event): boolean;
}
export type LayerName = 'card' | 'stop' | 'clippings' | 'bar' | 'toast' | 'lines';
