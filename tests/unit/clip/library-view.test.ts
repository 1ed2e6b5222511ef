import { describe, expect, test } from 'vitest';
import { facetsOf, libraryView, noFilter, type LibrarySort } from '../../../lib/clip/library-view.ts';
import { aClipping } from '../../support/clipping.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';

const ids = (sort: LibrarySort, clippings = clippingShelf) => libraryView(clippings, noFilter, sort, null).map(({ id }) => Number(id.slice(-1)));

describe('the view of the library', () => {
  test.each<[LibrarySort, number[]]>([
    ['saved-new', [1, 2, 3, 4, 5]],
    ['saved-old', [5, 4, 3, 2, 1]],
    ['article-new', [1, 2, 3, 4, 5]],
    ['article-old', [5, 4, 3, 2, 1]],
  ])('sorts by %s', (sort, order) => {
    expect(ids(sort, [...clippingShelf].reverse())).toEqual(order);
  });

  test('puts undated articles last whichever way it sorts', () => {
    const undated = aClipping({ id: '3f0c6a52-6d0e-4b7e-9f1e-000000000009', page: { published: null } });
    expect(ids('article-new', [undated, ...clippingShelf]).at(-1)).toBe(9);
    expect(ids('article-old', [undated, ...clippingShelf]).at(-1)).toBe(9);
  });

  test('narrows by every field that is set, all at once', () => {
    const filter = { ...noFilter, entity: 'syria/afrin', tag: 'Afrin 2022', year: '2022', site: 'harbourpost.example' };
    expect(libraryView(clippingShelf, filter, 'saved-new', null)).toHaveLength(1);
    expect(libraryView(clippingShelf, { ...filter, state: 'gone' }, 'saved-new', null)).toHaveLength(0);
    expect(libraryView(clippingShelf, filter, 'saved-new', new Set())).toHaveLength(0);
  });

  test('narrows by the kind of what is named and by the year of saving', () => {
    expect(libraryView(clippingShelf, { ...noFilter, kind: 'person' }, 'saved-new', null).map(({ id }) => id)).toEqual([clippingShelf[1]?.id]);
    expect(libraryView(clippingShelf, { ...noFilter, saved: '2022' }, 'saved-new', null)).toHaveLength(3);
  });

  test('leaves the list it was given in its order', () => {
    const given = [...clippingShelf];
    libraryView(given, noFilter, 'saved-old', null);
    expect(given).toEqual(clippingShelf);
  });
});

describe('the facets', () => {
  const facets = facetsOf(clippingShelf);

  test('count names, tags and sites, the most frequent first', () => {
    expect(facets.names[0]).toMatchObject({ value: 'syria/hayat-tahrir-al-sham', kind: 'group', count: 5 });
    expect(facets.tags[0]).toMatchObject({ value: 'Afrin 2022', count: 3 });
    expect(facets.sites[0]).toMatchObject({ value: 'themeridian.example', count: 2 });
  });

  test('count a kind once a clipping, however many of it are named', () => {
    expect(facets.kinds[0]).toMatchObject({ value: 'group', count: 5 });
    expect(facets.savedYears.map(({ value, count }) => [value, count])).toEqual([['2025', 2], ['2022', 3]]);
  });

  test('give the years of the articles, the latest first, and what became of the excerpts', () => {
    expect(facets.years.map(({ value }) => value)).toEqual(['2025', '2022']);
    expect(facets.states).toEqual({ changed: 1, gone: 1 });
  });

  test('keep a tag named like a property of every object apart', () => {
    expect(facetsOf([aClipping({ tags: ['__proto__', 'constructor'] })]).tags.map(({ count }) => count)).toEqual([1, 1]);
  });
});
