import { limits } from '../limits.ts';
import { refsOf } from './as-of.ts';
import { forbiddenKeys, jsonDepth } from './json-guard.ts';
import { lineAt, lineOfPath } from './json-place.ts';
import { relationTypes } from './relations.ts';
import { packFileSchema, type PackFile } from './schema.ts';

export type ImportRefusal =
  | 'too-large'
  | 'not-text'
  | 'too-deep'
  | 'not-json'
  | 'forbidden-key'
  | 'not-a-pack'
  | 'too-many-names'
  | 'duplicate-id'
  | 'unknown-source'
  | 'unknown-entity'
  | 'unknown-relation'
  | 'deceptive-name';

/**
 * `detail`: what it is about, as the file has it: text of bounded length, to be shown as text; may be empty. `line`: where
 * it stands, 1-based; null where the file as a whole is meant.
 */
export interface Refused {
  ok: false;
  reason: ImportRefusal;
  detail: string;
  line: number | null;
}
/** Why a file's pack is not in use; `detail` and `line` as above. */
export interface NotImported extends Omit<Refused, 'reason'> {
  reason:
    | ImportRefusal
    /** The bundled pack of this id is newer. */
    | 'older-edition'
    /** The id is that of the reader's own names. */
    | 'reserved-id'
    /** Another file is being imported. */
    | 'busy'
    | 'storage-full'
    | 'storage-failed'
    | 'cancelled';
}

/** How far an import is: `done` of `total` entities, both 0 while a step cannot tell. */
export interface ImportProgress {
  step: 'check' | 'index' | 'write' | 'verify';
  done: number;
  total: number;
}

/** Where the adding of a file stands. `file`: its name. */
export type ImportState =
  | { is: 'idle' }
  | { is: 'running'; file: string; progress: ImportProgress }
  | { is: 'done'; title: string; entities: number }
  | { is: 'failed'; file: string; failure: NotImported };

export type ImportResult = { ok: true; pack: PackFile } | Refused;

type Path = readonly PropertyKey[];
interface Fault {
  reason: ImportRefusal;
  detail: string;
  path: Path;
}

const detailUtf16 = 200;

/**
 * Reads a pack from a file of unknown origin: the whole of it is checked before anything is kept. Cheap checks come first,
 * so that a hostile file is refused before it is parsed. Pure; never throws. What stays, `cardAt` and the matcher can bear.
 */
export function readPackFile(bytes: Uint8Array): ImportResult {
  if (bytes.byteLength > limits.packBytes) return refuse('too-large', `${bytes.byteLength} bytes`, null);
  const text = decode(bytes);
  if (text === null) return refuse('not-text', 'not UTF-8', null);
  if (jsonDepth(text) > limits.jsonDepth) return refuse('too-deep', `more than ${limits.jsonDepth} levels`, null);
  const read = parse(text);
  if (!read.ok) return refuse('not-json', '', read.line);
  const key = forbiddenKeyIn(read.value, []);
  const checked = key ?? checkShape(read.value);
  const fault = 'pack' in checked ? contentFault(checked.pack) : checked;
  if (fault) return refuse(fault.reason, fault.detail, lineOfPath(text, fault.path));
  return { ok: true, pack: (checked as { pack: PackFile }).pack };
}

function refuse(reason: ImportRefusal, detail: string, line: number | null): Refused {
  return { ok: false, reason, detail: detail.slice(0, detailUtf16), line };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `line`: where it stops being JSON, as the engine tells it; the last where the engine says that the text ends too soon. */
function parse(text: string): { ok: true; value: unknown } | { ok: false; line: number } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const [, line, position] = /line (\d+)|position (\d+)/.exec(String(error)) ?? [];
    if (line !== undefined) return { ok: false, line: Number(line) };
    return { ok: false, line: lineAt(text, position === undefined ? text.length : Number(position)) };
  }
}

/** Depth is bounded by then, so recursion is. */
function forbiddenKeyIn(value: unknown, path: Path): Fault | null {
  if (typeof value !== 'object' || value === null) return null;
  const isList = Array.isArray(value);
  for (const [key, child] of Object.entries(value)) {
    const place = [...path, isList ? Number(key) : key];
    if (forbiddenKeys.has(key)) return { reason: 'forbidden-key', detail: key, path: place };
    const found = forbiddenKeyIn(child, place);
    if (found) return found;
  }
  return null;
}

function checkShape(value: unknown): { pack: PackFile } | Fault {
  const parsed = packFileSchema.safeParse(value);
  if (parsed.success) return { pack: parsed.data };
  const [issue] = parsed.error.issues;
  const path = issue ? [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])] : [];
  return { reason: 'not-a-pack', detail: issue ? `${nameOf(value, issue.path)}: ${issue.message}` : '', path };
}

/** A place as an editor would say it: by the entity's id where there is one, not by its number. */
function nameOf(value: unknown, path: Path): string {
  const [list, number, ...rest] = path;
  const id = list === 'entities' && typeof number === 'number' ? (value as { entities: { id?: unknown }[] }).entities[number]?.id : undefined;
  return (typeof id === 'string' ? [id, ...rest] : path).map(String).join('.');
}

/** The first statement, name or tie that points nowhere or deceives; null: there is none. */
function contentFault(pack: PackFile): Fault | null {
  const ids = new Set(pack.entities.map(({ id }) => id));
  if (isDeceptive(pack.manifest.title)) return { reason: 'deceptive-name', detail: JSON.stringify(pack.manifest.title), path: ['manifest', 'title'] };
  const names = pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0);
  if (names > limits.packAliases) return { reason: 'too-many-names', detail: String(names), path: [] };
  const seen = new Set<string>();
  for (const [index, entity] of pack.entities.entries()) {
    const fault = (reason: ImportRefusal, detail: string, ...path: Path): Fault => ({ reason, detail, path: ['entities', index, ...path] });
    if (seen.has(entity.id)) return fault('duplicate-id', entity.id, 'id');
    seen.add(entity.id);
    const unsourced = [...refsOf(entity)].find((ref) => !Object.hasOwn(pack.sources, ref));
    if (unsourced !== undefined) return fault('unknown-source', `${entity.id}: ${unsourced}`);
    for (const [at, { type, target }] of (entity.relations ?? []).entries()) {
      if (!ids.has(target)) return fault('unknown-entity', `${entity.id}: ${target}`, 'relations', at);
      if (!relationTypes.includes(type)) return fault('unknown-relation', `${entity.id}: ${type}`, 'relations', at);
    }
    const shown = [entity.name, ...(entity.names ?? []).map(({ text }) => text), ...entity.aliases.map(({ text }) => text)];
    const deceptive = shown.find(isDeceptive);
    if (deceptive !== undefined) return fault('deceptive-name', `${entity.id}: ${JSON.stringify(deceptive)}`);
  }
  return null;
}

// Control, line and invisible characters, and Hangul's fillers; joiners are allowed: Arabic and Persian spelling needs them.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|(?![\u200c\u200d])\p{Cf}/u;
const alphabets = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Arabic}/u];

/**
 * A name that could pass for another: with control, bidi or invisible characters, or with letters of two alphabets in one
 * word ("Аfrin" with a Cyrillic А).
 */
export function isDeceptive(name: string): boolean {
  if (unseen.test(name)) return true;
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
}
