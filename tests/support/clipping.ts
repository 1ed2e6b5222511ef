import type { Clipping } from '../../lib/clip/schema.ts';

/** A valid clipping; `change` replaces top-level fields, `selector` and `page` are merged. */
export function aClipping(change: Partial<Omit<Clipping, 'selector' | 'page'>> & { selector?: Partial<Clipping['selector']>; page?: Partial<Clipping['page']> } = {}): Clipping {
  const { selector, page, ...rest } = change;
  return {
    id: '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1c01',
    selector: { exact: 'The parties met in Sochi.', prefix: 'Before. ', suffix: ' After.', position: { start: 8, end: 33 }, textVersion: 1, ...selector },
    page: {
      url: 'https://example.org/news/1',
      barUrl: 'https://example.org/news/1?a=b',
      title: 'A title',
      byline: ['Hani Al Salem'],
      site: 'Example Press',
      published: '2022-09-23',
      publishedFrom: 'json-ld datePublished',
      lang: 'en',
      dir: 'ltr',
      ...page,
    },
    entities: [],
    packVersions: { syria: '1' },
    note: '',
    tags: [],
    capturedAt: '2026-11-24T10:00:00.000Z',
    editedAt: '2026-11-24T10:00:00.000Z',
    sighting: null,
    ...rest,
  };
}
