import { limits } from '../limits.ts';

export interface PointerEvents {
  moved(x: number, y: number, at: number): void;
  /** It has not moved for `limits.pointerRestMs`; `at` is the time of its last move. */
  rested(x: number, y: number, at: number): void;
  /** A button is down, or the pointer has left the window. */
  disturbed(): void;
}

/**
 * Follows a hovering pointer (not fingers) over a window: the page's or a frame's in it. Points are in that window's
 * viewport, times of the clock `now`. A timer that is re-armed, not replaced, keeps each move cheap; none runs at rest.
 */
export function watchPointer(window: Window, now: () => number, signal: AbortSignal, { moved, rested, disturbed }: PointerEvents): void {
  let x = NaN;
  let y = NaN;
  let at = 0;
  let timer: number | null = null;

  const check = () => {
    const left = at + limits.pointerRestMs - now();
    timer = left > 1 ? window.setTimeout(check, left) : null;
    if (timer === null) rested(x, y, at);
  };
  const stop = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    disturbed();
  };
  const listening = { passive: true, capture: true, signal } as const;

  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      if (event.buttons !== 0) return stop();
      // After scrolling and layout browsers report a pointer that has not moved.
      if (event.clientX === x && event.clientY === y) return;
      x = event.clientX;
      y = event.clientY;
      at = now();
      timer ??= window.setTimeout(check, limits.pointerRestMs);
      moved(x, y, at);
    },
    listening,
  );
  window.addEventListener('pointerdown', stop, listening);
  window.addEventListener('scroll', stop, listening);
  window.document.documentElement.addEventListener('pointerleave', stop, { passive: true, signal });
  signal.addEventListener('abort', stop);
}
