import type { Clipping } from '../schema.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';

/** W3C Web Annotation (Recommendation of 23 February 2017) as JSON-LD: an annotation page, one annotation a clipping, the article's facts as Dublin Core on its source. */
export function toWebAnnotations(clippings: readonly Clipping[]): string {
  return `${JSON.stringify({ '@context': context, id: 'urn:backgrounder:clippings', type: 'AnnotationPage', items: clippings.map(annotationOf) }, null, 2)}\n`;
}

function annotationOf({ id, selector, page, note, tags, capturedAt, editedAt }: Clipping): Record<string, unknown> {
  const { exact, prefix, suffix, position } = selector;
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: note ? 'commenting' : 'highlighting',
    created: capturedAt,
    modified: editedAt,
    body: [
      ...(note ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }] : []),
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value })),
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: page.url,
        type: 'Text',
        format: 'text/html',
        ...(page.lang && { language: page.lang }),
        textDirection: page.dir,
        'dc:title': page.title,
        'dc:creator': page.byline,
        ...(page.site && { 'dc:publisher': page.site }),
        ...(page.published && { 'dcterms:issued': page.published }),
      },
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        ...(position ? [{ type: 'TextPositionSelector', ...position }] : []),
      ],
      state: { type: 'TimeState', sourceDate: capturedAt },
    },
  };
}
