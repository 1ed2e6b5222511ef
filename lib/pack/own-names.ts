import { z } from '../zod.ts';
import { limits } from '../limits.ts';
import { isDeceptive } from './import.ts';
import { entityTypes, partialDateSchema, webUrlSchema, type Alias, type Entity, type PackFile, type PackManifest, type Source } from './schema.ts';

/** The pack that the reader's own names make; no file may take its place. */
export const ownPackId = 'my-names';

const nameText = z.string().trim().min(2).max(limits.aliasUtf16).refine((text) => !isDeceptive(text), 'a name of visible letters of one alphabet');
const text = z.string().trim().min(1).max(limits.packTextUtf16);

/** What the reader fills in: a name, what it is in one line, and the page it was met on. */
export const ownNameDraftSchema = z.strictObject({
  name: nameText,
  otherNames: z.array(nameText).max(limits.ownOtherNames),
  type: z.enum(entityTypes),
  line: text,
  source: z.strictObject({
    outlet: text,
    title: text,
    url: webUrlSchema,
    /** The article's day; null: not known. */
    date: partialDateSchema.nullable(),
  }),
});
export type OwnNameDraft = z.infer<typeof ownNameDraftSchema>;

/** The parts of a name that can be filled in wrongly. */
export type OwnNameField = 'name' | 'otherNames' | 'line' | 'outlet' | 'title' | 'url' | 'date';
/** What came of saving a name: the fields at fault, or why it could not be stored. */
export type OwnNameOutcome = 'saved' | 'storage-full' | 'storage-failed' | OwnNameField[];

/** A name of the reader's own as it is stored. Instants are ISO 8601. */
export interface OwnName extends OwnNameDraft {
  id: string;
  addedAt: string;
  editedAt: string;
}

/**
 * The reader's names as a pack: what a card says of one is its line, which holds from the day of the page it was met on;
 * on an earlier article's card it stands among what came later. Null where there is none. `words`: title, description and
 * licence in the reader's language.
 */
export function ownPack(names: readonly OwnName[], words: Pick<PackManifest, 'title' | 'description' | 'licence'>): PackFile | null {
  const lastEdit = names.map(({ editedAt }) => editedAt.slice(0, 10)).reduce((a, b) => (a > b ? a : b), '');
  if (lastEdit === '') return null;
  return {
    format: 1,
    manifest: { id: ownPackId, ...words, version: '1.0.0', asOf: lastEdit },
    sources: Object.fromEntries(names.map((name) => [refOf(name), sourceOf(name)])),
    entities: names.map(entityOf),
  };
}

function refOf({ id }: OwnName): string {
  return `${ownPackId}/${id}`;
}

function sourceOf({ source: { outlet, title, url, date } }: OwnName): Source {
  return { publisher: outlet, nature: 'media', title, url, ...(date !== null && { date }) };
}

function entityOf(own: OwnName): Entity {
  const { id, type, name, otherNames, line, source } = own;
  const sources = [refOf(own)];
  return {
    id,
    type,
    salience: 'specific',
    name,
    aliases: [...new Set([name, ...otherNames])].map((text) => ({ text, lang: languageOf(text), kind: 'name' })),
    gloss: line,
    summaries: [{ text: line, sources, ...(source.date !== null && { from: source.date }) }],
    facts: source.date === null ? [] : [{ text: line, date: source.date, sources }],
  };
}

/** By its letters: which forms of a name are looked for hangs on it. */
function languageOf(name: string): Alias['lang'] {
  if (/\p{sc=Arabic}/u.test(name)) return 'ar';
  if (/\p{sc=Cyrillic}/u.test(name)) return 'ru';
  return /\p{sc=Han}/u.test(name) ? 'zh' : 'en';
}
