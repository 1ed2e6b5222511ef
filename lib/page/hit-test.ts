import { rangeAt, type PlacedMark } from './placed-mark.ts';
import type { Mark, Place } from './types.ts';

/**
 * The mark under a viewport point in CSS pixels; marks come by the element of their block. A text belongs to the point only if
 * the browser's own hit test gives the element the text stands in: whatever covers it, whatever scrolls it away, answers with
 * another element.
 */
export function markAt(document: Document, marks: ReadonlyMap<Element, readonly PlacedMark[]>, x: number, y: number): Mark | null {
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
  // The block is around the text, or it is the slot's through which a shadow root shows the text.
  for (let around = element; element && around; around = around.assignedSlot ?? around.parentElement ?? hostOf(around)) {
    const mark = marks.get(around)?.find(({ place }) => standsIn(place, element) && holds(place, left, top));
    if (mark) return mark;
  }
  return null;
}

/** Whether `element` is the parent of one of the text nodes of a place. */
function standsIn({ startContainer, endContainer }: Place, element: Element): boolean {
  if (startContainer.parentNode === element || endContainer.parentNode === element) return true;
  if (startContainer === endContainer) return false;
  return [...element.childNodes].some((node) => node.nodeType === 3 && isBetween(startContainer, node, endContainer));
}

function isBetween(first: Node, node: Node, last: Node): boolean {
  return (first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (node.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function holds(place: Place, x: number, y: number): boolean {
  for (const rect of rangeAt(place).getClientRects()) if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  return false;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}
