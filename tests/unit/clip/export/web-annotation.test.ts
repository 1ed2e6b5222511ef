import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { toWebAnnotations } from '../../../../lib/clip/export/web-annotation.ts';
import { readImport } from '../../../../lib/clip/import/read-import.ts';
import { annotationContext } from '../../../support/annotation-context.ts';
import { anyClippings } from '../../../support/any-clipping.ts';
import { aClipping } from '../../../support/clipping.ts';

const oa = 'http://www.w3.org/ns/oa#';
const dc = 'http://purl.org/dc/elements/1.1/';
type Expanded = Record<string, ({ '@id'?: string; '@value'?: unknown } & Record<string, unknown>)[]> & { '@id'?: string };
const newId = () => '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff';
const now = '2026-11-24T12:00:00.000Z';

async function expanded(json: string): Promise<Expanded[]> {
  const documentLoader = (url: string) => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked for ${url}`);
    return Promise.resolve({ documentUrl: url, document: annotationContext });
  };
  const [page] = (await jsonld.expand(JSON.parse(json) as object, { documentLoader })) as Expanded[];
  return (page?.['http://www.w3.org/ns/activitystreams#items']?.[0]?.['@list'] ?? []) as Expanded[];
}

const within = (node: unknown, ...path: string[]) => path.reduce<Expanded | undefined>((at, step) => at?.[step]?.[0] as Expanded | undefined, node as Expanded);
const values = (node: Expanded | undefined, term: string) => (node?.[term] ?? []).map((one) => one['@value']);

describe('W3C annotations', () => {
  it('say the same to a JSON-LD processor', async () => {
    await fc.assert(
      fc.asyncProperty(anyClippings, async (clippings) => {
        const annotations = await expanded(toWebAnnotations(clippings));
        expect(annotations).toHaveLength(clippings.length);
        for (const [at, { id, selector, page, note, tags, capturedAt }] of clippings.entries()) {
          const annotation = annotations[at];
          expect(annotation?.['@id']).toBe(`urn:uuid:${id}`);
          const target = within(annotation, `${oa}hasTarget`);
          const source = within(target, `${oa}hasSource`);
          const [quote, place] = (target?.[`${oa}hasSelector`] ?? []) as unknown as Expanded[];
          expect(quote?.['@type']).toEqual([`${oa}TextQuoteSelector`]);
          expect([values(quote, `${oa}exact`), values(quote, `${oa}prefix`), values(quote, `${oa}suffix`)]).toEqual([[selector.exact], [selector.prefix], [selector.suffix]]);
          expect([values(place, `${oa}start`), values(place, `${oa}end`)]).toEqual([[selector.position?.start], [selector.position?.end]]);
          expect(source?.['@id']).toBe(page.url);
          expect(values(source, `${dc}title`)).toEqual([page.title]);
          expect(values(source, `${dc}creator`)).toEqual(page.byline);
          expect(values(source, `${dc}publisher`)).toEqual(page.site ? [page.site] : []);
          expect(values(source, 'http://purl.org/dc/terms/issued')).toEqual(page.published ? [page.published] : []);
          expect(values(within(target, `${oa}hasState`), `${oa}sourceDate`)).toEqual([capturedAt]);
          const bodies = ((annotation?.[`${oa}hasBody`] ?? []) as unknown as Expanded[]).flatMap((body) => values(body, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value'));
          expect(bodies).toEqual([...(note ? [note] : []), ...tags]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('come back as they left, but for names, the address in the bar, how the date was found and what else the page said', () => {
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        const read = readImport(toWebAnnotations(clippings), { newId, now });
        const expected = clippings.map((one) => ({ ...one, entities: [], packVersions: {}, selector: { ...one.selector, rivals: undefined, linkWords: undefined }, page: { ...one.page, site: one.page.site || null, byline: one.page.byline, publishedFrom: 'import' } }));
        expect(read).toEqual({ ok: true, from: 'annotations', clippings: expected, skipped: 0 });
      }),
    );
  });

  it('are read from other programs too: one alone, a list, a collection, a text as body, an id that is no UUID', () => {
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://notes.example/a/1',
      type: 'Annotation',
      bodyValue: 'Compare.',
      target: { source: 'https://example.org/news/1', selector: { type: 'TextQuoteSelector', exact: 'The parties met.' } },
    };
    for (const file of [annotation, [annotation], { type: 'AnnotationCollection', first: { items: [annotation] } }]) {
      const read = readImport(JSON.stringify(file), { newId, now });
      expect(read).toMatchObject({ ok: true, skipped: 0, clippings: [{ id: newId(), note: 'Compare.', capturedAt: now, selector: { exact: 'The parties met.', prefix: '', position: null } }] });
    }
  });

  it.each([
    ['an address that is no web page', { target: { source: 'javascript:alert(1)', selector: { type: 'TextQuoteSelector', exact: 'x' } } }],
    ['no quotation', { target: 'https://example.org/' }],
    ['an excerpt over the cap', { target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact: 'x'.repeat(30_000) } } }],
  ])('with %s are skipped and counted', (_, odd) => {
    const good = JSON.parse(toWebAnnotations([aClipping()])) as { items: object[] };
    good.items.push({ type: 'Annotation', ...odd });
    expect(readImport(JSON.stringify(good), { newId, now })).toMatchObject({ ok: true, skipped: 1, clippings: [{ id: aClipping().id }] });
    expect(readImport(JSON.stringify([{ type: 'Annotation', ...odd }]), { newId, now })).toMatchObject({ ok: false, reason: 'no-quotations' });
  });
});
