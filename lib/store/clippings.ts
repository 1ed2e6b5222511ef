import Dexie, { type Table } from 'dexie';
import type { Clipping, Sighting } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import { isQuota } from './quota.ts';

/** What a call to the store came to; a refused write leaves every row as it was. */
export type Stored<T> = { ok: true; value: T } | { ok: false; reason: 'storage-full' | 'storage-failed' };

/** The reader's own library. Every promise resolves only after its transaction has completed on disk; none rejects. */
export interface ClippingStore {
  /** The same id again is the same save; the same excerpt under another id is not stored twice: `already` names the one there. */
  save(clipping: Clipping): Promise<Stored<{ id: string; already: boolean }>>;
  /** Takes rows out of the library; `restore` brings them back for `limits.undoStoreMs`, also after a restart. Unknown ids are ignored. */
  remove(ids: string[], now: string): Promise<Stored<null>>;
  restore(ids: string[]): Promise<Stored<null>>;
  /** The row as changed, null where there is none. */
  update(id: string, change: { note?: string; tags?: string[] }, now: string): Promise<Stored<Clipping | null>>;
  get(id: string): Promise<Stored<Clipping | null>>;
  /** Newest capture first. */
  list(): Promise<Stored<Clipping[]>>;
  /** Clippings taken under either address of a page, in order of their place in the text. */
  ofPage(url: string, barUrl: string): Promise<Stored<Clipping[]>>;
  see(sightings: { id: string; sighting: Sighting }[]): Promise<Stored<null>>;
  count(): Promise<Stored<number>>;
  /** Calls `listener` at least once after each committed change, from whatever context, until the returned function is called. */
  watch(listener: () => void): () => void;
  close(): void;
}

export interface ClippingStoreOptions {
  /** Another IndexedDB than the platform's, for tests. */
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
}

type Removed = Clipping & { removedAt: string };
const name = 'clippings';

/** Opens the reader's database; it is separate from the packs' so that no reseed can touch it. Opened lazily, once per context. */
export function openClippings(options: ClippingStoreOptions = {}): ClippingStore {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...options });
  db.version(1).stores({ clippings: 'id, page.url, page.barUrl, capturedAt', removed: 'id, removedAt' });
  const clippings: Table<Clipping, string> = db.table('clippings');
  const removed: Table<Removed, string> = db.table('removed');
  const write = <T>(work: () => Promise<T>) => attempt(() => db.transaction('rw', clippings, removed, work));

  async function attempt<T>(work: () => PromiseLike<T>): Promise<Stored<T>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      // A database that failed to open stays failed until it is closed; the next call then tries again.
      if (!db.isOpen()) db.close({ disableAutoOpen: false });
      return { ok: false, reason: isQuota(error) ? 'storage-full' : 'storage-failed' };
    }
  }

  async function ofPage(url: string, barUrl: string): Promise<Clipping[]> {
    return clippings.where('page.url').anyOf([url, barUrl]).or('page.barUrl').anyOf([url, barUrl]).toArray();
  }

  return {
    save: (clipping) =>
      write(async () => {
        if (await clippings.get(clipping.id)) return { id: clipping.id, already: false };
        const twin = (await ofPage(clipping.page.url, clipping.page.barUrl)).find((other) => sameExcerpt(other, clipping));
        if (twin) return { id: twin.id, already: true };
        await clippings.add(clipping);
        return { id: clipping.id, already: false };
      }),
    remove: (ids, now) =>
      write(async () => {
        const rows = present(await clippings.bulkGet(ids));
        await removed.where('removedAt').below(new Date(Date.parse(now) - limits.undoStoreMs).toISOString()).delete();
        await removed.bulkPut(rows.map((row) => ({ ...row, removedAt: now })));
        await clippings.bulkDelete(ids);
        return null;
      }),
    restore: (ids) =>
      write(async () => {
        const rows = present(await removed.bulkGet(ids));
        await clippings.bulkPut(rows.map(({ removedAt: _, ...row }) => row));
        await removed.bulkDelete(ids);
        return null;
      }),
    update: (id, change, now) =>
      write(async () => {
        const row = await clippings.get(id);
        if (!row) return null;
        const next = { ...row, ...change, editedAt: now };
        await clippings.put(next);
        return next;
      }),
    get: (id) => attempt(async () => (await clippings.get(id)) ?? null),
    list: () => attempt(() => clippings.orderBy('capturedAt').reverse().toArray()),
    ofPage: (url, barUrl) =>
      attempt(async () => (await ofPage(url, barUrl)).sort((a, b) => (a.selector.position?.start ?? 0) - (b.selector.position?.start ?? 0))),
    see: (sightings) =>
      write(async () => {
        for (const { id, sighting } of sightings) await clippings.update(id, { sighting });
        return null;
      }),
    count: () => attempt(() => clippings.count()),
    watch(listener) {
      const prefix = `idb://${name}/clippings/`;
      const onChange = (parts: Record<string, unknown>) => {
        if (Object.keys(parts).some((part) => part.startsWith(prefix))) listener();
      };
      Dexie.on('storagemutated', onChange);
      return () => Dexie.on.storagemutated.unsubscribe(onChange);
    },
    close: () => db.close(),
  };
}

/** The same words at the same place: context may be missing on either side (saved from the menu), but must not disagree. */
function sameExcerpt(a: Clipping, b: Clipping): boolean {
  const [one, two] = [a.selector, b.selector];
  return (
    one.exact === two.exact &&
    (one.prefix.endsWith(two.prefix) || two.prefix.endsWith(one.prefix)) &&
    (one.suffix.startsWith(two.suffix) || two.suffix.startsWith(one.suffix))
  );
}

function present<T>(rows: (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}
