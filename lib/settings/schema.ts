import { z } from '../zod.ts';
import { limits } from '../limits.ts';
import { idSchema, kinds } from '../pack/schema.ts';
import { languages } from './languages.ts';

const rule = z.strictObject({
  /** Missing: as the wider level says. */
  on: z.boolean().optional(),
  /** The reader's own verdict on whether this is news. */
  news: z.enum(['always', 'never']).optional(),
});
export type Rule = z.infer<typeof rule>;

/** What a reader chose. Sites are host names without `www.`, pages are canonical addresses. */
export const settingsSchema = z.strictObject({
  version: z.literal(1),
  everywhere: z.boolean(),
  sites: z.record(z.string().max(255), rule),
  pages: z.record(z.string().max(limits.urlUtf16), rule),
  kinds: z.record(z.enum(kinds), z.boolean()),
  /** First mention on the page, in each block, or every one. */
  density: z.enum(['page', 'block', 'all']),
  /** Paint common-knowledge entities (states, capitals) too. */
  common: z.boolean(),
  dwellMs: z.int().min(200).max(1500),
  underline: z.enum(['line', 'dots', 'none']),
  theme: z.enum(['auto', 'light', 'dark']),
  /** Of the interface; `auto`: as the browser's. */
  language: z.enum(['auto', ...languages]).default('auto'),
  since: z.enum(['closed', 'open', 'never']),
  muted: z.array(z.strictObject({ pack: idSchema, entity: idSchema })),
  /** Ids of packs that are turned off. */
  packsOff: z.array(idSchema).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;
