import { z } from '../zod.ts';
import { limits } from '../limits.ts';
import { idSchema, entityTypes, webUrlSchema } from '../pack/schema.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.iso.datetime();

/** W3C Web Annotation selectors over the gathered text: TextQuoteSelector and TextPositionSelector. */
export const selectorSchema = z.strictObject({
  exact: z.string().min(1).max(limits.quoteUtf16),
  prefix: z.string().max(limits.quoteContextUtf16),
  suffix: z.string().max(limits.quoteContextUtf16),
  /** UTF-16 units into the gathered text; null where no script could run. */
  position: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).nullable(),
  textVersion: z.int(),
  /** Other places of the whole page that may be taken for it, see `weighRivals`. Absent where nobody looked. */
  rivals: z.array(z.number()).max(limits.anchorPlaces).optional(),
  /** Words of context a link to it needs, see `wordsToLink`. Absent where nobody looked. */
  linkWords: z.int().min(0).max(100).nullable().optional(),
});
export type Selector = z.infer<typeof selectorSchema>;

/** The page as it presented itself when the excerpt was taken. */
export const clippedPageSchema = z.strictObject({
  /** Canonical address where trustworthy, and the one in the bar without tracking parameters. */
  url: webUrlSchema,
  barUrl: webUrlSchema,
  title: z.string().max(limits.titleUtf16),
  byline: z.array(z.string().max(limits.bylineUtf16)).max(limits.bylinePeople),
  site: z.string().max(limits.bylineUtf16).nullable(),
  published: day.nullable(),
  publishedFrom: z.string().max(limits.dateFromUtf16),
  lang: z.string().max(limits.langTagUtf16).nullable(),
  dir: z.enum(['ltr', 'rtl']),
});
export type ClippedPage = z.infer<typeof clippedPageSchema>;

/** An entity named in the excerpt, with what it was then, kept even if the pack goes. */
export const clippedEntitySchema = z.strictObject({
  pack: idSchema,
  entity: idSchema,
  name: z.string().max(limits.packTextUtf16),
  type: z.enum(entityTypes),
  summary: z.string().max(limits.packTextUtf16).nullable(),
});

/** How the excerpt was met when its page was last visited. */
export const sightingSchema = z.strictObject({
  state: z.enum(['anchored', 'changed', 'gone']),
  at: instant,
  /** Where `changed`: what the page says now. */
  now: z.string().max(limits.quoteUtf16).nullable(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** What a page asks to be saved. The id is made by the client, so that a retry is not a duplicate. */
export const clippingDraftSchema = z.strictObject({
  id: z.uuid(),
  selector: selectorSchema,
  page: clippedPageSchema,
  entities: z.array(z.strictObject({ pack: idSchema, entity: idSchema })).max(limits.entitiesPerClipping),
});
export type ClippingDraft = z.infer<typeof clippingDraftSchema>;

/** A row of the reader's own database. */
export const clippingSchema = z.strictObject({
  id: z.uuid(),
  selector: selectorSchema,
  page: clippedPageSchema,
  entities: z.array(clippedEntitySchema).max(limits.entitiesPerClipping),
  packVersions: z.record(idSchema, z.string()),
  note: z.string().max(limits.noteUtf16),
  tags: z.array(z.string().max(limits.tagUtf16)).max(limits.tagsPerClipping),
  capturedAt: instant,
  editedAt: instant,
  sighting: sightingSchema.nullable(),
});
export type Clipping = z.infer<typeof clippingSchema>;
