import type { Block } from './types.ts';

/** A display headline needs no underline to be seen; a caption this short is a label. */
const headingPx = 32;
const captionWords = 4;

/** Computed style of the few elements that hold mentions; asked once an element for the lifetime of the object, which is one painting. */
export interface Sight {
  /** Whether it has a box. One that is transparent for now, to be faded in, has. */
  isShown(element: Element): boolean;
  /** Whether marks may stand in this block at all. */
  admits(block: Block, text: string): boolean;
  /** Whether a link around the element underlines it already. */
  isUnderlined(element: Element): boolean;
}

export function newSight(): Sight {
  const shown = new Map<Element, boolean>();
  const admitted = new Map<Block, boolean>();
  const underlined = new Map<Element, boolean>();
  return {
    isShown: (element) => remember(shown, element, () => element.checkVisibility()),
    admits: (block, text) =>
      remember(admitted, block, () => {
        if (block.role === 'caption') return text.slice(block.startUtf16, block.endUtf16).split(' ').length >= captionWords;
        return block.role !== 'heading' || parseFloat(getComputedStyle(block.element).fontSize) <= headingPx;
      }),
    isUnderlined: (element) =>
      remember(underlined, element, () => {
        const link = element.closest('a[href]');
        for (let at: Element | null = link && element; at; at = at === link ? null : at.parentElement) if (getComputedStyle(at).textDecorationLine.includes('underline')) return true;
        return false;
      }),
  };
}

function remember<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const old = known.get(key);
  if (old !== undefined) return old;
  const value = find();
  known.set(key, value);
  return value;
}
