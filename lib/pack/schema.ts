import { z } from '../zod.ts';
import { limits } from '../limits.ts';
import { isPartialDate } from './dates.ts';
import { forbiddenKeys } from './json-guard.ts';

/** The format of a pack's source files. One entity a file; sources in files by publisher; `pack.json` on top. */

export const entityTypes = [
  'person',
  'armed-group',
  'organisation',
  'media',
  'place',
  'military-operation',
  'event',
  'agreement',
  'state',
  'government-body',
  'concept',
] as const;
export type EntityType = (typeof entityTypes)[number];

/** The seven kinds a reader tells apart by hue, icon and word, and can turn off one by one. */
export const kinds = ['person', 'group', 'place', 'operation', 'agreement', 'state', 'concept'] as const;
export type Kind = (typeof kinds)[number];

/** What a publisher is, so that a card can say so beside each statement. */
export const natures = [
  'media',
  'agency',
  'state-outlet',
  'party',
  'official',
  'research',
  'rights-group',
  'encyclopaedia',
  'blog',
] as const;
export type Nature = (typeof natures)[number];

export const languages = ['en', 'ar', 'tr', 'ku', 'ru', 'fr', 'de', 'fa', 'zh'] as const;

const text = z.string().trim().min(1).max(limits.packTextUtf16);
export const idSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  // Ids become keys of objects.
  .refine((id) => !forbiddenKeys.has(id), 'an id that is no word of the language itself');
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a real day of the calendar from 1000 to 2999. */
export const partialDateSchema = z.string().refine(isPartialDate, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
/** `file/key`: the item `key` of `sources/file.json`. */
export const sourceRefSchema = z.string().regex(/^[a-z0-9-]+\/[a-z0-9.-]+$/, 'a source as file/key');
const sourceRefs = z.array(sourceRefSchema).min(1, 'a statement needs at least one source');
export const webUrlSchema = z
  .string()
  .max(limits.urlUtf16)
  .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), 'an http(s) address');

export const sourcesFileSchema = z.strictObject({
  publisher: text,
  nature: z.enum(natures),
  /** Which party to the conflict, which state: shown where `nature` alone would not tell. */
  about: text.optional(),
  items: z.record(
    z.string().regex(/^[a-z0-9.-]+$/),
    z.strictObject({
      title: text,
      url: webUrlSchema,
      date: partialDateSchema.optional(),
      lang: z.string().optional(),
      /** A copy, a translation, an inferred date. */
      note: text.optional(),
    }),
  ),
});
export type SourcesFile = z.infer<typeof sourcesFileSchema>;

/** Who disputes a statement, or what is shaky about it ("claim by a party to the conflict"). */
export const contestedSchema = z.strictObject({ text, by: text.optional(), sources: sourceRefs.optional() });

export const factSchema = z
  .strictObject({
    text,
    /** Either a day (month, year) … */
    date: partialDateSchema.optional(),
    /** … or a stretch, `to` inclusive; without `to` it went on to the pack's end. */
    from: partialDateSchema.optional(),
    to: partialDateSchema.optional(),
    sources: sourceRefs,
    contested: contestedSchema.optional(),
  })
  .refine((fact) => (fact.date === undefined) !== (fact.from === undefined), 'a fact has either date or from');
export type Fact = z.infer<typeof factSchema>;

export const designationSchema = z.strictObject({
  by: text,
  as: text,
  from: partialDateSchema.optional(),
  /** Missing: no end is known up to the pack's end. */
  end: z
    .strictObject({
      /** Day on which it ceased to have effect; null: it ended, or was to end, on a day that is not known. */
      date: partialDateSchema.nullable(),
      /** Day on which the end was announced, where that is another day or the only one known. */
      announced: partialDateSchema.optional(),
      /** Takes the place of `note` once the end is announced. */
      note: text.optional(),
    })
    .refine((end) => end.date !== null || end.announced !== undefined, 'an end needs a day, or the day it was announced')
    .optional(),
  /** About the listing as it began: it is read on every day of it. */
  note: text.optional(),
  sources: sourceRefs,
});
export type Designation = z.infer<typeof designationSchema>;

export const summarySchema = z.strictObject({
  /** First and last day it is true on; missing: since the beginning, to the pack's end. */
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
  text,
  sources: sourceRefs,
});

/** One question on which accounts differ, each position with its holder; shown at equal size, in the order given. */
export const disputeSchema = z.strictObject({
  question: text,
  positions: z
    .array(z.strictObject({ holder: text, text, date: partialDateSchema.optional(), sources: sourceRefs }))
    .min(2),
});

export const aliasKinds = ['name', 'acronym', 'transliteration', 'native', 'former-name', 'short'] as const;
export const aliasSchema = z.strictObject({
  text: z.string().trim().min(2).max(limits.aliasUtf16),
  lang: z.enum(languages),
  /** `short`: a surname or short form, trusted only after the full name it stands for, or with `requires` met. */
  kind: z.enum(aliasKinds),
  caseSensitive: z.boolean().optional(),
  /** At least one of these near the mention or on the page. */
  requires: z.array(text).optional(),
  /** None of these near the mention. */
  not: z.array(text).optional(),
  /** The name was in use for this entity between these; used to tell apart two bearers, and hidden above the seam before `from`. */
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
});
export type Alias = z.infer<typeof aliasSchema>;

export const relationSchema = z.strictObject({
  /** From the vocabulary in `relations.ts`, read "this entity <type> target". Declared once; the inverse is derived. */
  type: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  target: idSchema,
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
  sources: sourceRefs.optional(),
});

export const entitySchema = z.strictObject({
  id: idSchema,
  type: z.enum(entityTypes),
  /** Specific to the pack's story and in need of explaining, or common knowledge (states, capitals, world bodies). */
  salience: z.enum(['specific', 'common']),
  /** The name the card leads with where `names` does not say otherwise for the date. */
  name: text,
  /** What it was called when, if that changed. */
  names: z.array(z.strictObject({ text, from: partialDateSchema.optional(), to: partialDateSchema.optional() })).optional(),
  /** First and last day of existence as far as known; missing ends are open. */
  exists: z.strictObject({ from: partialDateSchema.optional(), to: partialDateSchema.optional() }).optional(),
  aliases: z.array(aliasSchema).max(limits.packAliasesPerEntity),
  /** With hindsight: for a card whose article date is unknown. */
  gloss: text,
  summaries: z.array(summarySchema),
  facts: z.array(factSchema),
  designations: z.array(designationSchema).optional(),
  disputes: z.array(disputeSchema).optional(),
  relations: z.array(relationSchema).optional(),
  /** Known from one report only: a dotted line, and the card says so. */
  reportOnly: z.boolean().optional(),
  /** What it is easily taken for, in words. */
  distinguish: z.array(text).optional(),
  place: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), approx: z.boolean().optional() })
    .optional(),
});
export type Entity = z.infer<typeof entitySchema>;

export const packManifestSchema = z.strictObject({
  id: idSchema,
  title: text,
  description: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The pack's own end: nothing later is known to it. */
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isPartialDate),
  licence: text,
  credits: z.array(text).optional(),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** A source as a card shows it. */
export const sourceSchema = z.strictObject({
  publisher: text,
  nature: z.enum(natures),
  about: text.optional(),
  title: text,
  url: webUrlSchema,
  date: partialDateSchema.optional(),
  note: text.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** What was wrong in an earlier version and is right in this one, newest first. */
export const correctionsFileSchema = z.strictObject({
  corrections: z.array(
    z.strictObject({
      date: partialDateSchema,
      /** Version that was the first to have it right. */
      version: z.string().regex(/^\d+\.\d+\.\d+$/),
      entity: idSchema,
      was: text,
      is: text,
      sources: sourceRefs,
    }),
  ),
});
export type CorrectionsFile = z.infer<typeof correctionsFileSchema>;

/** A line to draw, nothing else: numbers and the commands of an SVG path. */
export const outlineSchema = z.strictObject({
  viewBox: z.string().regex(/^-?[\d.]+( -?[\d.]+){3}$/),
  path: z.string().max(limits.packOutlineUtf16).regex(/^[MLHVZmlhvz\d\s.,-]*$/),
  /** The pack's places that lie on it, in units of the view box. */
  points: z.record(idSchema, z.strictObject({ x: z.number(), y: z.number() })),
});

/** One file that holds a whole pack: what the build bundles, what a reader imports and exports. */
export const packFileSchema = z.strictObject({
  format: z.literal(1),
  manifest: packManifestSchema,
  /** By `file/key`. */
  sources: z.record(sourceRefSchema, sourceSchema),
  entities: z.array(entitySchema).max(limits.packEntities),
  /** Outlines of states by entity id, projected when the pack was built. */
  outlines: z.record(idSchema, outlineSchema).optional(),
});
export type PackFile = z.infer<typeof packFileSchema>;

export const kindOf: Readonly<Record<EntityType, Kind>> = {
  person: 'person',
  'armed-group': 'group',
  organisation: 'group',
  media: 'group',
  place: 'place',
  'military-operation': 'operation',
  event: 'operation',
  agreement: 'agreement',
  state: 'state',
  'government-body': 'state',
  concept: 'concept',
};
