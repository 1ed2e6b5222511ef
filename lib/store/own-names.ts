import { Dexie, type Table } from 'dexie';
import { limits } from '../limits.ts';
import type { OwnName } from '../pack/own-names.ts';
import type { Stored } from './clippings.ts';
import { isQuota } from './quota.ts';

/** The names the reader added. They are the reader's own, so they have a database that no reseed can touch. */
export class OwnNameStore {
  readonly #db: Dexie;
  readonly #names: Table<OwnName, string>;
  readonly #removed: Table<OwnName & { removedAt: string }, string>;

  /** Opened at the first call. */
  constructor(name = 'own-names') {
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({ names: 'id, addedAt', removed: 'id, removedAt' });
    this.#names = this.#db.table('names');
    this.#removed = this.#db.table('removed');
  }

  /** Newest first. */
  list(): Promise<Stored<OwnName[]>> {
    return this.#attempt(() => this.#names.orderBy('addedAt').reverse().toArray());
  }

  /** The name of this id, null where there is none. */
  get(id: string): Promise<Stored<OwnName | null>> {
    return this.#attempt(async () => (await this.#names.get(id)) ?? null);
  }

  /** Adds a name, or puts it in the place of the one with its id. */
  save(name: OwnName): Promise<Stored<null>> {
    return this.#write(async () => void (await this.#names.put(name)));
  }

  /** Takes a name out; `restore` brings it back for `limits.undoStoreMs`. Unknown ids are ignored. */
  remove(id: string, now: string): Promise<Stored<null>> {
    return this.#write(async () => {
      const row = await this.#names.get(id);
      await this.#removed.where('removedAt').below(new Date(Date.parse(now) - limits.undoStoreMs).toISOString()).delete();
      if (!row) return;
      await this.#removed.put({ ...row, removedAt: now });
      await this.#names.delete(id);
    });
  }

  restore(id: string): Promise<Stored<null>> {
    return this.#write(async () => {
      const removed = await this.#removed.get(id);
      if (!removed) return;
      const { removedAt: _, ...row } = removed;
      await this.#names.put(row);
      await this.#removed.delete(id);
    });
  }

  /** Closes the connection; later calls fail. */
  close(): void {
    this.#db.close();
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
