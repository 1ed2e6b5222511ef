import { lineBoxes } from './line-boxes.ts';
import type { Host, Mark } from './types.ts';

export interface StopHooks {
  /** Enter, Space or a screen reader's "activate". */
  open(mark: Mark): void;
  /** The reader went on without opening. */
  left(): void;
}

/**
 * Where the keyboard stands among the names: a real button in our root, drawn as a ring around the mention. It has the
 * focus, so screen readers speak its label and Enter works without a key of the page's being watched; the page's own
 * elements are left alone.
 */
export class KeyboardStop {
  readonly #host: Host;
  readonly #window: Window & typeof globalThis;
  readonly #hooks: StopHooks;
  readonly #button: HTMLButtonElement;
  #mark: Mark | null = null;
  #origin: HTMLElement | null = null;
  #following: AbortController | null = null;

  constructor(host: Host, window: Window & typeof globalThis, hooks: StopHooks) {
    this.#host = host;
    this.#window = window;
    this.#hooks = hooks;
    this.#button = window.document.createElement('button');
    this.#button.className = 'bk-stop';
    this.#button.type = 'button';
    this.#button.ariaHasPopup = 'dialog';
    this.#button.addEventListener('click', () => this.#mark && hooks.open(this.#mark));
    this.#button.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') this.leave();
    });
  }

  get mark(): Mark | null {
    return this.#mark;
  }
  get focused(): boolean {
    return (this.#button.getRootNode() as ShadowRoot | Document).activeElement === this.#button;
  }

  /** Moves the ring and the focus to a mention. */
  show(mark: Mark, label: string, theme: 'light' | 'dark'): void {
    if (!this.#mark) {
      const active = this.#window.document.activeElement;
      this.#origin = active instanceof this.#window.HTMLElement ? active : null;
    }
    this.#mark = mark;
    const layer = this.#host.layer('stop', mark.range.startContainer);
    layer.dataset['theme'] = theme;
    if (this.#button.parentNode !== layer) layer.append(this.#button);
    this.#button.ariaLabel = label;
    this.place();
    this.focus();
    if (this.#following) return;
    this.#following = new AbortController();
    const follow = { passive: true, capture: true, signal: this.#following.signal } as const;
    this.#window.addEventListener('scroll', () => this.place(), follow);
    this.#window.addEventListener('resize', () => this.place(), follow);
  }

  focus(): void {
    this.#button.focus({ preventScroll: true });
  }

  place(): void {
    const line = this.#mark && lineBoxes(this.#mark.range, this.#window)[0];
    if (!line) return;
    const { style } = this.#button;
    style.left = `${line.left - 2}px`;
    style.top = `${line.top}px`;
    style.width = `${line.width + 4}px`;
    style.height = `${line.height}px`;
  }

  set expanded(open: boolean) {
    this.#button.ariaExpanded = String(open);
  }

  /** Gives the focus back to where it was before the first stop, so that Tab goes on from there. */
  leave(): void {
    if (!this.#mark) return;
    this.end();
    if (this.#origin?.isConnected) this.#origin.focus({ preventScroll: true });
    this.#hooks.left();
  }

  end(): void {
    this.#mark = null;
    this.#following?.abort();
    this.#following = null;
    this.#host.release('stop');
  }
}
