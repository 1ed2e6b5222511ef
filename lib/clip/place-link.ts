import type { Clipping, Selector } from './schema.ts';

/** Over this, or over several blocks, first and last words stand for the excerpt (URL Fragment Text Directives). */
const wholeUtf16 = 300;
const edgeWords = 6;
const contextWords = [3, 6, 12, 24] as const;

/**
 * The page's address with a text directive that leads to the excerpt, in whole words with their context. Where the
 * page's text is known the least context is taken that leads nowhere else; null where no context does. Without the text
 * it takes twelve words on either side.
 */
export function placeLink(url: string, selector: Pick<Selector, 'exact' | 'prefix' | 'suffix'>, pageText: string | null): string | null {
  const { start, end, before, after } = wordsOf(selector);
  if (start === '') return url;
  const text = pageText === null ? null : evened(pageText);
  for (const count of text === null ? [12] : contextWords) {
    const prefix = before.split(' ').slice(-count).join(' ');
    const suffix = after.split(' ').slice(0, count).join(' ');
    const alone = text === null || isAlone(text, [prefix, start].filter(Boolean).join(' '), end === null ? suffix : '');
    if (alone) return `${url}${url.includes('#') ? '' : '#'}:~:text=${[prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`].filter(Boolean).join(',')}`;
  }
  return null;
}

/** Leads to a clipping where it was last met: to the new words where they changed, to the page alone where it is gone. */
export function clippingLink({ page, selector, sighting }: Clipping): string {
  if (sighting?.state === 'gone') return page.url;
  const exact = sighting?.state === 'changed' && sighting.now !== null ? sighting.now : selector.exact;
  return placeLink(page.url, { ...selector, exact }, null) ?? page.url;
}

function wordsOf({ exact, prefix, suffix }: Pick<Selector, 'exact' | 'prefix' | 'suffix'>): { start: string; end: string | null; before: string; after: string } {
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
