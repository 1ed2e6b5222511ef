import type { Mark } from './types.ts';

/**
 * Finds the mark under a viewport point in CSS pixels. A text belongs to the point only if the browser's own hit test gives
 * the element the text stands in: whatever covers it, whatever scrolls it away, answers with another element.
 */
export function hitTester(document: Document, marks: readonly Mark[]): (x: number, y: number) => Mark | null {
  let byElement: Map<Element, Mark[]> | null = null;

  return (x, y) => {
    byElement ??= indexByElement(marks);
    let element = document.elementFromPoint(x, y);
    let left = x;
    let top = y;
    for (let inner = element; element && inner; ) {
      if (element.shadowRoot) inner = element.shadowRoot.elementFromPoint(left, top);
      else if (isFrame(element) && element.contentDocument) {
        const box = element.getBoundingClientRect();
        left -= box.left + element.clientLeft;
        top -= box.top + element.clientTop;
        inner = element.contentDocument.elementFromPoint(left, top);
      } else inner = null;
      if (inner === element) break;
      element = inner ?? element;
    }
    if (!element) return null;
    return byElement.get(element)?.find((mark) => holds(mark.range, left, top)) ?? null;
  };
}

/** The elements a range's text stands in: parents of its text nodes. */
function indexByElement(marks: readonly Mark[]): Map<Element, Mark[]> {
  const index = new Map<Element, Mark[]>();
  for (const mark of marks)
    for (const element of textParents(mark.range)) {
      const own = index.get(element);
      if (own) own.push(mark);
      else index.set(element, [mark]);
    }
  return index;
}

function textParents(range: Range): Set<Element> {
  const parents = new Set<Element>();
  const { startContainer, endContainer } = range;
  if (startContainer.parentElement) parents.add(startContainer.parentElement);
  if (startContainer === endContainer) return parents;
  const walker = range.startContainer.ownerDocument?.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  if (!walker) return parents;
  walker.currentNode = startContainer;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement) parents.add(node.parentElement);
    if (node === endContainer) break;
  }
  return parents;
}

function holds(range: Range, x: number, y: number): boolean {
  for (const rect of range.getClientRects()) if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  return false;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}
