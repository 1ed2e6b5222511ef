import { isUtf8 } from 'node:buffer';
import { parseHTML } from 'linkedom';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Source = DefaultTreeAdapterTypes.ChildNode;

/**
 * A DOM of `html` in Node: parsed as browsers parse (parse5, scripting on), then copied node by node into linkedom, whose own
 * parser knows none of the repair rules. Template contents are left out, as they are not in the document; an open declarative
 * shadow root is attached. No script runs. What we read of a DOM behaves as in a browser, but `TreeWalker` ignores its filter
 * and there is no layout.
 */
export function nodeDocument(html: string): Document {
  const document = parseHTML('').document as unknown as Document;
  // linkedom starts with an <html> of its own.
  while (document.firstChild) document.removeChild(document.firstChild);
  // A stack of our own: a page may nest deeper than calls can.
  const waiting: [Source, ParentNode & Node][] = parse(html).childNodes.map((child) => [child, document] as [Source, Document]).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [source, parent] = next;
    if ('value' in source) parent.appendChild(document.createTextNode(source.value));
    if (!('tagName' in source)) continue;
    const root = 'content' in source ? declaredShadowRoot(source, parent) : null;
    if ('content' in source && root) {
      for (const child of source.content.childNodes.toReversed()) waiting.push([child, root]);
      continue;
    }
    const isHtml = source.namespaceURI === 'http://www.w3.org/1999/xhtml';
    const element = isHtml ? document.createElement(source.tagName) : document.createElementNS(source.namespaceURI, source.tagName);
    for (const { name, value, prefix } of source.attrs) element.setAttribute(prefix ? `${prefix}:${name}` : name, value);
    parent.appendChild(element);
    for (const child of source.childNodes.toReversed()) waiting.push([child, element]);
  }
  return document;
}

function declaredShadowRoot(template: DefaultTreeAdapterTypes.Element, parent: Node): ShadowRoot | null {
  const open = template.attrs.some(({ name, value }) => name === 'shadowrootmode' && value === 'open');
  const host = parent as Element;
  return open && parent.nodeType === 1 && !host.shadowRoot ? host.attachShadow({ mode: 'open' }) : null;
}

/**
 * Text of a saved page: by its byte order mark; as UTF-8 where it is that (whoever saved it may have changed the bytes and left
 * the declaration); else by the charset it declares near its start.
 */
export function decodePage(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const marked = start.startsWith('þÿ') ? 'utf-16be' : start.startsWith('ÿþ') ? 'utf-16le' : isUtf8(bytes) ? 'utf-8' : null;
  const charset = marked ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset nobody knows.
    return new TextDecoder().decode(bytes);
  }
}
