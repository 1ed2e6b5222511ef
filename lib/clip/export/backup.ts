import { z } from 'zod';
import { clippingSchema, type Clipping } from '../schema.ts';

const format = 'backgrounder-clippings';
/** Raised with every change of the clippings' shape that older versions cannot read. */
const version = 1;

const envelopeSchema = z.looseObject({ format: z.literal(format), version: z.int(), check: z.string(), clippings: z.array(z.unknown()) });

/** The project's own backup: every field of every clipping, with a check sum, as JSON. `made` is an ISO 8601 instant. */
export function toBackup(clippings: readonly Clipping[], made: string): string {
  const rows = JSON.stringify(clippings);
  return `{"format":"${format}","version":${version},"made":${JSON.stringify(made)},"check":"${checkSum(rows)}","clippings":${rows}}\n`;
}

/** Why a backup was refused as a whole. `damaged`: it is not what was written, at `where`. */
export type BackupRead = { ok: true; clippings: Clipping[] } | { ok: false; reason: 'not-json' | 'not-a-backup' | 'newer' | 'damaged'; where: string | null };

/** All clippings of a backup exactly as they were, or none and the reason. */
export function fromBackup(json: string): BackupRead {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { ok: false, reason: 'not-json', where: null };
  }
  const envelope = envelopeSchema.safeParse(parsed);
  if (!envelope.success) return { ok: false, reason: 'not-a-backup', where: null };
  if (envelope.data.version > version) return { ok: false, reason: 'newer', where: null };
  const clippings = z.array(clippingSchema).safeParse(envelope.data.clippings);
  if (!clippings.success) return { ok: false, reason: 'damaged', where: clippings.error.issues[0]?.path.join('.') ?? null };
  if (checkSum(JSON.stringify(envelope.data.clippings)) !== envelope.data.check) return { ok: false, reason: 'damaged', where: null };
  if (new Set(clippings.data.map(({ id }) => id)).size < clippings.data.length) return { ok: false, reason: 'damaged', where: 'id' };
  return { ok: true, clippings: clippings.data };
}

/** FNV-1a and a second sum that also counts the place of each unit: finds damage, not forgery. */
function checkSum(text: string): string {
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ (text.charCodeAt(at) + at), 0x85ebca6b) ^ (two >>> 15);
  }
  return (one >>> 0).toString(16).padStart(8, '0') + (two >>> 0).toString(16).padStart(8, '0');
}
