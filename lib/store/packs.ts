import { Dexie, type Table } from 'dexie';
import type { MatchRules } from '../match/compile.ts';
import { refsOf } from '../pack/as-of.ts';
import type { PlaceMap } from '../pack/card.ts';
import { placeMapOf } from '../pack/place-map.ts';
import type { Entity, PackFile, PackManifest, Source } from '../pack/schema.ts';

/** A pack as the options page lists it. */
export interface PackInfo {
  id: string;
  manifest: PackManifest;
  /** SHA-256 over the pack's files, hex: equal hash, equal content. */
  hash: string;
  bundled: boolean;
  enabled: boolean;
  entities: number;
  bytes: number;
}

/** An entity with the sources its statements name, so that one read makes a card. */
export interface StoredEntity {
  entity: Entity;
  sources: Record<string, Source>;
  map: PlaceMap | null;
}

export interface PackContent {
  file: PackFile;
  index: ArrayBuffer;
  rules: MatchRules;
  hash: string;
  bytes: number;
  bundled: boolean;
}

interface PackRow extends PackInfo {
  /** Rows of the other tables belong to a pack through this; switching it is what makes new content current. */
  generation: string;
}
interface EntityRow extends StoredEntity {
  generation: string;
  id: string;
}
interface MatcherRow {
  generation: string;
  index: ArrayBuffer;
  rules: MatchRules;
}

/** The packs' database: a cache of bundled and imported files, replaceable at any time; it holds nothing of the reader's. */
export class PackStore {
  private readonly db: Dexie & {
    packs: Table<PackRow, string>;
    entities: Table<EntityRow, [string, string]>;
    matchers: Table<MatcherRow, string>;
  };

  constructor(name = 'packs') {
    this.db = new Dexie(name) as PackStore['db'];
    this.db.version(1).stores({ packs: '&id', entities: '[generation+id], generation', matchers: '&generation' });
  }

  /**
   * Makes `content` the current state of its pack, all or nothing. `already` where a pack of this hash is current,
   * rechecked inside the transaction: two contexts may come at once. Throws what IndexedDB throws; nothing has changed then.
   */
  async replace(content: PackContent): Promise<'replaced' | 'already'> {
    const { file, hash } = content;
    const rows = entityRows(file, hash);
    return this.db.transaction('rw', this.db.packs, this.db.entities, this.db.matchers, async () => {
      const current = await this.db.packs.get(file.manifest.id);
      if (current?.hash === hash) return 'already';
      if (current) await this.dropGeneration(current.generation);
      await this.dropGeneration(hash);
      await this.db.entities.bulkAdd(rows);
      await this.db.matchers.add({ generation: hash, index: content.index, rules: content.rules });
      await this.db.packs.put({
        id: file.manifest.id,
        manifest: file.manifest,
        hash,
        generation: hash,
        bundled: content.bundled,
        enabled: current?.enabled ?? true,
        entities: rows.length,
        bytes: content.bytes,
      });
      return 'replaced';
    });
  }

  /** All packs, enabled or not, by id. */
  async list(): Promise<PackInfo[]> {
    return this.db.packs.orderBy('id').toArray();
  }

  /** Turns a pack on or off; unknown ids change nothing. */
  async enable(id: string, enabled: boolean): Promise<void> {
    await this.db.packs.update(id, { enabled });
  }

  /** Indexes of the enabled packs, by pack id. */
  async matchers(): Promise<{ pack: string; index: ArrayBuffer; rules: MatchRules }[]> {
    return this.db.transaction('r', this.db.packs, this.db.matchers, async () => {
      const packs = (await this.list()).filter((pack) => pack.enabled) as PackRow[];
      const rows = await this.db.matchers.bulkGet(packs.map((pack) => pack.generation));
      return packs.flatMap((pack, at) => {
        const row = rows[at];
        return row ? [{ pack: pack.id, index: row.index, rules: row.rules }] : [];
      });
    });
  }

  /** Entities of one pack, those that exist, in the order asked for; with the pack they are of. Null: no such pack. */
  async entities(pack: string, ids: readonly string[]): Promise<{ info: PackInfo; found: StoredEntity[] } | null> {
    return this.db.transaction('r', this.db.packs, this.db.entities, async () => {
      const info = await this.db.packs.get(pack);
      if (!info) return null;
      const rows = await this.db.entities.bulkGet(ids.map((id): [string, string] => [info.generation, id]));
      return { info, found: rows.filter((row) => row !== undefined) };
    });
  }

  /** Closes the connection; later calls fail. */
  close(): void {
    this.db.close();
  }

  private async dropGeneration(generation: string): Promise<void> {
    await this.db.entities.where('generation').equals(generation).delete();
    await this.db.matchers.delete(generation);
  }
}

function entityRows(file: PackFile, generation: string): EntityRow[] {
  return file.entities.map((entity) => ({ generation, id: entity.id, entity, sources: sourcesOf(entity, file.sources), map: placeMapOf(entity, file) }));
}

/** The sources an entity's statements name, by reference. */
function sourcesOf(entity: Entity, all: Record<string, Source>): Record<string, Source> {
  return Object.fromEntries([...refsOf(entity)].flatMap((ref) => (all[ref] ? [[ref, all[ref]]] : [])));
}
