import type { Box } from './place-card.ts';

/** Where the viewport around `node` lies in that of `window`: same-origin frames shift what is in them. */
export function frameOffset(node: Node, window: Window): { left: number; top: number } {
  let left = 0;
  let top = 0;
  for (let inner = node.ownerDocument?.defaultView; inner && inner !== window; inner = inner.frameElement?.ownerDocument.defaultView) {
    const frame = inner.frameElement;
    if (!frame) break;
    const box = frame.getBoundingClientRect();
    left += box.left + frame.clientLeft;
    top += box.top + frame.clientTop;
  }
  return { left, top };
}

/** A range's line boxes in pixels of `window`'s viewport, top to bottom: pieces of one line are joined, empty ones left out. */
export function lineBoxes(range: Range, window: Window): Box[] {
  const lines: Box[] = [];
  const offset = frameOffset(range.startContainer, window);
  for (const rect of range.getClientRects()) {
    const { width, height } = rect;
    if (width === 0 || height === 0) continue;
    const left = rect.left + offset.left;
    const top = rect.top + offset.top;
    const last = lines.at(-1);
    if (last && top < last.top + last.height / 2 && top + height > last.top + last.height / 2) lines[lines.length - 1] = joined(last, { left, top, width, height });
    else lines.push({ left, top, width, height });
  }
  return lines.sort((one, other) => one.top - other.top);
}

function joined(one: Box, other: Box): Box {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return {
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}

/** The part of the page in sight: what pinching leaves of it, scroll bars taken off. */
export function viewportBox(window: Window): Box {
  const { clientWidth, clientHeight } = window.document.documentElement;
  const pinched = window.visualViewport;
  if (!pinched || pinched.scale <= 1) return { left: 0, top: 0, width: clientWidth, height: window.document.compatMode === 'BackCompat' ? window.innerHeight : clientHeight };
  return { left: pinched.offsetLeft, top: pinched.offsetTop, width: pinched.width, height: pinched.height };
}

/** Whether any of the lines is in sight: inside the viewport and inside every scroller and frame around `node`. */
export function inSight(lines: readonly Box[], node: Node, window: Window): boolean {
  const frames = [viewportBox(window)];
  for (let one: Element | null = node.parentElement; one; one = one.parentElement ?? frameOf(one, window)) {
    const isRoot = one === one.ownerDocument.body || one === one.ownerDocument.documentElement;
    if (isRoot || getComputedStyle(one).overflow === 'visible') continue;
    const { left, top, width, height } = one.getBoundingClientRect();
    const offset = frameOffset(one, window);
    frames.push({ left: left + offset.left, top: top + offset.top, width, height });
  }
  return lines.some((line) => frames.every((frame) => overlaps(line, frame)));
}

function frameOf(root: Element, window: Window): Element | null {
  const inner = root.ownerDocument.defaultView;
  return inner === window ? null : (inner?.frameElement ?? null);
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height
  );
}
