import { z } from '../zod.ts';
import { clippingSchema, type Clipping } from './schema.ts';

const format = 'backgrounder-clippings';
/** Raised with every change of the clippings' shape that older versions cannot read. */
const version = 1;

const envelopeSchema = z.looseObject({ format: z.literal(format), version: z.int(), made: z.iso.datetime(), count: z.int(), clippings: z.array(z.unknown()) });
const rowSchema = z.strictObject({ check: z.string(), clipping: clippingSchema });

/**
 * The project's own backup: every field of every clipping as JSON, one a line with a check sum of its own, so that damage
 * can be named. `made` is an ISO 8601 instant.
 */
export function toBackup(clippings: readonly Clipping[], made: string): string {
  const rows = clippings.map((clipping) => {
    const row = JSON.stringify(clipping);
    return `{"check":"${checkSum(row)}","clipping":${row}}`;
  });
  return `{"format":"${format}","version":${version},"made":${JSON.stringify(made)},"count":${clippings.length},"clippings":[\n${rows.join(',\n')}\n]}\n`;
}

/** Why a file was refused as a whole. `damaged`: it is not what was written; `no-quotations`: annotations of something else; `where`: the line, or the clipping counted from 1. */
export interface Refusal {
  ok: false;
  reason: 'not-json' | 'not-a-backup' | 'newer' | 'damaged' | 'no-quotations';
  where: { line: number } | { clipping: number } | null;
}

/** All clippings of a backup, already parsed as JSON, exactly as they were, or none and the reason. */
export function fromBackup(parsed: unknown): { ok: true; clippings: Clipping[] } | Refusal {
  const envelope = envelopeSchema.safeParse(parsed);
  if (!envelope.success) return { ok: false, reason: 'not-a-backup', where: null };
  const { version: written, count, clippings: rows } = envelope.data;
  if (written > version) return { ok: false, reason: 'newer', where: null };
  const clippings: Clipping[] = [];
  const ids = new Set<string>();
  for (const raw of rows) {
    const row = rowSchema.safeParse(raw);
    // The sum is of what was read, key by key: an unknown key, or one called `__proto__`, changes it.
    const whole = row.success && checkSum(JSON.stringify((raw as { clipping: unknown }).clipping)) === row.data.check;
    if (!row.success || !whole || ids.has(row.data.clipping.id)) return { ok: false, reason: 'damaged', where: { clipping: clippings.length + 1 } };
    ids.add(row.data.clipping.id);
    clippings.push(row.data.clipping);
  }
  return clippings.length === count ? { ok: true, clippings } : { ok: false, reason: 'damaged', where: { clipping: clippings.length + 1 } };
}

/** The value of a JSON text; where there is none, the line of a backup that breaks off, null where every line is whole by itself. */
export function parseJson(json: string): { ok: true; value: unknown } | Refusal {
  const value = valueOf(json);
  if (value !== undefined) return { ok: true, value };
  const rows = json.trimEnd().split('\n').slice(1);
  const broken = rows.findIndex((row) => row !== ']}' && valueOf(row.replace(/,$/, '')) === undefined);
  return { ok: false, reason: 'not-json', where: broken < 0 ? null : { line: broken + 2 } };
}

/** Undefined, which JSON has no word for, where it is no JSON. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
