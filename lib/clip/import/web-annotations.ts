import { limits } from '../../limits.ts';
import { clippingSchema, type Clipping } from '../schema.ts';
import { textVersion } from '../text-version.ts';

type Json = Record<string, unknown>;
interface Making {
  newId(): string;
  /** ISO 8601, UTC: when a file does not tell. */
  now: string;
}

/**
 * Clippings from a file of W3C annotations, ours or others': those with a quotation and a web address; the rest is
 * counted as skipped. Ids that are no UUID are made anew. Names are not in this format. Null where it holds no annotation.
 */
export function fromWebAnnotations(parsed: unknown, making: Making): { clippings: Clipping[]; skipped: number } | null {
  const items = itemsOf(parsed);
  if (items.length === 0) return null;
  const ids = new Set<string>();
  const clippings = items.map((item) => clippingOf(item, making, ids)).filter((clipping) => clipping !== null);
  return { clippings, skipped: items.length - clippings.length };
}

function itemsOf(parsed: unknown): Json[] {
  if (Array.isArray(parsed)) return parsed.filter(isAnnotation);
  if (!isObject(parsed)) return [];
  if (isAnnotation(parsed)) return [parsed];
  return itemsOf(parsed['items'] ?? (isObject(parsed['first']) ? parsed['first']['items'] : undefined) ?? parsed['@graph']);
}

function isAnnotation(value: unknown): value is Json {
  return isObject(value) && (listOf(value['type']).includes('Annotation') || value['target'] !== undefined);
}

function clippingOf(item: Json, { newId, now }: Making, ids: Set<string>): Clipping | null {
  const target = listOf(item['target']).find(isObject) ?? {};
  const source = isObject(target['source']) ? target['source'] : { id: target['source'] ?? target['id'] };
  const selectors = listOf(target['selector']).filter(isObject);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  const place = selectors.find(({ type }) => type === 'TextPositionSelector');
  const bodies = listOf(item['body']).map((body) => (typeof body === 'string' ? { value: body } : body)).filter(isObject);
  const isTag = ({ purpose }: Json) => purpose === 'tagging';
  const url = textOf(source['id']);
  const created = instantOf(item['created']) ?? now;
  const checked = clippingSchema.safeParse({
    id: freshId(item['id'], newId, ids),
    selector: {
      exact: textOf(quote['exact']),
      prefix: textOf(quote['prefix']).slice(-limits.quoteContextUtf16),
      suffix: textOf(quote['suffix']).slice(0, limits.quoteContextUtf16),
      position: positionOf(place),
      textVersion,
    },
    page: {
      url,
      barUrl: url,
      title: textOf(source['dc:title']).slice(0, limits.titleUtf16),
      byline: listOf(source['dc:creator']).map(textOf).filter(Boolean).slice(0, limits.bylinePeople),
      site: textOf(source['dc:publisher']) || null,
      published: textOf(source['dcterms:issued']).slice(0, 10) || null,
      publishedFrom: 'import',
      lang: textOf(source['language']) || null,
      dir: source['textDirection'] === 'rtl' ? 'rtl' : 'ltr',
    },
    entities: [],
    packVersions: {},
    note: [...bodies.filter((body) => !isTag(body)).map(({ value }) => textOf(value)), textOf(item['bodyValue'])].filter(Boolean).join('\n\n'),
    tags: bodies.filter(isTag).map(({ value }) => textOf(value)).filter(Boolean),
    capturedAt: created,
    editedAt: instantOf(item['modified']) ?? created,
    sighting: null,
  });
  return checked.success ? checked.data : null;
}

/** The annotation's own UUID, the first time it is met in the file; else a new one. */
function freshId(iri: unknown, newId: () => string, ids: Set<string>): string {
  const own = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(textOf(iri))?.[1]?.toLowerCase();
  const id = own === undefined || ids.has(own) ? newId() : own;
  ids.add(id);
  return id;
}

function positionOf(place: Json | undefined): { start: number; end: number } | null {
  const [start, end] = [place?.['start'], place?.['end']];
  return isOffset(start) && isOffset(end) ? { start, end } : null;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
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
