import { Dexie, type Table } from 'dexie';
import { limits } from '../limits.ts';
import type { OwnName } from '../pack/own-names.ts';
import type { Stored } from './clippings.ts';
import { isQuota } from './quota.ts';
import { SpareCopy, type Platform } from './spare-copy.ts';

/** The names the reader added. They are the reader's own, so they have a database that no reseed can touch. */
export class OwnNameStore {
  readonly #db: Dexie;
  readonly #names: Table<OwnName, string>;
  readonly #removed: Table<OwnName & { removedAt: string }, string>;
  /** As with clippings: no name is here that is not in the table, but where the browser has lost the table. */
  readonly #spare: SpareCopy<OwnName>;

  /** Opened at the first call. */
  constructor(platform: Platform = {}) {
    const { elsewhere: _, ...own } = platform;
    this.#db = new Dexie('own-names', { chromeTransactionDurability: 'strict', ...own });
    this.#db.version(1).stores({ names: 'id, addedAt', removed: 'id, removedAt' });
    this.#names = this.#db.table('names');
    this.#removed = this.#db.table('removed');
    this.#spare = new SpareCopy('own-names-copy', platform);
  }

  /** Newest first. Names that the browser has lost are brought back from their second copy. */
  list(): Promise<Stored<OwnName[]>> {
    return this.#attempt(async () => {
      const listed = await this.#names.orderBy('addedAt').reverse().toArray();
      const copied = await this.#spare.count();
      if (copied === null || copied === listed.length) return listed;
      if (listed.length > 0) await this.#spare.replace(listed);
      else await this.#names.bulkPut(await this.#spare.rows());
      return this.#names.orderBy('addedAt').reverse().toArray();
    });
  }

  /** The name of this id, null where there is none. */
  get(id: string): Promise<Stored<OwnName | null>> {
    return this.#attempt(async () => (await this.#names.get(id)) ?? null);
  }

  /** Adds a name, or puts it in the place of the one with its id. */
  async save(name: OwnName): Promise<Stored<null>> {
    const stored = await this.#write(async () => void (await this.#names.put(name)));
    if (stored.ok) await this.#spare.put([name]);
    return stored;
  }

  /** Takes a name out; `restore` brings it back for `limits.undoStoreMs`. Unknown ids are ignored. */
  async remove(id: string, now: string): Promise<Stored<null>> {
    await this.#spare.drop([id]);
    return this.#write(async () => {
      const row = await this.#names.get(id);
      await this.#removed.where('removedAt').below(new Date(Date.parse(now) - limits.undoStoreMs).toISOString()).delete();
      if (!row) return;
      await this.#removed.put({ ...row, removedAt: now });
      await this.#names.delete(id);
    });
  }

  async restore(id: string): Promise<Stored<null>> {
    const back: OwnName[] = [];
    const stored = await this.#write(async () => {
      const removed = await this.#removed.get(id);
      if (!removed) return;
      const { removedAt: _, ...row } = removed;
      await this.#names.put(row);
      await this.#removed.delete(id);
      back.push(row);
    });
    if (stored.ok) await this.#spare.put(back);
    return stored;
  }

  /** Closes the connections; later calls fail. */
  close(): void {
    this.#db.close();
    this.#spare.close();
  }

  #write(work: () => Promise<void>): Promise<Stored<null>> {
    return this.#attempt(async () => {
      await this.#db.transaction('rw', this.#names, this.#removed, work);
      return null;
    });
  }

  async #attempt<T>(work: () => PromiseLike<T>): Promise<Stored<T>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      // A database that failed to open stays failed until it is closed; the next call then tries again.
      if (!this.#db.isOpen()) this.#db.close({ disableAutoOpen: false });
      return { ok: false, reason: isQuota(error) ? 'storage-full' : 'storage-failed' };
    }
  }
}
