import { sortOf, type Sort } from './page-elements.ts';
import type { Block } from './types.ts';

/** One run of words between two block boundaries, before anyone chose whether it belongs to the article. */
export interface RawBlock {
  element: Element;
  role: Block['role'];
  text: string;
  /** Of which inside links. */
  linkedUtf16: number;
  beside: boolean;
  /** Index of the innermost box around it. */
  box: number;
  /** Its pieces are `[firstPiece, endPiece)`. */
  firstPiece: number;
  endPiece: number;
}

/** `length` units of a block's text, from `at` on, are those of `nodes[i]` from `from` on. Parallel arrays, in order. */
export interface Pieces {
  nodes: Text[];
  from: number[];
  at: number[];
  length: number[];
}

/** The block-level elements of the page as a tree in document order: box i holds the boxes `(i, end[i])`. */
export interface Boxes {
  elements: Element[];
  parent: number[];
  end: number[];
}

export interface PageBlocks {
  blocks: RawBlock[];
  pieces: Pieces;
  boxes: Boxes;
  /** Shadow roots and frames' documents read: trees that nobody sees who watches the document alone. */
  innerTrees: Node[];
  /** Elements hidden by an attribute, whose text would count if they were shown; the first hundred. */
  veiled: Element[];
}

interface Frame {
  element: Element;
  /** Next child to visit, or the list that stands for the children of a slot. */
  next: Node | null;
  list: Node[] | null;
  box: number;
  blockElement: Element;
  role: Block['role'];
  beside: boolean;
  linked: boolean;
  isBlock: boolean;
}

const space = /[\t\n\f\r \u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** For replacing only: `replace` moves `lastIndex`, on which the search above goes by. */
const eachSpace = new RegExp(space);
const needsCollapsing = /[\t\n\f\r\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}/;
const words = /[^\t\n\f\r \u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Each is watched by itself. */
const veiledAtMost = 100;

export interface BlockReader {
  /** Visits up to `count` nodes; true when the whole page has been read. */
  advance(count: number): boolean;
  readonly read: PageBlocks;
}

/**
 * Reads all blocks of text under `root`, a part at a time, in linear time and without changing or laying out anything. The
 * page may change between two parts: a place that has gone is left for its nearest surviving ancestor.
 */
export function readBlocks(root: Element): BlockReader {
  const read: PageBlocks = {
    blocks: [],
    pieces: { nodes: [], from: [], at: [], length: [] },
    boxes: { elements: [], parent: [], end: [] },
    innerTrees: [],
    veiled: [],
  };
  const { blocks, pieces, boxes, innerTrees, veiled } = read;
  const stack: Frame[] = [];
  let open: RawBlock | null = null;
  let lineBreaks = 0;
  const paragraphs = root.getElementsByTagName('p').length;
  /** Each costs a look through the subtree: pages nested out of spite stay linear. */
  let rescues = 4;

  function enter(element: Element, sort: Sort, around: Frame | undefined): void {
    const isBlock = sort !== 'inline' && sort !== 'link';
    if (isBlock) closeBlock();
    const box = isBlock ? boxes.elements.push(element) - 1 : (around?.box ?? 0);
    if (isBlock) {
      boxes.parent.push(around?.box ?? -1);
      boxes.end.push(box + 1);
    }
    const { shadowRoot } = element;
    if (shadowRoot) innerTrees.push(shadowRoot);
    stack.push({
      element,
      next: (shadowRoot ?? element).firstChild,
      list: null,
      box,
      blockElement: isBlock ? element : (around?.blockElement ?? element),
      role: roleOf(element, sort, around?.role ?? 'prose'),
      beside: sort === 'beside' || (around?.beside ?? false),
      linked: sort === 'link' || (around?.linked ?? false),
      isBlock,
    });
  }

  function leave(frame: Frame): void {
    stack.pop();
    if (!frame.isBlock) return;
    closeBlock();
    boxes.end[frame.box] = boxes.elements.length;
  }

  function visit(element: Element, frame: Frame): void {
    const sort = sortOf(element);
    if (sort === 'closed') return;
    if (sort === 'veiled') {
      if (veiled.length < veiledAtMost && !frame.beside) veiled.push(element);
    } else if (sort === 'break') {
      lineBreaks += 1;
      if (lineBreaks > 1) closeBlock();
    } else if (sort === 'frame') {
      const body = bodyOf(element as HTMLIFrameElement);
      if (!body) return;
      innerTrees.push(body);
      enter(body, 'block', frame);
    } else if (sort === 'slot') {
      const assigned = assignedTo(element);
      enter(element, 'inline', frame);
      const own = stack.at(-1);
      if (own && assigned.length > 0) own.list = assigned.reverse();
    } else enter(element, sort === 'doubtful' ? settle(element, frame) : sort, frame);
  }

  /** A "sidebar container" may hold the whole page: what has most of its paragraphs is not beside it. */
  function settle(element: Element, frame: Frame): Sort {
    if (frame.beside || rescues === 0 || element.getElementsByTagName('p').length * 2 <= paragraphs) return 'beside';
    rescues -= 1;
    return 'block';
  }

  function append(node: Text, frame: Frame): void {
    const data = node.data;
    if (!words.test(data)) {
      if (open && lineBreaks === 0 && data !== '' && !open.text.endsWith(' ')) addPiece(open, node, 0, 1, ' ');
      return;
    }
    open ??= {
      element: frame.blockElement,
      role: frame.role,
      text: '',
      linkedUtf16: 0,
      beside: frame.beside,
      box: frame.box,
      firstPiece: pieces.nodes.length,
      endPiece: 0,
    };
    // A lone line break parts words, two part blocks.
    if (lineBreaks > 0 && open.text !== '' && !open.text.endsWith(' ')) open.text += ' ';
    lineBreaks = 0;
    const before = open.text.length;
    if (needsCollapsing.test(data)) appendCollapsed(open, node, data);
    else {
      const from = data.startsWith(' ') && (open.text === '' || open.text.endsWith(' ')) ? 1 : 0;
      addPiece(open, node, from, data.length - from, from === 0 ? data : data.slice(from));
    }
    if (frame.linked) open.linkedUtf16 += open.text.length - before;
  }

  function appendCollapsed(block: RawBlock, node: Text, data: string): void {
    let from = 0;
    space.lastIndex = 0;
    for (let gap = space.exec(data); gap; gap = space.exec(data)) {
      const atStart = gap.index === from && (block.text === '' || block.text.endsWith(' '));
      if (atStart) from = space.lastIndex;
      else if (gap[0].length > 1) {
        addPiece(block, node, from, gap.index + 1 - from, plain(data.slice(from, gap.index + 1)));
        from = space.lastIndex;
      }
    }
    if (from < data.length) addPiece(block, node, from, data.length - from, plain(data.slice(from)));
  }

  function addPiece(block: RawBlock, node: Text, from: number, length: number, text: string): void {
    pieces.nodes.push(node);
    pieces.from.push(from);
    pieces.at.push(block.text.length);
    pieces.length.push(length);
    block.text += text;
  }

  function closeBlock(): void {
    lineBreaks = 0;
    if (!open) return;
    if (open.text.endsWith(' ')) open.text = open.text.slice(0, -1);
    open.endPiece = pieces.nodes.length;
    blocks.push(open);
    open = null;
  }

  enter(root, 'block', undefined);

  return {
    read,
    advance(count) {
      for (let left = count; left > 0; left -= 1) {
        const frame = stack.at(-1);
        if (!frame) return true;
        const node = frame.list ? (frame.list.pop() ?? null) : frame.next;
        if (!node) leave(frame);
        else {
          // After a change between two parts the remembered child may have moved away; its old place is not known.
          if (!frame.list) frame.next = node.nextSibling;
          if (node.nodeType === 3) append(node as Text, frame);
          else if (node.nodeType === 1) visit(node as Element, frame);
        }
      }
      return stack.length === 0;
    },
  };
}

function plain(text: string): string {
  return text.replace(eachSpace, ' ');
}

function roleOf(element: Element, sort: Sort, around: Block['role']): Block['role'] {
  if (sort === 'heading') return 'heading';
  if (sort === 'caption') return 'caption';
  // A figure may hold a quotation or a table; those are not its caption.
  return element.localName === 'blockquote' || element.localName === 'table' ? 'prose' : around;
}

/** What is shown in a slot of a shadow root: the host's children of its name; none: the slot's own content. */
function assignedTo(slot: Element): Node[] {
  const { host } = slot.getRootNode() as Partial<ShadowRoot>;
  const name = slot.getAttribute('name') ?? '';
  return [...(host?.childNodes ?? [])].filter((node) => (node.nodeType === 1 ? ((node as Element).getAttribute('slot') ?? '') === name : node.nodeType === 3 && name === ''));
}

/** The body of a frame of the same origin; null for any other, and before it has loaded. */
export function bodyOf(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    return frame.contentDocument?.body ?? null;
  } catch {
    return null;
  }
}
