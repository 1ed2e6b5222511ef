import type { Clipping } from './schema.ts';

/**
 * Full-text search over the library. Each clipping is folded once into one string of words; a search is a plain scan,
 * which at 10,000 clippings costs less than the keystroke's own frame and needs no index to build, store or repair.
 */
export class LibrarySearch {
  private readonly folded = new Map<string, { of: Clipping; text: string }>();

  /** Ids of the clippings that hold a word beginning with each word of `query`; null for a query without words. */
  find(clippings: readonly Clipping[], query: string): Set<string> | null {
    const terms = searchTerms(query);
    if (terms.length === 0) return null;
    const hits = clippings.filter((clipping) => {
      const text = this.textOf(clipping);
      return terms.every((term) => text.includes(` ${term}`));
    });
    return new Set(hits.map((clipping) => clipping.id));
  }

  /** Folds clippings ahead of a search, giving the caller its turn back after each; stopping early costs nothing but time later. */
  *prepare(clippings: readonly Clipping[]): Generator<undefined, void> {
    for (const clipping of clippings) {
      this.textOf(clipping);
      yield;
    }
  }

  private textOf(clipping: Clipping): string {
    const kept = this.folded.get(clipping.id);
    if (kept?.of === clipping) return kept.text;
    const { selector, page, note, tags, entities } = clipping;
    const names = entities.map((entity) => entity.name);
    const parts = [selector.exact, note, ...tags, ...names, page.title, page.site ?? '', ...page.byline, page.url];
    const text = ` ${wordsOf(parts.join(' ')).map(fold).join(' ')}`;
    this.folded.set(clipping.id, { of: clipping, text });
    return text;
  }
}

/** The folded words of a query. */
export function searchTerms(query: string): string[] {
  return wordsOf(query).map(fold).filter((term) => term !== '');
}

/** `text` cut where a word begins with one of the terms, so that hits can be marked. */
export function markHits(text: string, terms: readonly string[]): { text: string; hit: boolean }[] {
  if (terms.length === 0) return [{ text, hit: false }];
  const pieces: { text: string; hit: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    if (!terms.some((term) => fold(match[0]).startsWith(term))) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;

function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/**
 * Case, diacritics and spelling habits folded away: é = e, ı = i, ß = ss, Arabic vowel signs, hamza carriers, tatweel,
 * final ya and ta marbuta as most readers type them.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .toLowerCase()
    .replace(/[ıßآأإٱىةؤئ]/g, (letter) => spellings[letter] ?? letter);
}

const spellings: Record<string, string> = { ı: 'i', ß: 'ss', آ: 'ا', أ: 'ا', إ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' };
