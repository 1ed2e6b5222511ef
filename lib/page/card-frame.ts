import { limits } from '../limits.ts';
import { inSight, lineBoxes, viewportBox } from './line-boxes.ts';
import { cardWidthIn, placeCard, zoneOf, type Box, type Side, type Zone } from './place-card.ts';
import type { Host, Mark } from './types.ts';

export interface FrameOptions {
  window: Window & typeof globalThis;
  theme: 'light' | 'dark';
  rtl: boolean;
  /** A sheet at the foot of the screen instead of a card at the name. */
  sheet: boolean;
  /** Where the pointer was when it opened; null: the keyboard opened it. */
  pointer: { x: number; y: number } | null;
  /** The line it explains has left the screen, or the page. */
  outOfSight(): void;
}

/** The place of one open card: under or over its mention, following it as the page scrolls and the card grows. */
export class CardFrame {
  readonly layer: HTMLElement;
  readonly #mark: Mark;
  readonly #options: FrameOptions;
  readonly #size: ResizeObserver;
  readonly #ending = new AbortController();
  #lines: Box[];
  #at: number;
  #side: Side | null = null;
  #exit: { x: number; y: number } | null;
  #box: Element | null = null;
  /** Pinned, it stands where it is. */
  fixed = false;

  constructor(host: Host, mark: Mark, options: FrameOptions) {
    const { window, theme, sheet, pointer } = options;
    this.#mark = mark;
    this.#options = options;
    this.layer = host.layer('card', mark.range.startContainer);
    this.layer.className = sheet ? 'bk-place is-sheet' : 'bk-place';
    this.layer.dataset['theme'] = theme;
    this.#lines = lineBoxes(mark.range, window);
    this.#exit = pointer;
    this.#at = pointer ? Math.max(0, this.#lines.findIndex(({ top, height }) => pointer.y >= top && pointer.y <= top + height)) : 0;
    this.#size = new window.ResizeObserver(() => this.place());
    const follow = { passive: true, capture: true, signal: this.#ending.signal } as const;
    for (const one of new Set([window, mark.range.startContainer.ownerDocument?.defaultView])) one?.addEventListener('scroll', () => this.#scrolled(), follow);
    window.addEventListener('resize', () => this.place(), follow);
    window.visualViewport?.addEventListener('resize', () => this.place(), follow);
  }

  /** To be called after each drawing. */
  place(): void {
    const box = this.layer.firstElementChild;
    if (!box) return;
    if (box !== this.#box) {
      this.#size.disconnect();
      this.#size.observe(box);
      this.#box = box;
    }
    const { window, rtl, sheet } = this.#options;
    const viewport = viewportBox(window);
    const { style } = this.layer;
    if (sheet) {
      style.insetInline = '0';
      style.insetBlockEnd = '0';
      style.maxHeight = `${Math.round(viewport.height * limits.sheetHeightShare)}px`;
      return;
    }
    const width = cardWidthIn(viewport);
    if (this.fixed || this.#lines.length === 0) return this.#bound(viewport);
    style.width = `${width}px`;
    const height = box.scrollHeight + ((box as HTMLElement).offsetHeight - box.clientHeight);
    const placement = placeCard({ lines: this.#lines, at: this.#at, card: { width, height }, viewport, rtl, side: this.#side });
    this.#side = placement.side;
    style.left = `${placement.left}px`;
    style.top = `${placement.top}px`;
    style.maxHeight = `${placement.maxHeight}px`;
  }

  /** Where a pointer is relative to mention and card. */
  zone(x: number, y: number): Zone {
    const card = this.#box?.getBoundingClientRect();
    if (!card) return 'away';
    const zone = zoneOf({ x, y }, this.#lines, card, this.#exit);
    if (zone === 'mark') this.#exit = { x, y };
    return zone;
  }

  /** How far the page must move for a sheet not to hide the mention; 0: not at all. */
  hiddenBySheet(): number {
    const top = this.#box?.getBoundingClientRect().top;
    const last = this.#lines.at(-1);
    return top === undefined || !last ? 0 : Math.max(0, last.top + last.height + limits.cardMarginPx - top);
  }

  end(): void {
    this.#ending.abort();
    this.#size.disconnect();
  }

  #scrolled(): void {
    this.#lines = lineBoxes(this.#mark.range, this.#options.window);
    if (this.fixed) return;
    if (!inSight(this.#lines, this.#mark.range.startContainer, this.#options.window)) this.#options.outOfSight();
    else this.place();
  }

  /** A pinned card stays put but may not hang over the edge when it grows. */
  #bound(viewport: Box): void {
    const { style } = this.layer;
    const { top } = this.layer.getBoundingClientRect();
    style.maxHeight = `${Math.max(limits.cardReadableHeightPx, Math.min(limits.cardHeightPx, viewport.top + viewport.height - limits.cardTightMarginPx - top))}px`;
  }
}
