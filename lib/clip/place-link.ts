import type { Clipping, Selector } from './schema.ts';

/** Over this, or over several blocks, first and last words stand for the excerpt (URL Fragment Text Directives). */
const wholeUtf16 = 300;
const edgeWords = 6;
const contextWords = [3, 6, 12, 24] as const;
const uncheckedWords = 12;

/**
 * Words of context on either side, the fewest of 3, 6, 12 and 24, with which a link leads to the excerpt and nowhere else
 * in the text of the page (blocks parted by a line feed, white space collapsed); null where no context tells.
 */
export function wordsToLink(selector: Quote, pageText: string): number | null {
  const text = pageText.replaceAll('\n', ' ');
  return contextWords.find((count) => {
    const { start, end, prefix, suffix } = termsOf(selector, count);
    return isAlone(text, [prefix, start].filter(Boolean).join(' '), end === null ? suffix : '');
  }) ?? null;
}

/**
 * The address of a clipping's page with a text directive that leads to where it was last met, in whole words with their
 * context: to the new words where they changed. Of the page alone where it is gone or no context tells it from others.
 */
export function clippingLink({ page: { url }, selector, sighting }: Clipping): string {
  const isChanged = sighting?.state === 'changed' && sighting.now !== null;
  if (sighting?.state === 'gone' || (!isChanged && selector.linkWords === null)) return url;
  const count = (isChanged ? null : selector.linkWords) ?? uncheckedWords;
  const { start, end, prefix, suffix } = termsOf(isChanged ? { ...selector, exact: sighting.now ?? '' } : selector, count);
  if (start === '') return url;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${[prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`].filter(Boolean).join(',')}`;
}

type Quote = Pick<Selector, 'exact' | 'prefix' | 'suffix'>;

/** A directive's terms, with so many words of context. `end` is null where `start` is the whole excerpt. */
function termsOf(selector: Quote, count: number): { start: string; end: string | null; prefix: string; suffix: string } {
  const { start, end, before, after } = wordsOf(selector);
  return { start, end, prefix: before.split(' ').slice(-count).join(' '), suffix: after.split(' ').slice(0, count).join(' ') };
}

function wordsOf({ exact, prefix, suffix }: Quote): { start: string; end: string | null; before: string; after: string } {
  // A word cut by the selection is made whole: browsers look for whole words only.
  const head = /^[\p{L}\p{M}\p{N}]/u.test(exact) ? (/[\p{L}\p{M}\p{N}]+$/u.exec(prefix)?.[0] ?? '') : '';
  const tail = /[\p{L}\p{M}\p{N}]$/u.test(exact) ? (/^[\p{L}\p{M}\p{N}]+/u.exec(suffix)?.[0] ?? '') : '';
  const whole = `${head}${exact.trim()}${tail}`;
  const before = evened(lastBlock(prefix.slice(0, prefix.length - head.length)));
  const after = evened(firstBlock(suffix.slice(tail.length)));
  const blocks = whole.split('\n').map(evened).filter(Boolean);
  if (blocks.length <= 1 && whole.length <= wholeUtf16) return { start: evened(whole), end: null, before, after };
  const [first, last] = [(blocks[0] ?? '').split(' '), (blocks.at(-1) ?? '').split(' ')];
  return { start: first.slice(0, edgeWords).join(' '), end: last.slice(-edgeWords).join(' '), before, after };
}

/** A directive's context may stand in a neighbouring block, but not reach over two. A first word cut by the cap is left out. */
function lastBlock(text: string): string {
  const block = text.trimEnd().split('\n').at(-1) ?? '';
  return block.length === text.trimEnd().length ? block.replace(/^\S*\s/, '') : block;
}

function firstBlock(text: string): string {
  const block = text.trimStart().split('\n')[0] ?? '';
  return block.length === text.trimStart().length ? block.replace(/\s\S*$/, '') : block;
}

function isAlone(text: string, start: string, suffix: string): boolean {
  const places: number[] = [];
  for (let at = text.indexOf(start); at >= 0 && places.length < 2; at = text.indexOf(start, at + 1)) {
    if (text.slice(at + start.length).trimStart().startsWith(suffix)) places.push(at);
  }
  return places.length === 1;
}

function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
