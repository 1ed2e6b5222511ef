import { useEffect, useState } from 'preact/hooks';
import { backupReminder, type LibraryMemory } from '../clip/library-memory.ts';
import type { Clipping } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import { reportError } from '../report-error.ts';
import { ledger } from './ledger.ts';

export interface BackupCare {
  /** Null: none is due. */
  reminder: ReturnType<typeof backupReminder>;
  /** To be called once a backup has been handed over. */
  backedUp: () => void;
  later: () => void;
}

/** When to remind of a backup of `clippings`; null while they are not known. */
export function useBackupCare(clippings: readonly Clipping[] | null): BackupCare {
  const [memory, setMemory] = useState<LibraryMemory | null>(null);
  useEffect(() => {
    ledger.read().then(setMemory, (error: unknown) => reportError('backup-reminder', error));
  }, [clippings === null]);
  const remember = (change: Partial<LibraryMemory>) => {
    setMemory((known) => known && { ...known, ...change });
    ledger.held(() => ledger.change(() => change)).catch((error: unknown) => reportError('backup-reminder', error));
  };
  const now = new Date();
  return {
    reminder: memory && clippings && backupReminder(memory, clippings, now.toISOString()),
    backedUp: () => remember({ backedUpAt: new Date().toISOString(), remindAfter: null }),
    later: () => remember({ remindAfter: new Date(now.getTime() + limits.backupRemindAgainDays * 86_400_000).toISOString() }),
  };
}
