import type { PageBlocks, RawBlock } from './read-blocks.ts';

/** Words enough for a paragraph; a shorter one counts if it ends like a sentence. */
const paragraphUtf16 = 80;
const sentenceUtf16 = 20;
const sentenceEnd = /[.!?…。！？؟۔।:]["'”’»)\]]*$/;
/** Less prose than this is not an article: the whole page is read instead. */
const articleUtf16 = 250;

/**
 * The blocks that make up the article: headline, standfirst and body. Where a page has no article, all its blocks but
 * menus, ads and the like. In document order; linear, yielding now and then.
 */
export function* chooseArticle(page: PageBlocks): Generator<undefined, RawBlock[]> {
  const main = page.blocks.filter((block) => !block.beside);
  return (yield* articleAmong(page, main)) ?? (yield* articleAmong(page, page.blocks)) ?? main.filter((block) => isOwnText(block) || manyWords(block));
}

/** Blocks or boxes weighed between two looks at the clock. */
const weighedAPart = 2_000;

function* articleAmong(page: PageBlocks, blocks: RawBlock[]): Generator<undefined, RawBlock[] | null> {
  const { elements, parent, end } = page.boxes;
  const weight = new Array<number>(elements.length).fill(0);
  const paragraphs = new Array<number>(elements.length).fill(0);
  const heaviest = new Array<number>(elements.length).fill(-1);
  for (const [index, block] of blocks.entries()) {
    if (index % weighedAPart === weighedAPart - 1) yield undefined;
    const worth = worthOf(block);
    if (worth === 0) continue;
    weight[block.box] = at(weight, block.box) + worth;
    paragraphs[block.box] = at(paragraphs, block.box) + 1;
  }
  let marked = -1;
  // Children come after their parents: one pass from the end sums up whole trees.
  for (let box = elements.length - 1; box > 0; box -= 1) {
    if (box % weighedAPart === 0) yield undefined;
    const own = at(weight, box);
    if (own === 0) continue;
    const above = at(parent, box);
    weight[above] = at(weight, above) + own;
    paragraphs[above] = at(paragraphs, above) + at(paragraphs, box);
    const rival = at(heaviest, above);
    if (rival < 0 || own >= at(weight, rival)) heaviest[above] = box;
    if (isMarkedBody(elements[box]) && (marked < 0 || own >= at(weight, marked))) marked = box;
  }
  if (at(weight, 0) < articleUtf16) return null;

  let container = 0;
  if (marked >= 0 && at(weight, marked) >= 0.3 * at(weight, 0)) container = marked;
  else
    for (let inside = false; ; ) {
      inside ||= elements[container]?.localName === 'article';
      const next = at(heaviest, container);
      // A page has much beside its article, an article little beside its body.
      if (next < 0 || at(paragraphs, next) < 2 || at(weight, next) < (inside ? 0.9 : 0.65) * at(weight, container)) break;
      container = next;
    }

  yield undefined;
  const first = blocks.findIndex((block) => block.box >= container);
  const body = blocks.filter((block) => block.box >= container && block.box < at(end, container) && (isOwnText(block) || isHeadline(block)));
  return [...headOf(blocks, first, body.some(isHeadline)), ...body];
}

/** Headline and what stands between it and the body: standfirst, captions, the first lines of a body kept in two parts. */
function headOf(blocks: RawBlock[], first: number, hasHeadline: boolean): RawBlock[] {
  if (hasHeadline) return [];
  const headline = blocks.findLastIndex((block, index) => index < first && isHeadline(block));
  if (headline < 0) return [];
  return blocks.slice(headline, first).filter((block, index) => index === 0 || (isOwnText(block) && (worthOf(block) > 0 || block.role === 'caption' || manyWords(block))));
}

function worthOf(block: RawBlock): number {
  if (block.role !== 'prose') return 0;
  const own = block.text.length - block.linkedUtf16;
  if (own < sentenceUtf16 || own < block.linkedUtf16) return 0;
  return own >= paragraphUtf16 || sentenceEnd.test(block.text) ? own : 0;
}

function isOwnText(block: RawBlock): boolean {
  return block.linkedUtf16 * 2 <= block.text.length;
}

function isHeadline(block: RawBlock): boolean {
  return block.element.localName === 'h1';
}

function manyWords(block: RawBlock): boolean {
  return block.text.split(' ', 5).length === 5 || block.text.length > 40;
}

function isMarkedBody(element: Element | undefined): boolean {
  return element !== undefined && /(?:^|\s)articleBody(?:$|\s)/.test(element.getAttribute('itemprop') ?? '');
}

function at(numbers: number[], index: number): number {
  return numbers[index] ?? 0;
}
