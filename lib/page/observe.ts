import { bodyOf } from './read-blocks.ts';

/** What to watch and whom to tell. */
export interface Watch {
  document: Document;
  /** Trees that hold the article: the document's body, open shadow roots, bodies of frames. */
  roots: readonly Node[];
  /** Elements hidden by attribute, which may be shown. */
  veiled: readonly Element[];
  /** Whether text changed in this place belongs to what was read. */
  concerns(place: Node): boolean;
  /** Text was added, taken away or edited, a frame was loaded; called once, then the watching of text is over. */
  onText(): void;
  /** Colours may have changed: a theme was switched. */
  onLook(): void;
}

/** New text outside the article so long is a further article: infinite scroll, or a page that was navigated by script. */
const furtherTextUtf16 = 250;

/**
 * Watches the page until the first change that matters and then no more: a page that changes a thousand times a second
 * costs one look. Returns the function that ends it.
 */
export function watchPage({ document, roots, veiled, concerns, onText, onLook }: Watch): () => void {
  const text = new MutationObserver((records) => {
    if (!records.some((record) => matters(record, concerns))) return;
    changed();
  });
  /** A frame's `load` does not bubble, but can be caught on its way down. */
  const loaded = ({ target }: Event): void => {
    if (isFrame(target) && (bodyOf(target)?.textContent?.length ?? 0) >= (concerns(target) ? 1 : furtherTextUtf16)) changed();
  };
  document.addEventListener('load', loaded, { capture: true });
  for (const root of roots) text.observe(root, { childList: true, characterData: true, subtree: true });
  for (const element of veiled) text.observe(element, { attributeFilter: ['hidden', 'open', 'style'] });
  const title = document.querySelector('head');
  if (title) text.observe(title, { childList: true, characterData: true, subtree: true });

  const look = new MutationObserver(onLook);
  const theme = { attributeFilter: ['class', 'style', 'data-theme', 'data-color-scheme', 'data-bs-theme', 'data-mode'] };
  look.observe(document.documentElement, theme);
  if (document.body) look.observe(document.body, theme);

  function stopText(): void {
    text.disconnect();
    document.removeEventListener('load', loaded, { capture: true });
  }

  function changed(): void {
    stopText();
    onText();
  }

  return () => {
    stopText();
    look.disconnect();
  };
}

function isFrame(target: EventTarget | null): target is HTMLIFrameElement {
  return /^i?frame$/.test((target as Element | null)?.localName ?? '');
}

function matters({ type, target, addedNodes, removedNodes }: MutationRecord, concerns: Watch['concerns']): boolean {
  if (target.parentNode?.nodeName === 'TITLE' || target.nodeName === 'TITLE') return true;
  if (type === 'attributes') return true;
  if (type === 'characterData') return concerns(target);
  if (concerns(target)) return hasText(addedNodes) || hasText(removedNodes);
  for (const node of addedNodes) if (node.nodeType === 1 && (node.textContent?.length ?? 0) >= furtherTextUtf16) return true;
  return false;
}

function hasText(nodes: NodeList): boolean {
  for (const node of nodes) if (node.nodeType !== 8 && /\S/.test(node.textContent ?? '')) return true;
  return false;
}
