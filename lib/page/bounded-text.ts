/** Text of a node, each text node followed by a space; null where it is longer than `maxUtf16`: `textContent` of a page's outer elements may be megabytes. */
export function boundedText(node: Node, maxUtf16: number): string | null {
  let text = '';
  const end = after(node);
  for (let at: Node | null = node; at && at !== end; ) {
    let inside: Node | null = null;
    if (at.nodeType === 3) {
      text += `${at.nodeValue ?? ''} `;
      if (text.length > maxUtf16) return null;
    } else if (!isUnread(at)) inside = at.firstChild;
    at = inside ?? after(at);
  }
  return text;
}

/** The next node in document order that is not inside `node`. */
export function after(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}

/** Whether the text in a node is none that is read on the page: code, and the titles of documents and drawings. */
export function isUnread(node: Node | null): boolean {
  // Compared one by one: it is asked of every node.
  const name = (node as Element | null)?.localName;
  return name === 'script' || name === 'style' || name === 'noscript' || name === 'title';
}
