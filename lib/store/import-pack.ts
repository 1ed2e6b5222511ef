import { compileMatcher } from '../match/compile.ts';
import { openMatcher } from '../match/open.ts';
import { limits } from '../limits.ts';
import { isNewer } from '../pack/edition.ts';
import { readPackFile, type ImportProgress, type NotImported } from '../pack/import.ts';
import { ownPackId } from '../pack/own-names.ts';
import type { PackManifest } from '../pack/schema.ts';
import { rowOf, type PackContent, type PackInfo, type PackStore } from './packs.ts';
import { entityRow, type PacksDb } from './packs-db.ts';
import { isQuota } from './quota.ts';
import { sha256 } from './sha256.ts';

export type ImportOutcome = { ok: true; pack: PackInfo } | NotImported;

export interface ImportOptions {
  /** A new id for the rows that are written. */
  generation: string;
  signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

/**
 * Imports a pack from a file of unknown origin: checked whole, written in parts beside what is there, read back and
 * compared, then made current by one row. Until then nothing that anyone reads has changed; whatever ends it earlier, also
 * `signal`, leaves nothing. A caller that may be stopped for good holds a lock meanwhile and has `PackStore.sweep` run after.
 */
export async function importPack(store: PackStore, file: Pick<Blob, 'size' | 'arrayBuffer'>, options: ImportOptions): Promise<ImportOutcome> {
  const { generation, signal, onProgress } = options;
  const { db } = store;
  try {
    onProgress({ step: 'check', done: 0, total: 0 });
    if (file.size > limits.packBytes) return refuse('too-large', `${file.size} bytes`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = readPackFile(bytes);
    if (!read.ok) return read;
    const { manifest } = read.pack;
    if (manifest.id === ownPackId) return refuse('reserved-id', manifest.id);
    const bundled = newerBundled(await db.packs.get(manifest.id), manifest);
    if (bundled) return refuse('older-edition', bundled.manifest.version);
    signal.throwIfAborted();
    onProgress({ step: 'index', done: 0, total: 0 });
    const content: PackContent = { file: read.pack, ...compileMatcher(read.pack.entities), hash: await sha256(bytes), bytes: bytes.byteLength, origin: 'imported' };
    await stage(db, content, options);
    await verify(db, content, options);
    return await makeCurrent(db, content, generation);
  } catch (error) {
    if (signal.aborted) return refuse('cancelled', '');
    return refuse(isQuota(error) ? 'storage-full' : 'storage-failed', error instanceof Error ? error.name : '');
  } finally {
    await db.write(async () => void ((await db.staged.get(generation)) && (await db.drop(generation)))).catch(() => undefined);
  }
}

function refuse(reason: NotImported['reason'], detail: string): NotImported {
  return { ok: false, reason, detail, line: null };
}

function newerBundled(current: PackInfo | undefined, manifest: PackManifest): PackInfo | null {
  return current?.origin === 'bundled' && isNewer(current.manifest, manifest) ? current : null;
}

async function stage(db: PacksDb, content: PackContent, { generation, signal, onProgress }: ImportOptions): Promise<void> {
  const { entities, sources } = content.file;
  await db.staged.add({ generation });
  for (let done = 0; done < entities.length; done += limits.packWriteEntities) {
    signal.throwIfAborted();
    onProgress({ step: 'write', done, total: entities.length });
    await db.write(() => db.addEntities(generation, entities.slice(done, done + limits.packWriteEntities), sources));
  }
  await db.write(() => db.addWhole(generation, content));
}

/** Throws where the database does not give back what was written. */
async function verify(db: PacksDb, { file, index, rules }: PackContent, { generation, signal, onProgress }: ImportOptions): Promise<void> {
  const byId = new Map(file.entities.map((entity) => [entity.id, entity]));
  let last = '';
  let done = 0;
  for (;;) {
    signal.throwIfAborted();
    onProgress({ step: 'verify', done, total: byId.size });
    const rows = await db.entitiesAfter(generation, last, limits.packWriteEntities);
    for (const row of rows) {
      const entity = byId.get(row.id);
      if (!entity || JSON.stringify(row) !== JSON.stringify(entityRow(generation, entity, file.sources))) throw new Error('an entity was not written as it is');
    }
    done += rows.length;
    last = rows.at(-1)?.id ?? '';
    if (rows.length < limits.packWriteEntities) break;
  }
  if (done !== byId.size) throw new Error('entities are missing');
  const matcher = await db.matchers.get(generation);
  if (matcher?.index.byteLength !== index.byteLength || matcher.rules.claims.length !== rules.claims.length) throw new Error('the index is not whole');
  openMatcher([{ pack: file.manifest.id, ...matcher }]);
}

/** The one write that changes what is read. What was current under the id goes with it. */
function makeCurrent(db: PacksDb, content: PackContent, generation: string): Promise<ImportOutcome> {
  const { manifest } = content.file;
  return db.write(async (): Promise<ImportOutcome> => {
    const current = await db.packs.get(manifest.id);
    const bundled = newerBundled(current, manifest);
    if (bundled) return refuse('older-edition', bundled.manifest.version);
    // Swept away in between: by rows that are gone nobody is served.
    if (!(await db.staged.get(generation))) throw new Error('the rows are gone');
    const removed = await db.removed.get(manifest.id);
    for (const old of [current, removed]) if (old) await db.drop(old.generation);
    await db.removed.delete(manifest.id);
    await db.staged.delete(generation);
    const row = { ...rowOf(content, generation), inPlace: current?.origin === 'bundled' || current?.inPlace === true };
    await db.packs.put(row);
    return { ok: true, pack: row };
  });
}
