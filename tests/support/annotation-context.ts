/**
 * What the W3C's context for annotations (`http://www.w3.org/ns/anno.jsonld`) says of the terms used here, so that a
 * JSON-LD processor reads our files without a network.
 */
const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;
const reference = (name: string, type: '@id' | '@vocab' = '@id') => ({ '@id': oa(name), '@type': type });
const instant = (iri: string) => ({ '@id': iri, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' });

export const annotationContext = {
  '@context': {
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    id: '@id',
    type: '@type',
    Annotation: oa('Annotation'),
    AnnotationPage: 'http://www.w3.org/ns/activitystreams#OrderedCollectionPage',
    TextualBody: oa('TextualBody'),
    SpecificResource: oa('SpecificResource'),
    TextQuoteSelector: oa('TextQuoteSelector'),
    TextPositionSelector: oa('TextPositionSelector'),
    TimeState: oa('TimeState'),
    Text: 'http://purl.org/dc/dcmitype/Text',
    commenting: oa('commenting'),
    highlighting: oa('highlighting'),
    tagging: oa('tagging'),
    ltr: oa('ltrDirection'),
    rtl: oa('rtlDirection'),
    items: { '@id': 'http://www.w3.org/ns/activitystreams#items', '@type': '@id', '@container': '@list' },
    body: reference('hasBody'),
    target: reference('hasTarget'),
    source: reference('hasSource'),
    selector: reference('hasSelector'),
    state: reference('hasState'),
    motivation: reference('motivatedBy', '@vocab'),
    purpose: reference('hasPurpose', '@vocab'),
    textDirection: reference('textDirection', '@vocab'),
    exact: oa('exact'),
    prefix: oa('prefix'),
    suffix: oa('suffix'),
    start: oa('start'),
    end: oa('end'),
    sourceDate: instant(oa('sourceDate')),
    created: instant('http://purl.org/dc/terms/created'),
    modified: instant('http://purl.org/dc/terms/modified'),
    format: 'http://purl.org/dc/elements/1.1/format',
    language: 'http://purl.org/dc/elements/1.1/language',
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  },
};
