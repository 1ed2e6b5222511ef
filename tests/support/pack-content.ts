import { compileMatcher } from '../../lib/match/compile.ts';
import type { Entity, PackFile } from '../../lib/pack/schema.ts';
import type { PackContent } from '../../lib/store/packs.ts';
import { makeEntity, manifest, source } from './pack.ts';

/** A small pack as a file has it. */
export function makePack(changes: Partial<PackFile> = {}): PackFile {
  return { format: 1, manifest, sources: { 'post/a': source }, entities: [makeEntity()], ...changes };
}

/** A pack ready to be stored, its index compiled. */
export function makeContent(changes: Partial<PackFile> = {}, origin: PackContent['origin'] = 'bundled', hash = 'h1'): PackContent {
  const file = makePack(changes);
  return { file, ...compileMatcher(file.entities), hash, bytes: 100, origin };
}

/** As many entities as asked for, each with a name and an id of its own. */
export function manyEntities(count: number): Entity[] {
  return Array.from({ length: count }, (_, at) =>
    makeEntity({ id: `guard-${at}`, name: `Guard of ford ${at}`, aliases: [{ text: `Guard of ford ${at}`, lang: 'en', kind: 'name' }] }),
  );
}

/** A pack's file as it lies on a disk; text is taken as it is. */
export function fileOf(content: unknown): Blob {
  return new Blob([content instanceof Uint8Array ? new Uint8Array(content) : typeof content === 'string' ? content : JSON.stringify(content)]);
}
