import type { MatchRules } from '../match/compile.ts';
import { limits } from '../limits.ts';
import type { PlaceMap } from '../pack/card.ts';
import { isNewer } from '../pack/edition.ts';
import { placeMapOf } from '../pack/place-map.ts';
import { PacksDb, type EntityRow, type PackContent, type PackInfo, type PackRow } from './packs-db.ts';

export type { PackContent, PackInfo } from './packs-db.ts';

/** An entity with the sources its statements name, and where it lies. */
export type StoredEntity = Pick<EntityRow, 'entity' | 'sources'> & { map: PlaceMap | null };

/** The packs' database: a cache of what is bundled, imported, or made from the reader's own names; replaceable at any time. */
export class PackStore {
  readonly db: PacksDb;

  constructor(name = 'packs') {
    this.db = new PacksDb(name);
  }

  /**
   * Makes `content` the current state of its pack, all or nothing, in one transaction. `already` where a pack of this hash
   * is current, rechecked inside the transaction: two contexts may come at once. `kept` where the reader has imported an
   * edition that is not older than this bundled one. Throws what IndexedDB throws; nothing has changed then.
   */
  async replace(content: PackContent): Promise<'replaced' | 'already' | 'kept'> {
    const { file, hash } = content;
    const generation = `${file.manifest.id} ${hash}`;
    return this.db.write(async () => {
      const current = await this.db.packs.get(file.manifest.id);
      if (current && givesWay(content, current)) return 'kept';
      if (current?.hash === hash && current.origin === content.origin) return 'already';
      if (current) await this.db.drop(current.generation);
      await this.db.drop(generation);
      await this.db.addEntities(generation, file.entities, file.sources);
      await this.db.addWhole(generation, content);
      await this.db.packs.put(rowOf(content, generation));
      return 'replaced';
    });
  }

  /** All packs by id. */
  async list(): Promise<PackInfo[]> {
    return this.db.packs.orderBy('id').toArray();
  }

  /** Indexes of all packs but those in `off`, by pack id. */
  async matchers(off: readonly string[]): Promise<{ pack: string; index: ArrayBuffer; rules: MatchRules }[]> {
    return this.db.transaction('r', this.db.packs, this.db.matchers, async () => {
      const packs = (await this.db.packs.orderBy('id').toArray()).filter(({ id }) => !off.includes(id));
      const rows = await this.db.matchers.bulkGet(packs.map((pack) => pack.generation));
      return packs.flatMap((pack, at) => {
        const row = rows[at];
        return row ? [{ pack: pack.id, index: row.index, rules: row.rules }] : [];
      });
    });
  }

  /** Entities of one pack, those that exist, in the order asked for; with the pack they are of. Null: no such pack. */
  async entities(pack: string, ids: readonly string[]): Promise<{ info: PackInfo; found: StoredEntity[] } | null> {
    return this.db.transaction('r', this.db.packs, this.db.entities, this.db.grounds, async () => {
      const info = await this.db.packs.get(pack);
      if (!info) return null;
      const rows = await this.db.entities.bulkGet(ids.map((id): [string, string] => [info.generation, id]));
      const ground = await this.db.grounds.get(info.generation);
      const found = rows.filter((row) => row !== undefined);
      return { info, found: found.map(({ entity, sources }) => ({ entity, sources, map: ground ? placeMapOf(entity, ground.outlines, ground.landmarks) : null })) };
    });
  }

  /** Takes an imported pack out; `restore` brings it back for `limits.undoStoreMs`. Another, or none, changes nothing. */
  async remove(id: string, now: string): Promise<void> {
    await this.db.write(async () => {
      const row = await this.db.packs.get(id);
      if (row?.origin !== 'imported') return;
      const earlier = await this.db.removed.get(id);
      if (earlier) await this.db.drop(earlier.generation);
      await this.db.removed.put({ ...row, removedAt: now });
      await this.db.packs.delete(id);
    });
  }

  /** Brings a removed pack back, in the place of what has come under its id since. False where it is gone for good. */
  async restore(id: string): Promise<boolean> {
    return this.db.write(async () => {
      const removed = await this.db.removed.get(id);
      if (!removed) return false;
      const current = await this.db.packs.get(id);
      if (current) await this.db.drop(current.generation);
      const { removedAt: _, ...row } = removed;
      await this.db.packs.put(row);
      await this.db.removed.delete(id);
      return true;
    });
  }

  /** Deletes a pack, for good; false where there was none. */
  async discard(id: string): Promise<boolean> {
    return this.db.write(async () => {
      const row = await this.db.packs.get(id);
      if (!row) return false;
      await this.db.drop(row.generation);
      await this.db.packs.delete(id);
      return true;
    });
  }

  /** Deletes what belongs to no pack: writes that were broken off, and removals whose time for undoing is over. */
  async sweep(now: string): Promise<void> {
    const past = new Date(Date.parse(now) - limits.undoStoreMs).toISOString();
    await this.db.write(async () => {
      for (const { generation } of await this.db.staged.toArray()) await this.db.drop(generation);
      for (const { id, generation, removedAt } of await this.db.removed.toArray()) {
        if (removedAt > past) continue;
        await this.db.drop(generation);
        await this.db.removed.delete(id);
      }
    });
  }

  /** Whether a generation is some pack's current content. */
  async holds(generation: string): Promise<boolean> {
    return (await this.db.packs.filter((pack) => pack.generation === generation).count()) > 0;
  }

  /** Closes the connection; later calls fail. */
  close(): void {
    this.db.close();
  }
}

/** The row that makes a generation a pack. */
export function rowOf({ file, hash, origin, bytes }: PackContent, generation: string): PackRow {
  return { id: file.manifest.id, manifest: file.manifest, hash, origin, entities: file.entities.length, bytes, generation, inPlace: false };
}

/** A bundled pack does not push out an import of the same id unless it is newer. */
function givesWay(content: PackContent, current: PackRow): boolean {
  return content.origin === 'bundled' && current.origin === 'imported' && !isNewer(content.file.manifest, current.manifest);
}
