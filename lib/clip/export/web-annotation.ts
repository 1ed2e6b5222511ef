import { limits } from '../../limits.ts';
import { clippingSchema, type Clipping } from '../schema.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';

/** W3C Web Annotation JSON-LD: an annotation page, one annotation a clipping, the article's facts as Dublin Core on its source. */
export function toWebAnnotations(clippings: readonly Clipping[]): string {
  return JSON.stringify({ '@context': context, type: 'AnnotationPage', items: clippings.map(annotationOf) }, null, 2);
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

/** What came of reading a file of annotations. */
export type Imported = { ok: true; clippings: Clipping[]; skipped: number } | { ok: false; reason: 'not-json' | 'no-annotations' };

/**
 * Clippings from W3C annotations, ours or others': those with a quotation and a web address; the rest is counted as
 * skipped. Ids that are no UUID are made anew. Entities are not in this format.
 */
export function fromWebAnnotations(json: string, { newId, now }: { newId(): string; now: string }): Imported {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { ok: false, reason: 'not-json' };
  }
  const items = itemsOf(parsed);
  if (items.length === 0) return { ok: false, reason: 'no-annotations' };
  const clippings = items.map((item) => clippingOf(item, newId, now)).filter((clipping) => clipping !== null);
  return { ok: true, clippings, skipped: items.length - clippings.length };
}

type Json = Record<string, unknown>;

function itemsOf(parsed: unknown): Json[] {
  if (Array.isArray(parsed)) return parsed.filter(isObject);
  if (!isObject(parsed)) return [];
  if (isObject(parsed['first'])) return itemsOf(parsed['first']);
  if (Array.isArray(parsed['items'])) return parsed['items'].filter(isObject);
  return listOf(parsed['type']).includes('Annotation') ? [parsed] : [];
}

function clippingOf(item: Json, newId: () => string, now: string): Clipping | null {
  const target = listOf(item['target']).find(isObject) ?? {};
  const source = isObject(target['source']) ? target['source'] : { id: target['source'] ?? target['id'] };
  const selectors = listOf(target['selector']).filter(isObject);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  const place = selectors.find(({ type }) => type === 'TextPositionSelector');
  const bodies = listOf(item['body']).filter(isObject);
  const url = textOf(source['id']);
  const created = instantOf(item['created']) ?? now;
  const candidate = {
    id: /^urn:uuid:(.+)$/.exec(textOf(item['id']))?.[1] ?? newId(),
    selector: {
      exact: textOf(quote['exact']),
      prefix: textOf(quote['prefix']).slice(-limits.quoteContextUtf16),
      suffix: textOf(quote['suffix']).slice(0, limits.quoteContextUtf16),
      position: place ? { start: place['start'], end: place['end'] } : null,
      textVersion: 1,
    },
    page: {
      url,
      barUrl: url,
      title: textOf(source['dc:title']).slice(0, limits.titleUtf16),
      byline: listOf(source['dc:creator']).map(textOf).filter(Boolean).slice(0, 20),
      site: textOf(source['dc:publisher']) || null,
      published: textOf(source['dcterms:issued']).slice(0, 10) || null,
      publishedFrom: 'import',
      lang: textOf(source['language']) || null,
      dir: source['textDirection'] === 'rtl' ? 'rtl' : 'ltr',
    },
    entities: [],
    packVersions: {},
    note: bodies.filter(({ purpose }) => purpose !== 'tagging').map(({ value }) => textOf(value)).join('\n\n'),
    tags: bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => textOf(value)).filter(Boolean),
    capturedAt: created,
    editedAt: instantOf(item['modified']) ?? created,
    sighting: null,
  };
  const checked = clippingSchema.safeParse(candidate);
  return checked.success ? checked.data : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** ISO 8601 in UTC; null for what is no time. */
function instantOf(value: unknown): string | null {
  const ms = Date.parse(textOf(value));
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
