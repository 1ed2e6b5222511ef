import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LibrarySearch, markHits, searchTerms } from '../../../lib/clip/search.ts';
import { aClipping } from '../../support/clipping.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';

const search = new LibrarySearch();
const found = (query: string, exact: string) => search.find([aClipping({ selector: { exact } })], query)?.size === 1;

describe('searching the library', () => {
  test.each([
    ['erdogan', 'Recep Tayyip Erdoğan'],
    ['ERDOĞAN', 'erdogan said'],
    ['istanbul', 'İstanbul and IĞDIR'],
    ['igdir', 'İstanbul and IĞDIR'],
    ['turkiy', 'Türkiye'],
    ['strasse', 'Straße'],
    ['liberation', 'la libération'],
    ['сирия', 'Сирия'],
    ['ادلب', 'غادرت نحو إدلب'],
    ['الجماعة', 'الجماعه'],
    ['تحرير', 'تَحْرِير'],
    ['hêzên', 'hezen'],
    ['sir', 'Sirte'],
    ['sham hay', 'Hayat Tahrir al-Sham'],
  ])('finds “%s” in “%s”', (query, text) => {
    expect(found(query, text)).toBe(true);
  });

  test.each([
    ['rte', 'Sirte'],
    ['hayat idlib', 'Hayat Tahrir al-Sham'],
  ])('does not find “%s” in “%s”', (query, text) => {
    expect(found(query, text)).toBe(false);
  });

  test('looks into notes, tags, names, titles, outlets, bylines and addresses', () => {
    for (const query of ['unnamed', 'foreign fighters', 'Turkish intelligence', 'rulers', 'Meridian', 'Hani', 'idlib-talks']) {
      expect(search.find(clippingShelf, query)?.size, query).toBeGreaterThan(0);
    }
  });

  test('sees a note that was just changed', () => {
    const before = aClipping();
    expect(search.find([before], 'corrected')?.size).toBe(0);
    expect(search.find([{ ...before, note: 'corrected' }], 'corrected')?.size).toBe(1);
  });

  test('gives no verdict on a query without words', () => {
    expect(search.find(clippingShelf, ' -- ')).toBeNull();
  });
});

describe('marking hits', () => {
  test('marks whole words that begin with a term', () => {
    expect(markHits('The HTS men, not THTS', searchTerms('hts'))).toEqual([
      { text: 'The ', hit: false },
      { text: 'HTS', hit: true },
      { text: ' men, not THTS', hit: false },
    ]);
  });

  test('loses nothing of the text, whatever is searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        expect(markHits(text, searchTerms(query)).map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
