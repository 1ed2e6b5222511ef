import { useState } from 'preact/hooks';
import type { Refusal } from '../clip/backup.ts';
import { readImport } from '../clip/import/read-import.ts';
import { limits } from '../limits.ts';
import type { Added } from '../store/clippings.ts';
import type { ChangeOutcome, StoredClippings } from './stored-clippings.ts';

export type BroughtIn =
  | { is: 'reading' }
  | { is: 'refused'; file: string; reason: Refusal['reason'] | Exclude<ChangeOutcome, 'done'> | 'unreadable'; where: Refusal['where'] }
  | ({ is: 'done'; file: string; skipped: number } & Added);

/** Brings files into the library, all or nothing; `outcome` is the last one's until it is put away. */
export function useBringIn({ addAll }: Pick<StoredClippings, 'addAll'>): { outcome: BroughtIn | null; bringIn: (file: File) => void; putAway: () => void } {
  const [outcome, setOutcome] = useState<BroughtIn | null>(null);
  const bringIn = async (file: File) => {
    setOutcome({ is: 'reading' });
    setOutcome(await carryOver(file, addAll));
  };
  return { outcome, bringIn: (file) => void bringIn(file), putAway: () => setOutcome(null) };
}

async function carryOver(file: File, addAll: StoredClippings['addAll']): Promise<BroughtIn> {
  const refused = (reason: (BroughtIn & { is: 'refused' })['reason'], where: Refusal['where'] = null): BroughtIn => ({ is: 'refused', file: file.name, reason, where });
  const text = file.size > limits.importBytes ? null : await file.text().catch(() => null);
  if (text === null) return refused('unreadable');
  const read = readImport(text, { newId: () => crypto.randomUUID(), now: new Date().toISOString() });
  if (!read.ok) return refused(read.reason, read.where);
  const stored = await addAll(read.clippings, read.from === 'backup');
  return stored.ok ? { is: 'done', file: file.name, skipped: read.skipped, ...stored.value } : refused(stored.reason);
}
