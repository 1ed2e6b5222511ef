import { fromBackup, parseJson, type Refusal } from '../backup.ts';
import type { Clipping } from '../schema.ts';
import { fromWebAnnotations } from './web-annotations.ts';

/** What a file holds: all of it, or the reason why nothing is taken. `skipped`: annotations without a quotation of a web page. */
export type ReadImport = { ok: true; from: 'backup' | 'annotations'; clippings: Clipping[]; skipped: number } | Refusal;

/** Reads a backup or a file of W3C annotations, told apart by what is in it. */
export function readImport(json: string, making: { newId(): string; now: string }): ReadImport {
  const parsed = parseJson(json.replace(/^\ufeff/, ''));
  if (!parsed.ok) return parsed;
  const annotations = fromWebAnnotations(parsed.value, making);
  if (annotations) return annotations.clippings.length > 0 ? { ok: true, from: 'annotations', ...annotations } : { ok: false, reason: 'no-quotations', where: null };
  const backup = fromBackup(parsed.value);
  return backup.ok ? { ok: true, from: 'backup', clippings: backup.clippings, skipped: 0 } : backup;
}
