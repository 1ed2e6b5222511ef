/** The page's visible prose as one text, with an exact way back to the DOM. The DOM is only read. */
export interface Gathered {
  /** Blocks joined by one `\n`; inside a block white space is collapsed to single spaces. */
  text: string;
  blocks: Block[];
  /** The DOM range of `[startUtf16, endUtf16)`, or null where its nodes are gone. */
  rangeOf(startUtf16: number, endUtf16: number): Range | null;
  /** The offset in `text` of a DOM position, the nearest gathered one after it where it is not in the text; null outside. */
  offsetOf(node: Node, offset: number): number | null;
}

export interface Block {
  element: Element;
  startUtf16: number;
  endUtf16: number;
  /** Headings and captions: painted under stricter rules. */
  role: 'heading' | 'caption' | 'prose';
}
