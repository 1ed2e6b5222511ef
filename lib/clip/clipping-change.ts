import { limits } from '../limits.ts';
import type { Clipping } from './schema.ts';

/** What a reader did to a clipping's note and tags: not what they then were, for another window may have changed them meanwhile. */
export interface ClippingChange {
  note?: string | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
}

/** The clipping with the change made, null where it changes nothing; tags beyond `limits.tagsPerClipping` are left out. */
export function withChange(clipping: Clipping, { note = clipping.note, addTags = [], removeTags = [] }: ClippingChange): Clipping | null {
  const kept = clipping.tags.filter((tag) => !removeTags.includes(tag));
  const tags = [...new Set([...kept, ...addTags])].slice(0, limits.tagsPerClipping);
  if (note === clipping.note && tags.join('\n') === clipping.tags.join('\n')) return null;
  return { ...clipping, note, tags };
}
