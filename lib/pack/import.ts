import { limits } from '../limits.ts';
import { refsOf } from './as-of.ts';
import { forbiddenKeys, jsonDepth } from './json-guard.ts';
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

/** `detail`: where or what, from the file: text of bounded length, to be shown as text. */
export type ImportResult = { ok: true; pack: PackFile } | { ok: false; reason: ImportRefusal; detail: string };

const detailUtf16 = 200;

/**
 * Reads a pack from a file of unknown origin: the whole of it is checked before anything is kept. Cheap checks come first,
 * so that a hostile file is refused before it is parsed. Pure; never throws. What stays, `cardAt` and the matcher can bear.
 */
export function readPackFile(bytes: Uint8Array): ImportResult {
  if (bytes.byteLength > limits.packBytes) return refuse('too-large', `${bytes.byteLength} bytes`);
  const text = decode(bytes);
  if (text === null) return refuse('not-text', 'not UTF-8');
  if (jsonDepth(text) > limits.jsonDepth) return refuse('too-deep', `more than ${limits.jsonDepth} levels`);
  const value = parse(text);
  if (value === undefined) return refuse('not-json', '');
  const key = forbiddenKeyIn(value);
  if (key !== null) return refuse('forbidden-key', key);
  const parsed = packFileSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('not-a-pack', issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : '');
  }
  return refusalOf(parsed.data) ?? { ok: true, pack: parsed.data };
}

function refuse(reason: ImportRefusal, detail: string): ImportResult {
  return { ok: false, reason, detail: detail.slice(0, detailUtf16) };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `undefined` where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Depth is bounded by then, so recursion is. */
function forbiddenKeyIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) return key;
    const found = forbiddenKeyIn(child);
    if (found !== null) return found;
  }
  return null;
}

function refusalOf(pack: PackFile): ImportResult | null {
  const ids = new Set<string>();
  for (const { id } of pack.entities) {
    if (ids.has(id)) return refuse('duplicate-id', id);
    ids.add(id);
  }
  const names = pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0);
  if (names > limits.packAliases) return refuse('too-many-names', String(names));
  for (const entity of pack.entities) {
    const unsourced = [...refsOf(entity)].find((ref) => !Object.hasOwn(pack.sources, ref));
    if (unsourced !== undefined) return refuse('unknown-source', `${entity.id}: ${unsourced}`);
    for (const { type, target } of entity.relations ?? []) {
      if (!ids.has(target)) return refuse('unknown-entity', `${entity.id}: ${target}`);
      if (!relationTypes.includes(type)) return refuse('unknown-relation', `${entity.id}: ${type}`);
    }
    const shown = [entity.name, ...(entity.names ?? []).map(({ text }) => text), ...entity.aliases.map(({ text }) => text)];
    const deceptive = shown.find(isDeceptive);
    if (deceptive !== undefined) return refuse('deceptive-name', `${entity.id}: ${JSON.stringify(deceptive)}`);
  }
  return null;
}

const formatOrControl = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const alphabets = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Arabic}/u];

/**
 * A name that could pass for another: with control, bidi or invisible characters (joiners, which Arabic and Persian
 * spelling needs, are allowed), or with letters of two alphabets in one word ("Аfrin" with a Cyrillic А).
 */
export function isDeceptive(name: string): boolean {
  if (formatOrControl.test(name)) return true;
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
}
