import { z } from '../zod.ts';
import { limits } from '../limits.ts';

const instant = z.iso.datetime();

/** What is remembered of the library outside its database, so that a database the browser lost or emptied is noticed. */
export const libraryMemorySchema = z.strictObject({
  version: z.literal(1),
  /** Clippings there must be at least: raised after each save, lowered before each removal. */
  expected: z.int().min(0),
  backedUpAt: instant.nullable(),
  /** The reader asked not to be reminded before. */
  remindAfter: instant.nullable(),
});
export type LibraryMemory = z.infer<typeof libraryMemorySchema>;

export const noMemory: LibraryMemory = { version: 1, expected: 0, backedUpAt: null, remindAfter: null };

/** When the last backup was, where a reminder is due: a month after it, or after the first clipping where there was none. Null: none is due. */
export function backupReminder(
  { backedUpAt, remindAfter }: LibraryMemory,
  clippings: readonly { capturedAt: string; editedAt: string }[],
  now: string,
): { last: string | null } | null {
  if (clippings.length === 0 || (remindAfter !== null && now < remindAfter)) return null;
  if (backedUpAt !== null && clippings.every(({ editedAt }) => editedAt <= backedUpAt)) return null;
  const since = backedUpAt ?? clippings.reduce((oldest, { capturedAt }) => (capturedAt < oldest ? capturedAt : oldest), now);
  const days = Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000);
  return days >= limits.backupRemindDays ? { last: backedUpAt } : null;
}
