import Dexie, { type Table } from 'dexie';
import { withChange, type ClippingChange } from '../clip/clipping-change.ts';
import type { Clipping, Sighting } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import type { Ledger } from './ledger.ts';
import { isQuota } from './quota.ts';

/** What a call to a store came to; a refused write leaves every row as it was. */
export type Stored<T, More = never> = { ok: true; value: T } | { ok: false; reason: 'storage-full' | 'storage-failed' | More };
/** The same of the library. `storage-newer`: a later version of the extension has written here; it can only be read. */
export type Kept<T> = Stored<T, 'storage-newer'>;

/** What adding many came to: new ones, newer states of ones that were there, and ones that told nothing new. */
export interface Added {
  added: number;
  updated: number;
  already: number;
}

/** The reader's own library. Every promise resolves only after its transaction has completed on disk; none rejects. */
export interface ClippingStore {
  /** The same id again is the same save; the same excerpt under another id is not stored twice: `already` names the one there. */
  save(clipping: Clipping): Promise<Kept<{ id: string; already: boolean }>>;
  /** Takes rows out of the library; `restore` brings them back for `limits.undoStoreMs`, also after a restart. Unknown ids are ignored. */
  remove(ids: string[], now: string): Promise<Kept<null>>;
  /** How many of them are in the library now: those brought back, and those that were there already. */
  restore(ids: string[]): Promise<Kept<number>>;
  /** Erases what was removed longer ago than it can be brought back. */
  forget(now: string): Promise<Kept<null>>;
  /** Changes rows all together; ids of those that are not what they were. Unknown ids are ignored. */
  update(ids: readonly string[], change: ClippingChange, now: string): Promise<Kept<string[]>>;
  get(id: string): Promise<Kept<Clipping | null>>;
  /** Newest capture first. */
  list(): Promise<Kept<Clipping[]>>;
  /** Clippings taken under either address of a page, in order of their place in the text. */
  ofPage(url: string, barUrl: string): Promise<Kept<Clipping[]>>;
  /** Adds many in one transaction, all or none: by id, of two states of one clipping the later edited stays; an excerpt that is there under another id, with all of its note and tags, is left out. `restores`: they make up for what is missing. */
  addAll(clippings: readonly Clipping[], restores: boolean): Promise<Kept<Added>>;
  see(sightings: { id: string; sighting: Sighting }[]): Promise<Kept<null>>;
  count(): Promise<Kept<number>>;
  /** How many clippings there are, and how many there must be: more than that, and the browser has lost some. */
  check(): Promise<Kept<{ found: number; expected: number }>>;
  /** Takes what is there now for the whole library. */
  accept(): Promise<Kept<null>>;
  /** Calls `listener` at least once after each committed change, from whatever context, until the returned function is called. */
  watch(listener: () => void): () => void;
  close(): void;
}

export interface ClippingStoreOptions {
  /** Another IndexedDB than the platform's, for tests. */
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  /** Where it is written down how many clippings there must be. */
  ledger: Ledger;
}

type Removed = Clipping & { removedAt: string };
const name = 'clippings';
/** Every version ever released keeps its line below; rows of each are read by all later ones. */
const schemaVersion = 1;

/** Opens the reader's database; it is separate from the packs' so that no reseed can touch it. Opened lazily, once per context. */
export function openClippings({ ledger, ...options }: ClippingStoreOptions): ClippingStore {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...options });
  db.version(schemaVersion).stores({ clippings: 'id, page.url, page.barUrl, capturedAt', removed: 'id, removedAt' });
  const clippings: Table<Clipping, string> = db.table('clippings');
  const removed: Table<Removed, string> = db.table('removed');

  async function write<T>(work: () => Promise<T>): Promise<Kept<T>> {
    const opened = await attempt(() => db.open());
    if (!opened.ok) return opened;
    // Dexie opens a database of a later version as if it were its own (and counts in tens).
    if (db.backendDB().version > schemaVersion * 10) return { ok: false, reason: 'storage-newer' };
    return attempt(() => db.transaction('rw', clippings, removed, work));
  }

  /** A write that changes how many clippings there are, by `by` of its outcome. `atMost`: how many it may take out. */
  function count<T>(work: () => Promise<T>, by: (value: T) => number, { atMost = 0, restores = false } = {}): Promise<Kept<T>> {
    return ledger.held(async () => {
      const before = await expectedNow();
      const missing = restores && before !== null ? await missingOf(before) : 0;
      let written = before;
      // The excerpt is safe whether or not this can be written down. Reckoned from what was read: the lowered number stops at nought.
      const expect = async (change: number) => {
        if (before === null) return;
        const expected = Math.max(0, before + change);
        if (expected !== written) await ledger.change(() => ({ expected })).then(() => (written = expected), () => undefined);
      };
      // Lowered before, raised after: whenever it all ends, no more is expected than there is.
      await expect(-atMost);
      const stored = await write(work);
      const grown = stored.ok ? by(stored.value) : 0;
      await expect(grown > 0 ? Math.max(0, grown - missing) : grown);
      return stored;
    });
  }

  /** Null where it cannot be read, and so must not be written over. */
  function expectedNow(): Promise<number | null> {
    return ledger.read().then(
      (memory) => memory?.expected ?? 0,
      () => null,
    );
  }

  async function missingOf(expected: number): Promise<number> {
    const found = await attempt(() => clippings.count());
    return found.ok ? Math.max(0, expected - found.value) : 0;
  }

  async function attempt<T>(work: () => PromiseLike<T>): Promise<Kept<T>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      // A database that failed to open stays failed until it is closed; the next call then tries again.
      if (!db.isOpen()) db.close({ disableAutoOpen: false });
      return { ok: false, reason: isQuota(error) ? 'storage-full' : 'storage-failed' };
    }
  }

  function forgetOld(now: string): Promise<number> {
    return removed.where('removedAt').below(new Date(Date.parse(now) - limits.undoStoreMs).toISOString()).delete();
  }

  async function ofPage(url: string, barUrl: string): Promise<Clipping[]> {
    return clippings.where('page.url').anyOf([url, barUrl]).or('page.barUrl').anyOf([url, barUrl]).toArray();
  }

  /** What is there already from the pages of `incoming`, by their addresses. */
  async function twinsOf(incoming: readonly Clipping[]): Promise<Map<string, Clipping[]>> {
    const known = new Set((await clippings.orderBy('page.url').uniqueKeys()).map(String));
    const shared = [...new Set(incoming.map(({ page }) => page.url))].filter((url) => known.has(url));
    return Map.groupBy(await clippings.where('page.url').anyOf(shared).toArray(), ({ page }) => page.url);
  }

  return {
    save: async (clipping) => {
      const saved = await count(
        async () => {
          if (await clippings.get(clipping.id)) return { id: clipping.id, already: false, added: 0 };
          const twin = (await ofPage(clipping.page.url, clipping.page.barUrl)).find((other) => sameExcerpt(other, clipping));
          if (twin) return { id: twin.id, already: true, added: 0 };
          await clippings.add(clipping);
          return { id: clipping.id, already: false, added: 1 };
        },
        ({ added }) => added,
      );
      return saved.ok ? { ok: true, value: { id: saved.value.id, already: saved.value.already } } : saved;
    },
    remove: async (ids, now) => {
      const gone = await count(
        async () => {
          const rows = present(await clippings.bulkGet(ids));
          await forgetOld(now);
          await removed.bulkPut(rows.map((row) => ({ ...row, removedAt: now })));
          await clippings.bulkDelete(ids);
          return rows.length;
        },
        (rows) => -rows,
        { atMost: ids.length },
      );
      return gone.ok ? { ok: true, value: null } : gone;
    },
    restore: async (ids) => {
      const back = await count(
        async () => {
          const there = new Set(present(await clippings.bulkGet(ids)).map(({ id }) => id));
          // What has come back by another way since, as from a backup, stays as it is.
          const rows = present(await removed.bulkGet(ids)).filter(({ id }) => !there.has(id));
          await clippings.bulkAdd(rows.map(({ removedAt: _, ...row }) => row));
          await removed.bulkDelete(ids);
          return { back: rows.length, there: there.size };
        },
        ({ back }) => back,
      );
      return back.ok ? { ok: true, value: back.value.back + back.value.there } : back;
    },
    forget: async (now) => {
      const gone = await write(() => forgetOld(now));
      return gone.ok ? { ok: true, value: null } : gone;
    },
    update: (ids, change, now) =>
      write(async () => {
        const rows = present(await clippings.bulkGet([...ids]));
        const changed = rows.flatMap((row) => withChange(row, change) ?? []);
        await clippings.bulkPut(changed.map((row) => ({ ...row, editedAt: now })));
        return changed.map(({ id }) => id);
      }),
    get: (id) => attempt(async () => (await clippings.get(id)) ?? null),
    list: () => attempt(() => clippings.orderBy('capturedAt').reverse().toArray()),
    ofPage: (url, barUrl) =>
      attempt(async () => (await ofPage(url, barUrl)).sort((a, b) => (a.selector.position?.start ?? 0) - (b.selector.position?.start ?? 0))),
    addAll: (incoming, restores) =>
      count(
        async () => {
          // One question for all keys: asking for ten thousand rows one by one takes seconds.
          const known = new Set(await clippings.toCollection().primaryKeys());
          const strangers = incoming.filter(({ id }) => !known.has(id));
          const there = new Map(present(await clippings.bulkGet(incoming.map(({ id }) => id).filter((id) => known.has(id)))).map((row) => [row.id, row]));
          const twins = await twinsOf(strangers);
          const added = strangers.filter((clipping) => !twins.get(clipping.page.url)?.some((other) => sameExcerpt(other, clipping) && tellsAll(other, clipping)));
          const updated = incoming.filter(({ id, editedAt }) => editedAt > (there.get(id)?.editedAt ?? editedAt));
          await clippings.bulkAdd(added);
          await clippings.bulkPut(updated);
          return { added: added.length, updated: updated.length, already: incoming.length - added.length - updated.length };
        },
        ({ added }) => added,
        { restores },
      ),
    see: (sightings) =>
      write(async () => {
        for (const { id, sighting } of sightings) await clippings.update(id, { sighting });
        return null;
      }),
    count: () => attempt(() => clippings.count()),
    check: () =>
      ledger.held(() =>
        attempt(async () => {
          const found = await clippings.count();
          const memory = await ledger.read();
          if (memory === null || memory.expected < found) await ledger.change(() => ({ expected: found }));
          return { found, expected: Math.max(found, memory?.expected ?? 0) };
        }),
      ),
    accept: () =>
      ledger.held(() =>
        attempt(async () => {
          const found = await clippings.count();
          await ledger.change(() => ({ expected: found }));
          return null;
        }),
      ),
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

function tellsAll(known: Clipping, { note, tags }: Clipping): boolean {
  return (note === '' || note === known.note) && tags.every((tag) => known.tags.includes(tag));
}

function present<T>(rows: (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}
