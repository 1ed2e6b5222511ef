import { z } from '../zod.ts';
import type { PageFacts, TimeFact } from '../article/types.ts';
import { factLimits, headLimits, limits } from '../limits.ts';

/** An address as the page has it, tracking and all, or anything else it says in its place. */
export const addressText = z.string().max(limits.urlUtf16);
const text = z.string().max(headLimits.textUtf16);
const line = z.string().max(headLimits.lineUtf16);
const count = z.int().min(0);

const timeFactSchema: z.ZodType<TimeFact> = z.strictObject({
  machine: line.nullable(),
  text: line,
  itemprop: line.nullable(),
  label: line,
  lead: line,
  where: z.enum(['heading', 'article', 'elsewhere']),
});

/** What a page says of itself, as `readFacts` bounds it. */
export const pageFactsSchema: z.ZodType<PageFacts> = z.strictObject({
  url: addressText,
  canonical: addressText.nullable(),
  documentTitle: text,
  lang: line.nullable(),
  dir: line.nullable(),
  metas: z.array(z.tuple([text, text])).max(3 * headLimits.metas),
  jsonLd: z.array(z.string().max(headLimits.jsonLdUtf16)).max(headLimits.jsonLdUtf16),
  times: z.array(timeFactSchema).max(factLimits.times),
  heading: text.nullable(),
  nearHeading: z.array(line).max(factLimits.linesAfter + factLimits.linesBefore),
  shape: z.strictObject({
    paragraphs: count,
    proseUtf16: count,
    links: count,
    articleElements: count,
    articleMarkup: z.boolean(),
    dateline: z.boolean(),
    personal: z.boolean(),
  }),
});
