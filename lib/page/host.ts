import type { Host, LayerName } from './types.ts';

const hostName = 'backgrounder-host';

export interface HostOptions {
  /** BCP 47 tag and direction of the interface, which is not the page's. */
  lang: string;
  dir: 'ltr' | 'rtl';
  signal: AbortSignal;
}

/**
 * Inner `!important` beats the page's, inline ones included: nothing the page writes on the host moves, hides or fades it.
 * `all` leaves out `direction`; the root inside sets its own. Nothing inside can be selected: in Chromium a page's
 * `find()` selects also in closed roots, and `getSelection()` then reads out what is selected, as far as it likes to extend it.
 */
const hostCss = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; display: block !important; pointer-events: none !important; overflow: visible !important; user-select: none !important; }
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }`;

/** Every event that leaves a shadow tree and that a page might listen for. */
const composed = (
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown pointerup pointermove pointerover ' +
  'pointerout pointercancel gotpointercapture lostpointercapture touchstart touchmove touchend touchcancel wheel keydown keyup keypress ' +
  'beforeinput input compositionstart compositionupdate compositionend focusin focusout focus blur copy cut paste selectstart ' +
  'dragstart drag dragend dragenter dragover dragleave drop'
).split(' ');

/** Containers above which nothing outside them can be shown or used: the host goes inside. */
const traps = ':modal, :fullscreen, [aria-modal="true"]';

/** Takes out what a script left that ended without a word: Firefox ends those of an extension it updates or removes, and leaves their elements. */
export function removeLeftHosts(document: Document): void {
  for (const left of document.querySelectorAll(`${hostName}[popover]`)) left.remove();
}

/** Makes the one element; `css` styles the inside of its closed root. It leaves the document when `signal` aborts. */
export function createHost(document: Document, css: string, { lang, dir, signal }: HostOptions): Host {
  const element = document.createElement(hostName);
  const shadow = element.attachShadow({ mode: 'closed' });
  const view = document.defaultView;
  if (!view) throw new Error('no window');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css + hostCss);
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  root.className = 'bk-root';
  root.lang = lang;
  root.dir = dir;
  root.translate = false;
  shadow.append(root);
  for (const type of composed) shadow.addEventListener(type, (event) => event.stopPropagation(), { passive: true });

  const layers = new Map<LayerName, { element: HTMLElement; near: Node | null }>();
  const seen = watchVisibility(view);

  function attach(container: Element): void {
    if (element.parentNode !== container) {
      element.setAttribute('popover', 'manual');
      element.translate = false;
      container.append(element);
      // The page's rem is its own; the keyword gives the reader's.
      root.style.fontSize = 'medium';
      root.style.setProperty('--bk-rem', view?.getComputedStyle(root).fontSize ?? '16px');
      root.style.removeProperty('font-size');
    } else if (element.matches(':popover-open')) {
      // Above whatever the page has opened since.
      element.hidePopover();
    }
    element.showPopover();
  }

  const host: Host = {
    layer(name, near) {
      const known = layers.get(name);
      const layer = known?.element ?? document.createElement('div');
      layers.delete(name);
      layers.set(name, { element: layer, near: near ?? known?.near ?? null });
      const container = containerOf(near ?? latestNear(layers), document);
      if (!known) {
        layer.dataset['layer'] = name;
        root.append(layer);
        seen.watchChildren(layer);
      }
      if (!known || element.parentNode !== container || !element.matches(':popover-open')) attach(container);
      return layer;
    },

    release(name) {
      const layer = layers.get(name);
      if (!layer) return;
      layers.delete(name);
      seen.forget(layer.element);
      layer.element.remove();
      if (layers.size === 0) element.remove();
    },

    trusts(event) {
      if (!event.isTrusted) return false;
      if (event.type !== 'click' || !(event instanceof MouseEvent)) return true;
      const path = event.composedPath();
      const box = path[path.indexOf(root) - 2];
      return box instanceof view.Element && seen.isSeen(box) && untouched(element, view) && (event.detail === 0 || onTop(element, event));
    },
  };
  signal.addEventListener('abort', () => {
    for (const name of [...layers.keys()]) host.release(name);
  });
  return host;
}

function latestNear(layers: ReadonlyMap<LayerName, { near: Node | null }>): Node | null {
  return [...layers.values()].findLast(({ near }) => near !== null)?.near ?? null;
}

/** The closest trap around `near` in the flat tree, out of frames to our own document, else the document's root element. */
function containerOf(near: Node | null, document: Document): Element {
  let node: Node | null = near;
  while (node) {
    if (node.nodeType === Node.ELEMENT_NODE && node.ownerDocument === document && (node as Element).matches(traps)) return node as Element;
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? frameAround(node, document);
  }
  return document.documentElement;
}

function frameAround(node: Node, document: Document): Element | null {
  return node === document ? null : ((node as Document).defaultView?.frameElement ?? null);
}

/** Whether nothing of the page lies over the point of a click on us. */
function onTop(element: Element, { clientX, clientY }: MouseEvent): boolean {
  return (element.getRootNode() as Document | ShadowRoot).elementFromPoint(clientX, clientY) === element;
}

/** Whether the host is where it was put, and neither the page nor an ancestor is faded or cut: a card over nothing is a lure. */
function untouched(element: HTMLElement, view: Window): boolean {
  if (!element.isConnected || !element.matches(':popover-open')) return false;
  const { left, top } = element.getBoundingClientRect();
  if (Math.abs(left) > 1 || Math.abs(top) > 1) return false;
  const { body } = view.document;
  for (let one: Element | null = element; one; one = one.parentElement) if (isFaded(one, view)) return false;
  return !body || !isFaded(body, view);
}

function isFaded(element: Element, view: Window): boolean {
  const { opacity, clipPath, visibility } = view.getComputedStyle(element);
  return Number(opacity) < 0.9 || clipPath !== 'none' || visibility !== 'visible';
}

interface VisibilityWatch {
  watchChildren(layer: Element): void;
  forget(layer: Element): void;
  /** Whether a box was last seen whole, unfaded and uncovered; where the browser cannot tell, true. */
  isSeen(box: Element): boolean;
}

/** IntersectionObserver v2 (Chromium): tells covers that let the pointer through. https://w3c.github.io/IntersectionObserver/v2/ */
function watchVisibility(view: Window & typeof globalThis): VisibilityWatch {
  if (!('isVisible' in view.IntersectionObserverEntry.prototype)) return { watchChildren() {}, forget() {}, isSeen: () => true };
  const seen = new WeakSet<Element>();
  const boxes = new view.IntersectionObserver(
    (entries) => {
      for (const entry of entries as (IntersectionObserverEntry & { isVisible: boolean })[]) {
        if (entry.isVisible) seen.add(entry.target);
        else seen.delete(entry.target);
      }
    },
    { threshold: [0, 0.25, 0.5, 0.75, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  const children = new view.MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const node of addedNodes) if (node instanceof view.Element) boxes.observe(node);
      for (const node of removedNodes) if (node instanceof view.Element) boxes.unobserve(node);
    }
  });
  return {
    watchChildren(layer) {
      children.observe(layer, { childList: true });
    },
    forget(layer) {
      for (const box of layer.children) boxes.unobserve(box);
    },
    isSeen: (box) => seen.has(box),
  };
}
