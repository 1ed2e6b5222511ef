import type { SelectionBarView } from './clipping-view.ts';
import { lineBoxes } from './line-boxes.ts';
import type { Host } from './types.ts';

export interface SelectionBarDeps {
  window: Window & typeof globalThis;
  host: Host;
  /** Draws the bar; its element is the layer's only child. */
  renderBar(layer: HTMLElement, view: SelectionBarView | null): void;
  /** The selection as it is now can be saved: the actions for it; null: it cannot. */
  actionsFor(range: Range): (Pick<SelectionBarView, 'onSave' | 'onNote'> & { onCopy(event: Event): Promise<boolean> }) | null;
  signal: AbortSignal;
}

const gapPx = 8;
const edgePx = 8;
const editable = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Shows the bar under the end of a selection once it is released, by pointer or by keyboard, until the selection goes. */
export function startSelectionBar({ window, host, renderBar, actionsFor, signal }: SelectionBarDeps): { hide(): void } {
  const { document } = window;
  let shown: Range | null = null;

  function show(): void {
    const range = selectedRange(document);
    const actions = range && actionsFor(range);
    if (!range || !actions) return hide();
    const layer = host.layer('bar', range.startContainer);
    const view: SelectionBarView = {
      ...actions,
      copied: false,
      onCopy: (event) => void actions.onCopy(event).then((copied) => shown === range && renderBar(layer, { ...view, copied })),
    };
    renderBar(layer, view);
    shown = range;
    place();
  }

  function place(): void {
    const lines = shown ? lineBoxes(shown, window) : [];
    const last = lines.at(-1);
    const bar = shown ? host.layer('bar').firstElementChild : null;
    if (!last || !(bar instanceof window.HTMLElement)) return hide();
    const { clientWidth, clientHeight } = document.documentElement;
    const height = window.innerHeight || clientHeight;
    // The end of the selection is out of sight: the bar waits at the edge of the screen where the reader still is.
    const top = Math.max(edgePx, Math.min(last.top + last.height + gapPx, height - bar.offsetHeight - edgePx));
    const rtl = window.getComputedStyle(shown?.endContainer.parentElement ?? document.documentElement).direction === 'rtl';
    const left = Math.max(edgePx, Math.min(rtl ? last.left : last.left + last.width - bar.offsetWidth, clientWidth - bar.offsetWidth - edgePx));
    bar.style.cssText = `position:fixed;left:${left}px;top:${top}px`;
  }

  function hide(): void {
    if (!shown) return;
    shown = null;
    renderBar(host.layer('bar'), null);
    host.release('bar');
  }

  // The browser settles the selection only after the event; a page may stop the event from going further, but not before us.
  const released = (): void => void window.requestAnimationFrame(() => signal.aborted || show());
  window.addEventListener('pointerup', (event) => event.isTrusted && !ours(event) && released(), { capture: true, passive: true, signal });
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.isTrusted && (event.key === 'Shift' || (event.key === 'a' && (event.ctrlKey || event.metaKey)))) released();
    },
    { capture: true, passive: true, signal },
  );
  window.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && hide(), { capture: true, passive: true, signal });
  document.addEventListener('selectionchange', () => shown && !selectedRange(document) && hide(), { signal });
  document.addEventListener('scroll', () => shown && place(), { capture: true, passive: true, signal });
  window.addEventListener('resize', () => shown && place(), { signal });
  signal.addEventListener('abort', hide);
  // Words may have been selected before this script came. Asked before a frame, the page would be laid out for it.
  window.requestAnimationFrame(() => setTimeout(() => signal.aborted || show()));
  return { hide };
}

function ours(event: Event): boolean {
  return event.target instanceof Element && event.target.localName === 'backgrounder-host';
}

/** The selection, if words outside of fields and editors are selected; also within open shadow roots where the browser tells. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const element = common instanceof Element ? common : common.parentElement;
  if (element?.closest(editable) || document.activeElement?.matches('input, textarea')) return null;
  return /[\p{L}\p{N}]/u.test(range.toString()) ? range : null;
}
