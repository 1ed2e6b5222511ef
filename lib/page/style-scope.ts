import type { Mention } from '../match/types.ts';
import { styleScope, styleScopesAtMost } from '../messages/style-scope.ts';
import type { Gathered } from './types.ts';

/**
 * Selectors of what the rules for as many highlights as `names` are to be for. Where rules arrive, the style of every element they
 * match is computed anew, once more for each name, and that of all elements within: 4 µs each (Chromium 156). So they are for the
 * elements of the blocks that hold mentions, told by tag within the closest element around the text that rules can name; for that
 * element itself where this were no less work; for `:root` where there is none to name.
 */
export function styleScopesOf(gathered: Gathered, mentions: readonly Mention[], document: Document, names: number): string[] {
  const around = nameableAround(gathered, document);
  if (!around) return [':root'];
  const [element, scope] = around;
  const tags = tagsOfBlocks(gathered, mentions, document);
  const matched = tags.reduce((sum, tag) => sum + element.getElementsByTagName(tag).length, 0);
  const selectors = tags.map((tag) => `${scope} ${tag}`);
  const isLess = tags.length > 0 && tags.length <= styleScopesAtMost && matched * (1 + names) < element.getElementsByTagName('*').length;
  return isLess && selectors.every((selector) => styleScope.test(selector)) ? selectors : [scope];
}

/** Tags of the blocks that hold mentions; none where one of them is out of reach of the document's rules. */
function tagsOfBlocks({ blocks }: Gathered, mentions: readonly Mention[], document: Document): string[] {
  const tags = new Set<string>();
  let index = 0;
  for (const { start } of mentions) {
    let block = blocks[index];
    while (block && block.endUtf16 <= start) block = blocks[(index += 1)];
    if (!block) break;
    if (block.element.getRootNode() !== document) return [];
    tags.add(block.element.localName);
  }
  return [...tags];
}

/** The closest element around a text that our rules can name, and its selector; null where it is in no document of ours or in several. */
function nameableAround(gathered: Gathered, document: Document): [Element, string] | null {
  let at = wholeOf(gathered);
  // A document's rules match nothing inside a shadow tree, but their highlights are inherited into it.
  for (let root = at?.getRootNode(); root && 'host' in root; root = at?.getRootNode()) at = (root as ShadowRoot).host;
  if (at?.ownerDocument !== document) return null;
  for (; at; at = at.parentNode) {
    if (at.nodeType !== Node.ELEMENT_NODE) continue;
    const { localName, id } = at as Element;
    for (const selector of [localName, `#${id}`]) if (styleScope.test(selector)) return [at as Element, selector];
  }
  return [document.documentElement, ':root'];
}

/** The smallest tree of one document that holds all blocks of a text; null where there are none, or in several documents. */
export function wholeOf({ blocks }: Gathered): Node | null {
  const first = blocks[0]?.element;
  const last = blocks.at(-1)?.element;
  if (!first?.isConnected || !last?.isConnected || first.getRootNode() !== last.getRootNode()) return null;
  const range = first.ownerDocument.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range.commonAncestorContainer;
}
