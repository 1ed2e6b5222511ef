import type { Placed } from './anchor-clippings.ts';
import { groundReader } from './ground.ts';
import { lineBoxes } from './line-boxes.ts';
import type { Host } from './types.ts';

export interface DrawDeps {
  window: Window & typeof globalThis;
  host: Host;
  /** Accessible name of a margin mark. */
  markLabel(state: 'anchored' | 'changed'): string;
  onMark(id: string): void;
  signal: AbortSignal;
}

/** Pixels from the block's edge to the mark, and the mark's own width. */
const markGapPx = 6;
const markPx = 20;

/**
 * Draws clippings as boxes and margin marks in our closed root, where the page cannot read them (a highlight's ranges it
 * could). Boxes stand in document coordinates: scrolling the page moves the layer, everything else places them anew.
 */
export function startDrawing({ window, host, markLabel, onMark, signal }: DrawDeps): { draw(placed: readonly Placed[]): void } {
  const { document } = window;
  const sheet = document.createElement('div');
  sheet.className = 'bk-clips';
  let shown: { placed: Placed; range: Range; boxes: HTMLElement; mark: HTMLElement }[] = [];
  let frame = 0;
  const resized = new window.ResizeObserver(() => placeSoon());

  function draw(placed: readonly Placed[]): void {
    resized.disconnect();
    sheet.replaceChildren();
    shown = placed.flatMap((one) => (one.range ? [{ placed: one, range: one.range, ...elementsOf(one) }] : []));
    if (shown.length === 0) {
      host.release('clippings');
      return;
    }
    for (const { boxes, mark } of shown) sheet.append(boxes, mark);
    const layer = host.layer('clippings');
    if (sheet.parentNode !== layer) layer.append(sheet);
    resized.observe(document.documentElement);
    for (const { range } of shown) if (range.startContainer.parentElement) resized.observe(range.startContainer.parentElement);
    place();
  }

  function elementsOf({ clipping, state }: Placed): { boxes: HTMLElement; mark: HTMLElement } {
    const boxes = document.createElement('div');
    boxes.className = `bk-clip is-${state}`;
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = `bk-clip-mark is-${state}`;
    mark.setAttribute('aria-label', markLabel(state === 'changed' ? 'changed' : 'anchored'));
    mark.addEventListener('click', (event) => {
      if (event.isTrusted) onMark(clipping.id);
    });
    return { boxes, mark };
  }

  function placeSoon(): void {
    if (frame === 0) frame = window.requestAnimationFrame(place);
  }

  function place(): void {
    frame = 0;
    followScroll();
    const ground = groundReader();
    const marksAt = new Set<number>();
    for (const { range, boxes, mark } of shown) {
      const lines = lineBoxes(range, window);
      const block = blockOf(range);
      const theme = block ? ground(block) : 'light';
      boxes.dataset['theme'] = mark.dataset['theme'] = theme;
      boxes.replaceChildren(
        ...lines.map((line) => {
          const box = document.createElement('span');
          box.style.cssText = `left:${line.left + window.scrollX}px;top:${line.top + window.scrollY}px;width:${line.width}px;height:${line.height}px`;
          return box;
        }),
      );
      const [first] = lines;
      mark.hidden = !first || !block;
      if (first && block) placeMark(mark, block, first.top, marksAt);
    }
  }

  /**
   * In the margin where lines begin, or where they end if there is no room for it; where there is in neither, over the ends,
   * which most lines do not reach. Marks of excerpts on one line stand below each other.
   */
  function placeMark(mark: HTMLElement, block: Element, lineTop: number, taken: Set<number>): void {
    const { left, right } = block.getBoundingClientRect();
    const rtl = window.getComputedStyle(block).direction === 'rtl';
    const most = document.documentElement.clientWidth - markPx;
    const sides = [left - markGapPx - markPx, right + markGapPx];
    if (rtl) sides.reverse();
    const x = sides.find((side) => side >= 0 && side <= most) ?? (rtl ? 0 : most);
    let top = Math.round(lineTop + window.scrollY);
    while (taken.has(top)) top += markPx;
    for (let at = top - markPx + 1; at < top + markPx; at += 1) taken.add(at);
    mark.style.cssText = `left:${x + window.scrollX}px;top:${top}px`;
  }

  function followScroll(): void {
    sheet.style.translate = `${-window.scrollX}px ${-window.scrollY}px`;
  }

  function onScroll({ target }: Event): void {
    if (shown.length === 0) return;
    if (target === document) followScroll();
    else placeSoon();
  }

  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  window.addEventListener('resize', placeSoon, { signal });
  document.addEventListener('transitionend', placeSoon, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    resized.disconnect();
    window.cancelAnimationFrame(frame);
    sheet.remove();
  });
  return { draw };
}

/** The block element the range begins in, whose edge the mark stands at. */
function blockOf(range: Range): Element | null {
  let at = range.startContainer.parentElement;
  while (at && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
  return at;
}
