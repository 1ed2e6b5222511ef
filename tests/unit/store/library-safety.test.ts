import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { toBackup } from '../../../lib/clip/backup.ts';
import { readImport } from '../../../lib/clip/import/read-import.ts';
import type { Clipping } from '../../../lib/clip/schema.ts';
import { openClippings, type ClippingStore } from '../../../lib/store/clippings.ts';
import { openLedger, type KeyValueStore } from '../../../lib/store/ledger.ts';
import { aClipping } from '../../support/clipping.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';
import { oneAtATime } from '../../support/one-at-a-time.ts';

const now = '2026-11-24T12:00:00.000Z';
const ids = clippingShelf.map(({ id }) => id);
let kept: Record<string, unknown>;
let memory: KeyValueStore;
let platform: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
let elsewhere: IDBFactory;
let store: ClippingStore;

function open(): ClippingStore {
  return openClippings({ ...platform, elsewhere: () => Promise.resolve(elsewhere), ledger: openLedger(memory, oneAtATime()) });
}

beforeEach(() => {
  kept = {};
  memory = { get: (key) => Promise.resolve({ [key]: kept[key] }), set: (items) => Promise.resolve(void Object.assign(kept, structuredClone(items))) };
  platform = { indexedDB: new IDBFactory(), IDBKeyRange };
  elsewhere = new IDBFactory();
  store = open();
});

const loseDatabase = () => {
  store.close();
  platform = { ...platform, indexedDB: new IDBFactory() };
  store = open();
};

const loseBoth = () => {
  elsewhere = new IDBFactory();
  loseDatabase();
};

const byId = (all: readonly Clipping[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const listed = async () => {
  const all = await store.list();
  return all.ok ? byId(all.value) : [];
};

describe('what is written down beside the database', () => {
  it('finds nothing missing through saving, removing, bringing back and restoring', async () => {
    for (const clipping of clippingShelf) await store.save(clipping);
    await store.save(aClipping({ ...clippingShelf[0], id: '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff' }));
    await store.remove([ids[0]!, ids[1]!, '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff'], now);
    expect(await store.check()).toEqual({ ok: true, value: { found: 3, expected: 3 } });
    await store.restore([ids[0]!]);
    await store.addAll(clippingShelf, true);
    expect(await store.check()).toEqual({ ok: true, value: { found: 5, expected: 5 } });
  });

  it('finds nothing missing after one clipping was removed in two places, and brought back where it was back already', async () => {
    await store.save(aClipping());
    await store.remove([aClipping().id], now);
    await store.remove([aClipping().id], now);
    expect(await store.check()).toEqual({ ok: true, value: { found: 0, expected: 0 } });
    await store.addAll([aClipping({ note: 'from a backup' })], true);
    await store.restore([aClipping().id]);
    expect(await store.check()).toEqual({ ok: true, value: { found: 1, expected: 1 } });
    expect(await store.list()).toEqual({ ok: true, value: [aClipping({ note: 'from a backup' })] });
  });

  it('finds nothing missing where one of two removals could not be written down beforehand', async () => {
    for (const clipping of clippingShelf) await store.save(clipping);
    const { set } = memory;
    memory.set = () => {
      memory.set = set;
      return Promise.reject(new Error('busy'));
    };
    await store.remove([ids[0]!], now);
    expect(await store.check()).toEqual({ ok: true, value: { found: 4, expected: 4 } });
  });

  it('tells how many are missing once the database is emptied, however much is saved afterwards, until they are restored', async () => {
    for (const clipping of clippingShelf) await store.save(clipping);
    loseBoth();
    expect(await store.check()).toEqual({ ok: true, value: { found: 0, expected: 5 } });
    await store.save(aClipping());
    await store.remove([aClipping().id], now);
    expect(await store.check()).toEqual({ ok: true, value: { found: 0, expected: 5 } });
    const strangers = clippingShelf.map((clipping, at) => ({ ...clipping, id: `4a0c6a52-6d0e-4b7e-9f1e-00000000000${at}`, page: { ...clipping.page, url: 'https://other.example/' } }));
    await store.addAll(strangers, false);
    expect(await store.check()).toEqual({ ok: true, value: { found: 5, expected: 10 } });
    await store.addAll(clippingShelf.slice(0, 2), true);
    expect(await store.check()).toEqual({ ok: true, value: { found: 7, expected: 10 } });
    await store.addAll(clippingShelf, true);
    expect(await store.check()).toEqual({ ok: true, value: { found: 10, expected: 10 } });
  });

  it('is brought up to date where the library holds more than it says, and where it was lost itself', async () => {
    for (const clipping of clippingShelf) await store.save(clipping);
    kept = {};
    expect(await store.check()).toEqual({ ok: true, value: { found: 5, expected: 5 } });
    loseBoth();
    expect(await store.check()).toMatchObject({ value: { expected: 5 } });
  });

  it('is given up when the reader goes on without what is missing', async () => {
    for (const clipping of clippingShelf) await store.save(clipping);
    loseBoth();
    await store.accept();
    expect(await store.check()).toEqual({ ok: true, value: { found: 0, expected: 0 } });
  });

  it('never costs an excerpt: what cannot be written down is saved all the same', async () => {
    memory.set = () => Promise.reject(new Error('full'));
    expect(await store.save(aClipping())).toMatchObject({ ok: true });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
  });

  it('expects no more than there is when it all ends between lowering and removing', async () => {
    for (const clipping of clippingShelf) await store.save(clipping);
    const states: unknown[] = [];
    memory.set = (items) => Promise.resolve(void (states.push(structuredClone(items['library'])), Object.assign(kept, items)));
    await store.remove([ids[0]!, ids[1]!], now);
    expect(states).toMatchObject([{ expected: 3 }]);
  });
});

describe('a second copy elsewhere', () => {
  const sighting = { at: now, state: 'anchored' } as never;

  it('brings the whole library back as it was last, and nothing that was removed', async () => {
    await store.addAll(clippingShelf, false);
    await store.update([ids[0]!], { note: 'mine' }, now);
    await store.see([{ id: ids[1]!, sighting }]);
    await store.remove([ids[2]!, ids[3]!], now);
    await store.restore([ids[3]!]);
    const before = await listed();
    expect(before).toHaveLength(4);
    loseDatabase();
    expect(await store.check()).toEqual({ ok: true, value: { found: 4, expected: 4 } });
    expect(await listed()).toEqual(before);
  });

  it('is brought back beside what was saved since, which is not doubled', async () => {
    await store.addAll(clippingShelf, false);
    const before = await listed();
    loseDatabase();
    await store.save({ ...clippingShelf[0]!, id: '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff' });
    await store.save(aClipping());
    expect(await store.check()).toEqual({ ok: true, value: { found: 6, expected: 6 } });
    const again = { ...clippingShelf[0]!, id: '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff' };
    expect(await listed()).toEqual(byId([...before.filter(({ id }) => id !== ids[0]), again, aClipping()]));
  });

  it('is made anew where it was lost itself, and where the library is older than it', async () => {
    await store.addAll(clippingShelf, false);
    const before = await listed();
    elsewhere = new IDBFactory();
    store.close();
    store = open();
    await store.check();
    loseDatabase();
    await store.check();
    expect(await listed()).toEqual(before);
  });

  it('brings the library back where what was written down about it is lost as well', async () => {
    await store.addAll(clippingShelf, false);
    const before = await listed();
    kept = {};
    loseDatabase();
    expect(await store.check()).toEqual({ ok: true, value: { found: 5, expected: 5 } });
    expect(await listed()).toEqual(before);
    expect(await store.check()).toEqual({ ok: true, value: { found: 5, expected: 5 } });
  });

  it('costs no excerpt where it cannot be written, and is made good later', async () => {
    const kept = elsewhere;
    elsewhere = new Proxy(kept, { get: () => () => { throw new Error('no room'); } });
    expect(await store.save(aClipping())).toMatchObject({ ok: true });
    expect(await store.check()).toEqual({ ok: true, value: { found: 1, expected: 1 } });
    elsewhere = kept;
    await store.check();
    loseDatabase();
    await store.check();
    expect(await listed()).toEqual([aClipping()]);
  });

  it('holds again what could not be removed after all', async () => {
    await store.addAll(clippingShelf, false);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'removed') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };
    try {
      expect(await store.remove([ids[0]!], now)).toEqual({ ok: false, reason: 'storage-full' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    await store.check();
    const before = await listed();
    loseDatabase();
    await store.check();
    expect(await listed()).toEqual(before);
  });

  it('is given up with what is missing', async () => {
    await store.addAll(clippingShelf, false);
    const kept = elsewhere;
    elsewhere = new Proxy(kept, { get: () => () => { throw new Error('cannot be read'); } });
    loseDatabase();
    expect(await store.check()).toEqual({ ok: true, value: { found: 0, expected: 5 } });
    elsewhere = kept;
    await store.accept();
    expect(await store.check()).toEqual({ ok: true, value: { found: 0, expected: 0 } });
    expect(await listed()).toEqual([]);
  });
});

describe('restoring', () => {
  it('gives back a wiped library, equal in every field', async () => {
    const rows = clippingShelf.map((clipping, at) => ({ ...clipping, note: `n${at}`, tags: ['t'] }));
    await store.addAll(rows, true);
    const before = await listed();
    const file = toBackup(before, now);
    loseBoth();
    const read = readImport(file, { newId: () => '', now });
    expect(await store.addAll(read.ok ? read.clippings : [], true)).toEqual({ ok: true, value: { added: 5, updated: 0, already: 0 } });
    expect(await listed()).toEqual(before);
  });

  it('keeps the later edited of two states, and says what told nothing new', async () => {
    const old = aClipping({ note: 'old' });
    const edited = aClipping({ note: 'new', editedAt: now });
    await store.addAll([old], true);
    expect(await store.addAll([edited], true)).toEqual({ ok: true, value: { added: 0, updated: 1, already: 0 } });
    expect(await store.addAll([old], true)).toEqual({ ok: true, value: { added: 0, updated: 0, already: 1 } });
    expect(await store.get(old.id)).toEqual({ ok: true, value: edited });
  });

  it('does not double an excerpt that is there under another id, unless its note or tags are new', async () => {
    await store.save(aClipping({ tags: ['a'] }));
    const other = (change: Partial<Clipping>) => aClipping({ id: '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff', ...change });
    expect(await store.addAll([other({ tags: ['a'] })], true)).toMatchObject({ value: { added: 0, already: 1 } });
    expect(await store.addAll([other({ note: 'mine' })], true)).toMatchObject({ value: { added: 1 } });
  });

  it('adds all or none', async () => {
    await store.save(aClipping());
    const broken = { ...clippingShelf[1]!, id: undefined as never };
    expect(await store.addAll([clippingShelf[0]!, broken], true)).toMatchObject({ ok: false });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
    expect(await store.check()).toEqual({ ok: true, value: { found: 1, expected: 1 } });
  });
});

describe('a database of another version', () => {
  /** What the first release wrote, without any code of today. */
  async function writeRaw(version: number, rows: unknown[], more: string[] = []): Promise<void> {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = platform.indexedDB.open('clippings', version * 10);
      request.onupgradeneeded = () => {
        const clippings = request.result.createObjectStore('clippings', { keyPath: 'id' });
        for (const index of ['page.url', 'page.barUrl', 'capturedAt']) clippings.createIndex(index, index);
        request.result.createObjectStore('removed', { keyPath: 'id' }).createIndex('removedAt', 'removedAt');
        for (const name of more) request.result.createObjectStore(name);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const transaction = db.transaction('clippings', 'readwrite');
    for (const row of rows) transaction.objectStore('clippings').put(row);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    db.close();
  }

  it('as the first release wrote it opens with 10,000 clippings equal field by field', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({ ...clippingShelf[at % 5]!, id: `3f0c6a52-6d0e-4b7e-9f1e-${at.toString(16).padStart(12, '0')}`, note: `n${at}` }));
    await writeRaw(1, rows);
    expect(await listed()).toEqual(rows);
  }, 60_000);

  it('of a later release is read, never written to', async () => {
    await writeRaw(2, clippingShelf, ['folders']);
    expect((await store.list()).ok).toBe(true);
    const refused = { ok: false, reason: 'storage-newer' };
    expect(await store.save(aClipping())).toEqual(refused);
    expect(await store.remove(ids, now)).toEqual(refused);
    expect(await store.update([ids[0]!], { note: 'x' }, now)).toEqual(refused);
    expect(await store.addAll([aClipping()], true)).toEqual(refused);
    store.close();
    const raw = await new Promise<IDBDatabase>((resolve) => {
      const request = platform.indexedDB.open('clippings');
      request.onsuccess = () => resolve(request.result);
    });
    expect([raw.version, [...raw.objectStoreNames]]).toEqual([20, ['clippings', 'folders', 'removed']]);
    raw.close();
  });
});
