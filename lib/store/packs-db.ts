import { Dexie, type Table } from 'dexie';
import type { MatchRules } from '../match/compile.ts';
import { refsOf } from '../pack/as-of.ts';
import type { PackOrigin } from '../pack/card.ts';
import { landmarksOf, type Landmark, type Outlines } from '../pack/place-map.ts';
import type { Entity, PackFile, PackManifest, Source } from '../pack/schema.ts';

/** A pack as the options page lists it. */
export interface PackInfo {
  id: string;
  manifest: PackManifest;
  /** SHA-256 of what the pack was made from, hex: equal hash, equal content. */
  hash: string;
  origin: PackOrigin;
  entities: number;
  bytes: number;
  /** Imported in the place of a bundled one. */
  inPlace: boolean;
}

/** All that makes a pack usable. */
export interface PackContent {
  file: PackFile;
  index: ArrayBuffer;
  rules: MatchRules;
  hash: string;
  bytes: number;
  origin: PackOrigin;
}

export interface PackRow extends PackInfo {
  /** Rows of the other tables belong to a pack through this; switching it is what makes new content current. */
  generation: string;
}
export interface EntityRow {
  generation: string;
  id: string;
  entity: Entity;
  /** Those its statements name, so that one read makes a card. */
  sources: Record<string, Source>;
}
interface MatcherRow {
  generation: string;
  index: ArrayBuffer;
  rules: MatchRules;
}
interface GroundRow {
  generation: string;
  outlines: Outlines;
  landmarks: Landmark[];
}

/** The tables. A generation is all of one pack's content but its row in `packs`. */
export class PacksDb extends Dexie {
  declare packs: Table<PackRow, string>;
  declare entities: Table<EntityRow, [string, string]>;
  declare matchers: Table<MatcherRow, string>;
  declare grounds: Table<GroundRow, string>;
  /** Packs taken out by the reader, for as long as that can be undone. */
  declare removed: Table<PackRow & { removedAt: string }, string>;
  /** Generations that are being written and belong to no pack yet. */
  declare staged: Table<{ generation: string }, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ packs: '&id', entities: '[generation+id]', matchers: '&generation', grounds: '&generation', removed: '&id', staged: '&generation' });
  }

  /** Runs `work` in one transaction over every table: all of it, or none. */
  write<T>(work: () => Promise<T>): Promise<T> {
    return this.transaction('rw', [this.packs, this.entities, this.matchers, this.grounds, this.removed, this.staged], work);
  }

  /** Adds entities to a generation. */
  async addEntities(generation: string, entities: readonly Entity[], sources: Record<string, Source>): Promise<void> {
    await this.entities.bulkAdd(entities.map((entity) => entityRow(generation, entity, sources)));
  }

  /** Adds the rest of a generation: what is there once a pack. */
  async addWhole(generation: string, { file, index, rules }: PackContent): Promise<void> {
    await this.matchers.add({ generation, index, rules });
    await this.grounds.add({ generation, outlines: file.outlines ?? {}, landmarks: landmarksOf(file) });
  }

  /** A generation's entity rows by id, beginning after `id`, at most `count`. */
  entitiesAfter(generation: string, id: string, count: number): Promise<EntityRow[]> {
    return this.entities.where('[generation+id]').between([generation, id], [generation, Dexie.maxKey], false).limit(count).toArray();
  }

  /** Deletes all rows of a generation; nothing where there are none. */
  async drop(generation: string): Promise<void> {
    await this.entities.where('[generation+id]').between([generation, Dexie.minKey], [generation, Dexie.maxKey]).delete();
    await this.matchers.delete(generation);
    await this.grounds.delete(generation);
    await this.staged.delete(generation);
  }
}

/** An entity as it is stored, with those of a pack's sources that it names. */
export function entityRow(generation: string, entity: Entity, sources: Record<string, Source>): EntityRow {
  const own = [...refsOf(entity)].flatMap((ref) => (sources[ref] ? [[ref, sources[ref]]] : []));
  return { generation, id: entity.id, entity, sources: Object.fromEntries(own) };
}
