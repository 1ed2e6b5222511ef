import type { Box } from './place-card.ts';

/** A range's line boxes in viewport pixels, top to bottom: pieces of one line are joined, empty ones left out. */
export function lineBoxes(range: Range): Box[] {
  const lines: Box[] = [];
  for (const { left, top, width, height } of range.getClientRects()) {
    if (width === 0 || height === 0) continue;
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

/** Whether any of the lines is in sight: inside the viewport and inside every scroller around `node`. */
export function inSight(lines: readonly Box[], node: Node, window: Window): boolean {
  const frames = [viewportBox(window)];
  for (let one = node.parentElement; one && one !== window.document.body && one !== window.document.documentElement; one = one.parentElement) {
    if (window.getComputedStyle(one).overflow !== 'visible') frames.push(one.getBoundingClientRect());
  }
  return lines.some((line) => frames.every((frame) => overlaps(line, frame)));
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height
  );
}
