import type { Settings } from '../settings/schema.ts';
import { forcedColours, lineStyleOf } from './highlight-names.ts';
import { newSight } from './sight.ts';
import type { Host, Reading } from './types.ts';

export interface LinesDeps {
  window: Window & typeof globalThis;
  reading: Reading;
  host: Host;
  settings(): Settings;
  signal: AbortSignal;
}

/** Underlines the marks in view with boxes in our own root, only while colours are forced; elsewhere it does nothing. */
export function startLines({ window, reading, host, settings, signal }: LinesDeps): void {
  const { document } = window;
  const forced = window.matchMedia(forcedColours);
  const lines = document.createElement('div');
  lines.className = 'bk-lines';
  lines.ariaHidden = 'true';
  let frame = 0;

  function draw(): void {
    frame = 0;
    if (signal.aborted) return;
    lines.replaceChildren(...(forced.matches ? boxes() : []));
    if (lines.childElementCount === 0) host.release('lines');
    else if (!lines.isConnected) host.layer('lines').append(lines);
  }

  function boxes(): HTMLElement[] {
    const sight = newSight();
    return reading.marks().flatMap(({ mention, range }) => {
      const style = lineStyleOf(mention, settings().underline);
      const element = range.startContainer.parentElement;
      if (!style || !element || sight.isUnderlined(element)) return [];
      return [...range.getClientRects()]
        .filter(({ top, bottom }) => bottom > 0 && top < window.innerHeight)
        .map(({ left, bottom, width }) => {
          const line = document.createElement('span');
          line.className = style;
          line.style.cssText = `left:${left}px;top:${bottom - 2}px;width:${width}px`;
          return line;
        });
    });
  }

  function drawSoon(): void {
    if (forced.matches && frame === 0) frame = window.requestAnimationFrame(draw);
  }

  signal.addEventListener('abort', reading.onChange(draw));
  forced.addEventListener('change', draw, { signal });
  document.addEventListener('scroll', drawSoon, { signal, passive: true, capture: true });
  window.addEventListener('resize', drawSoon, { signal });
  signal.addEventListener('abort', () => host.release('lines'));
}
