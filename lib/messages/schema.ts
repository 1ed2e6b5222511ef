import { z } from '../zod.ts';
import type { Article } from '../article/types.ts';
import { clippingDraftSchema, sightingSchema, type Clipping } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import type { LookedUp } from '../match/look-up.ts';
import type { MatchReply } from '../match/types.ts';
import type { Card } from '../pack/card.ts';
import { idSchema } from '../pack/schema.ts';
import { languages, type Sentences } from '../settings/languages.ts';
import { pageFactsSchema, addressText } from './page-facts.ts';
import { styleScope, styleScopesAtMost } from './style-scope.ts';

/**
 * Every request a page script or an extension page may send to the background: one schema each, its reply's type beside
 * it. `page` requests are open to our own content scripts; nothing else is.
 */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ref = z.strictObject({ pack: idSchema, entity: idSchema });
const tags = z.array(z.string().max(limits.tagUtf16)).max(limits.tagsPerClipping);

export const requestSchema = z.discriminatedUnion('type', [
  /** The gate's verdict on the page it runs in; the background then injects the overlay, or not. */
  z.strictObject({
    type: z.literal('page-seen'),
    url: addressText,
    canonical: addressText.nullable(),
    news: z.strictObject({ is: z.boolean(), kind: z.enum(['article', 'live', 'front', 'other']), why: z.array(z.string().max(100)).max(20) }),
  }),
  /** What the page says of itself, to be judged. */
  z.strictObject({ type: z.literal('read-article'), facts: pageFactsSchema }),
  /** One part of a page's text; the reply to the last part holds the mentions, the others `null`. */
  z.strictObject({
    type: z.literal('scan'),
    scan: z.uuid(),
    part: z.int().min(0),
    parts: z.int().min(1).max(1000),
    text: z.string().max(limits.scanPartUtf16),
    page: z.strictObject({
      title: z.string().max(limits.titleUtf16),
      lang: z.string().max(limits.langTagUtf16).nullable(),
      day: day.nullable(),
      site: z.string().max(255).nullable(),
    }),
    /** What an earlier scan of this page told; JSON. */
    memory: z.looseObject({ version: z.literal(1) }).nullable(),
  }),
  /** The rules that paint our highlights, put into the tab's documents: something is to be painted. */
  z.strictObject({ type: z.literal('styles'), scopes: z.array(z.string().regex(styleScope)).min(1).max(styleScopesAtMost), names: z.array(z.string().max(40)).max(100) }),
  /** The script with cards and clippings, put beside the overlay that asks. */
  z.strictObject({ type: z.literal('surfaces') }),
  /** The interface's sentences, for a page whose reader wants another language than the browser's. */
  z.strictObject({ type: z.literal('sentences'), language: z.enum(languages) }),
  /** Cards of entities for a day; null day: none is known. */
  z.strictObject({
    type: z.literal('cards'),
    entities: z.array(ref).max(limits.itemsPerMessage),
    day: day.nullable(),
    basis: z.enum(['article', 'reader', 'none']),
  }),
  /** How many clippings name each of these. */
  z.strictObject({ type: z.literal('clipped-counts'), entities: z.array(ref).max(limits.itemsPerMessage) }),
  z.strictObject({ type: z.literal('save-clipping'), draft: clippingDraftSchema }),
  z.strictObject({ type: z.literal('remove-clipping'), id: z.uuid() }),
  z.strictObject({ type: z.literal('restore-clipping'), id: z.uuid() }),
  z.strictObject({ type: z.literal('clippings-of-page'), url: addressText, barUrl: addressText }),
  z.strictObject({ type: z.literal('clippings-seen'), sightings: z.array(z.strictObject({ id: z.uuid(), sighting: sightingSchema })).max(limits.itemsPerMessage) }),
  z.strictObject({ type: z.literal('mention-count'), count: z.int().min(0) }),
  z.strictObject({ type: z.literal('mute'), entity: ref, muted: z.boolean() }),
  z.strictObject({ type: z.literal('open'), what: z.enum(['library', 'brief', 'options', 'note', 'own-name']), clipping: z.uuid().optional(), entity: ref.optional() }),
]);

/** What only the extension's own pages may ask. */
export const extensionRequestSchema = z.discriminatedUnion('type', [
  /** Puts the overlay on a tab now, whatever the gate said: the reader asked for it. */
  z.strictObject({ type: z.literal('annotate'), tabId: z.int() }),
  /** Names like `text` in all packs that are on. */
  z.strictObject({ type: z.literal('look-up'), text: z.string().max(limits.lookUpUtf16) }),
  /** A pack, or one of the reader's own names, was added, changed or removed. */
  z.strictObject({ type: z.literal('packs-changed') }),
  /** Note and tags of a clipping; written by the background, so that it is done also when the page that asks is being closed. */
  z.strictObject({
    type: z.literal('edit-clipping'),
    id: z.uuid(),
    change: z.strictObject({ note: z.string().max(limits.noteUtf16).optional(), addTags: tags.optional(), removeTags: tags.optional() }),
  }),
]);

export type Request = z.infer<typeof requestSchema> | z.infer<typeof extensionRequestSchema>;
export type RequestOf<T extends Request['type']> = Extract<Request, { type: T }>;

/** What the background answers to each request when it could be carried out. */
export interface Replies {
  'page-seen': null;
  'read-article': Article;
  /** `again`: the worker was restarted and lost earlier parts; send all of them anew. */
  scan: MatchReply | { again: true } | null;
  styles: null;
  surfaces: null;
  sentences: Sentences;
  /** In the order asked for; unknown entities are left out. */
  cards: Card[];
  /** In the order asked for. */
  'clipped-counts': number[];
  /** The stored row's id; a repeated excerpt gives the id of the one already there. */
  'save-clipping': { id: string; already: boolean };
  'remove-clipping': null;
  'restore-clipping': null;
  'clippings-of-page': Clipping[];
  'clippings-seen': null;
  'mention-count': null;
  mute: null;
  open: null;
  /** Whether the overlay is there now: false where no script may run. */
  annotate: boolean;
  /** Best first. */
  'look-up': LookedUp[];
  /** When pages will find it. */
  'packs-changed': null;
  'edit-clipping': null;
}

export type Reason = 'bad-request' | 'refused' | 'storage-full' | 'storage-failed' | 'storage-newer' | 'private-window' | 'gone' | 'failed';
export type Reply<T extends Request['type']> = { ok: true; value: Replies[T] } | { ok: false; reason: Reason };
