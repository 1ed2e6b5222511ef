import { lineBoxes, viewportBox } from './line-boxes.ts';
import type { Mark } from './types.ts';

/** The mark after or before the keyboard's, round the ends; from nowhere, the first one in sight. */
export function nextIndex(all: readonly Mark[], from: Mark | null, direction: 1 | -1, window: Window): number {
  const at = from ? all.findIndex(({ mention }) => mention.start === from.mention.start && mention.end === from.mention.end) : -1;
  if (at >= 0) return (at + direction + all.length) % all.length;
  const visible = (mark: Mark) => (lineBoxes(mark.range, window)[0]?.top ?? -1) >= 0;
  const { height } = viewportBox(window);
  const found = direction === 1 ? all.findIndex(visible) : all.findLastIndex(({ range }) => (lineBoxes(range, window)[0]?.top ?? Infinity) < height);
  return found >= 0 ? found : direction === 1 ? 0 : all.length - 1;
}

/** Scrolls as little as needed for a range to be seen, in every scroller around it. */
export function reveal(range: Range, window: Window): void {
  const element = range.startContainer.parentElement;
  const line = lineBoxes(range, window)[0];
  const { height } = viewportBox(window);
  if (!element || (line && line.top >= 0 && line.top + line.height <= height)) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const moved = lineBoxes(range, window)[0];
  if (moved && (moved.top < 0 || moved.top + moved.height > height)) window.scrollBy({ top: moved.top - height / 2, behavior: 'instant' });
}
