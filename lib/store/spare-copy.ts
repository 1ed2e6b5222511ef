import { Dexie, type Table } from 'dexie';

/** The Storage Buckets API (Chromium 122), as far as it is used: https://wicg.github.io/storage-buckets/ */
interface BucketManager {
  open(name: string, options: { durability: 'strict' }): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * An IndexedDB whose files are not those of the platform's own. Chromium keeps all databases of an origin in one LevelDB
 * and deletes it whole when it finds a record torn, as a kill in the middle of a write can leave one; a bucket has a
 * LevelDB of its own. Firefox has no buckets, and a file for each database anyhow.
 */
async function apart(own: IDBFactory): Promise<IDBFactory> {
  const buckets = (navigator as { storageBuckets?: BucketManager }).storageBuckets;
  return buckets ? (await buckets.open('copies', { durability: 'strict' })).indexedDB : own;
}

/** Where the platform's databases are, and how ranges of their keys are made; other than the global ones in tests. */
export interface Platform {
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  /** Where a second copy of what is in `indexedDB` outlives it; `apart` where not told. */
  elsewhere?: () => Promise<IDBFactory>;
}

/**
 * The rows of a table once more, where losing its database does not lose them. What is written is on disk when the
 * promise resolves, or could not be written: that is no failure of the table's, so that nothing here rejects.
 */
export class SpareCopy<Row extends { id: string }> {
  readonly #name: string;
  readonly #platform: Platform;
  #table: Promise<Table<Row, string>> | null = null;

  /** Opened at the first call. */
  constructor(name: string, platform: Platform) {
    this.#name = name;
    this.#platform = platform;
  }

  async put(rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) await this.#attempt((table) => table.bulkPut([...rows]));
  }

  async drop(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#attempt((table) => table.bulkDelete([...ids]));
  }

  /** Makes it the copy of exactly these. */
  async replace(rows: readonly Row[]): Promise<void> {
    await this.#attempt((table) =>
      table.db.transaction('rw', table, async () => {
        await table.clear();
        await table.bulkPut([...rows]);
      }),
    );
  }

  /** Null where it cannot be read. */
  count(): Promise<number | null> {
    return this.#attempt((table) => table.count());
  }

  /** In no order; none where it cannot be read. */
  async rows(): Promise<Row[]> {
    return (await this.#attempt((table) => table.toArray())) ?? [];
  }

  close(): void {
    void this.#table?.then(({ db }) => db.close(), () => undefined);
  }

  async #attempt<T>(work: (table: Table<Row, string>) => PromiseLike<T>): Promise<T | null> {
    try {
      return await work(await (this.#table ??= this.#open()));
    } catch {
      // Tried anew at the next call: a bucket or a database may come back.
      this.close();
      this.#table = null;
      return null;
    }
  }

  async #open(): Promise<Table<Row, string>> {
    const { indexedDB: own = indexedDB, elsewhere = () => apart(own), ...platform } = this.#platform;
    const db = new Dexie(this.#name, { chromeTransactionDurability: 'strict', ...platform, indexedDB: await elsewhere() });
    db.version(1).stores({ rows: 'id' });
    return db.table('rows');
  }
}
