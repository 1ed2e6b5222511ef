import Dexie, { type Table } from 'dexie';
import { withChange, type ClippingChange } from '../clip/clipping-change.ts';
import { sameExcerpt, tellsAll } from '../clip/same-excerpt.ts';
import type { Clipping, Sighting } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import type { Ledger } from './ledger.ts';
import { isQuota } from './quota.ts';
import { SpareCopy, type Platform } from './spare-copy.ts';

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
  /** How many clippings there are, and how many there must be: more than that, and the browser has lost some for good. What it has lost and the second copy holds is brought back first. */
  check(): Promise<Kept<Whole>>;
  /** Takes what is there now for the whole library. */
  accept(): Promise<Kept<null>>;
  /** Calls `listener` at least once after each committed change, from whatever context, until the returned function is called. */
  watch(listener: () => void): () => void;
  close(): void;
}

/** How many clippings there are, and how many there must be. */
interface Whole {
  found: number;
  expected: number;
}

export interface ClippingStoreOptions extends Platform {
  /** Where it is written down how many clippings there must be. */
  ledger: Ledger;
}

type Removed = Clipping & { removedAt: string };
const name = 'clippings';
/** Every version ever released keeps its line below; rows of each are read by all later ones. */
const schemaVersion = 1;

/** Opens the reader's database; it is separate from the packs' so that no reseed can touch it. Opened lazily, once per context. */
export function openClippings({ ledger, ...platform }: ClippingStoreOptions): ClippingStore {
  const { elsewhere: _, ...own } = platform;
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...own });
  db.version(schemaVersion).stores({ clippings: 'id, page.url, page.barUrl, capturedAt', removed: 'id, removedAt' });
  const clippings: Table<Clipping, string> = db.table('clippings');
  const removed: Table<Removed, string> = db.table('removed');
  // Never holds what is not, or is no longer, in the table: rows are copied once they are written, and dropped before they are removed.
  const spare = new SpareCopy<Clipping>(`${name}-copy`, platform);

  /** `work` puts into `written` each row it wrote. */
  async function write<T>(work: (written: Clipping[]) => Promise<T>): Promise<Kept<T>> {
    const opened = await attempt(() => db.open());
    if (!opened.ok) return opened;
    if (isNewer()) return { ok: false, reason: 'storage-newer' };
    const written: Clipping[] = [];
    const stored = await attempt(() => db.transaction('rw', clippings, removed, () => work(written)));
    if (stored.ok) await spare.put(written);
    return stored;
  }

  /** Dexie opens a database of a later version as if it were its own (and counts in tens). */
  function isNewer(): boolean {
    return db.backendDB().version > schemaVersion * 10;
  }

  /** A write that changes how many clippings there are, by `by` of its outcome. `takes`: ids of those it takes out. */
  function count<T>(work: (written: Clipping[]) => Promise<T>, by: (value: T) => number, { takes = [] as readonly string[], restores = false } = {}): Promise<Kept<T>> {
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
      await expect(-takes.length);
      await spare.drop(takes);
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

  function addAll(incoming: readonly Clipping[], restores: boolean): Promise<Kept<Added>> {
    return count(
      async (written) => {
        // One question for all keys: asking for ten thousand rows one by one takes seconds.
        const known = new Set(await clippings.toCollection().primaryKeys());
        const strangers = incoming.filter(({ id }) => !known.has(id));
        const there = new Map(present(await clippings.bulkGet(incoming.map(({ id }) => id).filter((id) => known.has(id)))).map((row) => [row.id, row]));
        const twins = await twinsOf(strangers);
        const added = strangers.filter((clipping) => !twins.get(clipping.page.url)?.some((other) => sameExcerpt(other, clipping) && tellsAll(other, clipping)));
        const updated = incoming.filter(({ id, editedAt }) => editedAt > (there.get(id)?.editedAt ?? editedAt));
        await clippings.bulkAdd(added);
        await clippings.bulkPut(updated);
        written.push(...added, ...updated);
        return { added: added.length, updated: updated.length, already: incoming.length - added.length - updated.length };
      },
      ({ added }) => added,
      { restores },
    );
  }

  /** How many there are and must be, of what can be counted here. Where nothing is missing the second copy is made what it should be. */
  function look(): Promise<Kept<Whole>> {
    return ledger.held(() =>
      attempt(async () => {
        const [found, memory, copied] = await Promise.all([clippings.count(), ledger.read(), spare.count()]);
        // Where nothing is written down that, too, may have been lost.
        const expected = Math.max(found, memory ? memory.expected : (copied ?? 0));
        if (memory?.expected !== expected) await ledger.change(() => ({ expected }));
        if (found === expected && copied !== null && copied !== found) await copyAnew();
        return { found, expected };
      }),
    );
  }

  async function check(): Promise<Kept<Whole>> {
    const whole = await look();
    if (!whole.ok || whole.value.found === whole.value.expected) return whole;
    const rows = await spare.rows();
    const back = await addAll(rows, true);
    // What was saved anew meanwhile is not brought back a second time, and is not missing.
    if (back.ok && rows.length >= whole.value.expected) await accept();
    return look();
  }

  function accept(): Promise<Kept<null>> {
    return ledger.held(() =>
      attempt(async () => {
        const found = await clippings.count();
        await ledger.change(() => ({ expected: found }));
        await copyAnew();
        return null;
      }),
    );
  }

  async function copyAnew(): Promise<void> {
    if (!isNewer()) await spare.replace(await clippings.toArray());
  }

  return {
    save: async (clipping) => {
      const saved = await count(
        async (written) => {
          if (await clippings.get(clipping.id)) return { id: clipping.id, already: false, added: 0 };
          const twin = (await ofPage(clipping.page.url, clipping.page.barUrl)).find((other) => sameExcerpt(other, clipping));
          if (twin) return { id: twin.id, already: true, added: 0 };
          await clippings.add(clipping);
          written.push(clipping);
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
        { takes: ids },
      );
      return gone.ok ? { ok: true, value: null } : gone;
    },
    restore: async (ids) => {
      const back = await count(
        async (written) => {
          const there = new Set(present(await clippings.bulkGet(ids)).map(({ id }) => id));
          // What has come back by another way since, as from a backup, stays as it is.
          const rows = present(await removed.bulkGet(ids)).flatMap(({ removedAt: _, ...row }) => (there.has(row.id) ? [] : row));
          await clippings.bulkAdd(rows);
          written.push(...rows);
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
      write(async (written) => {
        const rows = present(await clippings.bulkGet([...ids]));
        const changed = rows.flatMap((row) => withChange(row, change) ?? []).map((row) => ({ ...row, editedAt: now }));
        await clippings.bulkPut(changed);
        written.push(...changed);
        return changed.map(({ id }) => id);
      }),
    get: (id) => attempt(async () => (await clippings.get(id)) ?? null),
    list: () => attempt(() => clippings.orderBy('capturedAt').reverse().toArray()),
    ofPage: (url, barUrl) =>
      attempt(async () => (await ofPage(url, barUrl)).sort((a, b) => (a.selector.position?.start ?? 0) - (b.selector.position?.start ?? 0))),
    addAll,
    see: (sightings) =>
      write(async (written) => {
        const seen = new Map(sightings.map(({ id, sighting }) => [id, { sighting }]));
        const rows = present(await clippings.bulkGet([...seen.keys()])).map((row) => ({ ...row, ...seen.get(row.id) }));
        await clippings.bulkPut(rows);
        written.push(...rows);
        return null;
      }),
    count: () => attempt(() => clippings.count()),
    check,
    accept,
    watch(listener) {
      const prefix = `idb://${name}/clippings/`;
      const onChange = (parts: Record<string, unknown>) => {
        if (Object.keys(parts).some((part) => part.startsWith(prefix))) listener();
      };
      Dexie.on('storagemutated', onChange);
      return () => Dexie.on.storagemutated.unsubscribe(onChange);
    },
    close: () => {
      db.close();
      spare.close();
    },
  };
}

function present<T>(rows: (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}
