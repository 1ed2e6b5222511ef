import { frameOffset } from './line-boxes.ts';
import { watchPointer, type PointerEvents } from './pointer.ts';

/** What a reader does in the page itself; points are in the pixels of the page's viewport, also from within frames. */
export interface PageInput extends PointerEvents {
  pressed(press: Press): void;
  /** Escape: whether it was meant for us, and is therefore kept from the page. */
  escaped(): boolean;
}

export interface Press {
  target: EventTarget | null;
  x: number;
  y: number;
  isTouch: boolean;
  /** A plain press on text: no link or control under it, no key held, nothing being selected. */
  isFree: boolean;
}

const interactive =
  'a[href], button, input, select, textarea, summary, label, video, audio, [role="button"], [role="link"], [contenteditable]:not([contenteditable="false"])';

/** Hears trusted input in `inner`: the page's own `window`, or a frame in it. No click is taken from the page. */
export function hearInput(inner: Window, window: Window, signal: AbortSignal, input: PageInput): void {
  const point = (x: number, y: number): [number, number] => {
    const { left, top } = frameOffset(inner.document.documentElement, window);
    return [x + left, y + top];
  };
  watchPointer(inner, () => window.performance.now(), signal, {
    moved: (x, y, at) => input.moved(...point(x, y), at),
    rested: (x, y, at) => input.rested(...point(x, y), at),
    disturbed: input.disturbed,
  });
  inner.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      const [x, y] = point(event.clientX, event.clientY);
      input.pressed({ target: event.target, x, y, isTouch: (event as PointerEvent).pointerType === 'touch', isFree: isFree(event, inner) });
    },
    { capture: true, passive: true, signal },
  );
  inner.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted || event.isComposing || !input.escaped()) return;
      // A dialog of the page stays open: this Escape was for us.
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal },
  );
}

function isFree(event: MouseEvent, window: Window): boolean {
  if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (window.getSelection()?.isCollapsed === false) return false;
  return !event.composedPath().some((one) => (one as Node).nodeType === Node.ELEMENT_NODE && (one as Element).matches(interactive));
}
