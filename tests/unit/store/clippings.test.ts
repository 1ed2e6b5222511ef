import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openClippings, type ClippingStore } from '../../../lib/store/clippings.ts';
import type { Ledger } from '../../../lib/store/ledger.ts';
import { aClipping } from '../../support/clipping.ts';
import { noLedger } from '../../support/no-ledger.ts';

const [one, two, three] = ['a', 'b', 'c'].map((letter) => `3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1c0${letter}`) as [string, string, string];
const now = '2026-11-24T12:00:00.000Z';
const later = '2026-11-24T14:00:00.000Z';
let platform: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange; ledger: Ledger };
let store: ClippingStore;

beforeEach(() => {
  platform = { indexedDB: new IDBFactory(), IDBKeyRange, ledger: noLedger };
  store = openClippings(platform);
});

describe('the library', () => {
  it('gives back what was saved, field for field', async () => {
    const clipping = aClipping({ note: 'n', tags: ['t'] });
    expect(await store.save(clipping)).toEqual({ ok: true, value: { id: clipping.id, already: false } });
    expect(await store.get(clipping.id)).toEqual({ ok: true, value: clipping });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
  });

  it('takes a retry under the same id for the same save', async () => {
    await store.save(aClipping());
    expect(await store.save(aClipping())).toEqual({ ok: true, value: { id: aClipping().id, already: false } });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
  });

  it('offers the excerpt that is there already instead of doubling it', async () => {
    await store.save(aClipping({ id: one }));
    expect(await store.save(aClipping({ id: two }))).toEqual({ ok: true, value: { id: one, already: true } });
    expect(await store.save(aClipping({ id: two, selector: { prefix: '', suffix: '', position: null } }))).toEqual({ ok: true, value: { id: one, already: true } });
    expect(await store.save(aClipping({ id: two, page: { url: 'https://example.org/news/1?a=b' } }))).toMatchObject({ value: { already: true } });
  });

  it('stores the same words at another place, and on another page', async () => {
    await store.save(aClipping({ id: one }));
    expect(await store.save(aClipping({ id: two, selector: { prefix: 'Elsewhere. ' } }))).toMatchObject({ value: { already: false } });
    expect(await store.save(aClipping({ id: three, page: { url: 'https://example.org/2', barUrl: 'https://example.org/2' } }))).toMatchObject({ value: { already: false } });
  });

  it('stores one of many simultaneous saves of one excerpt', async () => {
    const other = openClippings(platform);
    const saves = await Promise.all([one, two, three].map((id, index) => (index % 2 ? store : other).save(aClipping({ id }))));
    expect(saves.filter((saved) => saved.ok && !saved.value.already)).toHaveLength(1);
    expect(await store.count()).toEqual({ ok: true, value: 1 });
  });

  it('restores what was removed, also after a restart', async () => {
    await store.save(aClipping({ id: one, note: 'kept' }));
    await store.remove([one, two], now);
    expect(await store.list()).toEqual({ ok: true, value: [] });
    store.close();
    store = openClippings(platform);
    await store.restore([one]);
    expect(await store.list()).toEqual({ ok: true, value: [aClipping({ id: one, note: 'kept' })] });
  });

  it('forgets removed rows for good when the time for undoing is over', async () => {
    await store.save(aClipping({ id: one }));
    await store.remove([one], now);
    await store.forget(now);
    expect(await store.restore([one])).toEqual({ ok: true, value: 1 });
    expect(await store.restore([one])).toEqual({ ok: true, value: 1 });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
    await store.remove([one], now);
    await store.forget(later);
    expect(await store.restore([one])).toEqual({ ok: true, value: 0 });
    expect(await store.count()).toEqual({ ok: true, value: 0 });
  });

  it('changes note and tags only, of several rows at once, and says which are not what they were', async () => {
    await store.save(aClipping({ id: one }));
    expect(await store.update([one], { note: 'new' }, now)).toEqual({ ok: true, value: [one] });
    expect(await store.get(one)).toEqual({ ok: true, value: aClipping({ id: one, note: 'new', editedAt: now }) });
    await store.save(aClipping({ id: two, selector: { exact: 'other' }, tags: ['a'] }));
    expect(await store.update([one, two, three], { addTags: ['a'] }, later)).toEqual({ ok: true, value: [one] });
    expect(await store.get(two)).toMatchObject({ value: { tags: ['a'], editedAt: aClipping().editedAt } });
  });

  it('loses no tag where two are added at once, and takes off only the one named', async () => {
    await store.save(aClipping({ id: one, tags: ['a', 'b'] }));
    await Promise.all([store.update([one], { addTags: ['c'] }, now), store.update([one], { addTags: ['d', 'a'] }, now), store.update([one], { removeTags: ['b'] }, now)]);
    expect(await store.get(one)).toMatchObject({ value: { tags: ['a', 'c', 'd'] } });
  });

  it('finds the clippings of a page under either address, in order of place', async () => {
    await store.save(aClipping({ id: one, selector: { exact: 'late', position: { start: 90, end: 94 } } }));
    await store.save(aClipping({ id: two, selector: { exact: 'early', position: { start: 3, end: 8 } }, page: { url: 'https://example.org/news/1?a=b' } }));
    await store.save(aClipping({ id: three, page: { url: 'https://example.org/other', barUrl: 'https://example.org/other' } }));
    const found = await store.ofPage('https://example.org/news/1', 'https://example.org/news/1?a=b');
    expect(found.ok && found.value.map(({ id }) => id)).toEqual([two, one]);
  });

  it('keeps how a clipping was last met on its page', async () => {
    await store.save(aClipping({ id: one }));
    const sighting = { state: 'changed' as const, at: now, now: 'The parties did not meet in Sochi.' };
    await store.see([{ id: one, sighting }, { id: two, sighting }]);
    expect(await store.get(one)).toEqual({ ok: true, value: aClipping({ id: one, sighting }) });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
  });

  it('tells watchers of committed changes until they stop', async () => {
    let calls = 0;
    const stop = store.watch(() => calls++);
    await store.save(aClipping({ id: one }));
    await expect.poll(() => calls).toBeGreaterThan(0);
    const before = calls;
    await store.update([one], { addTags: ['x'] }, now);
    await expect.poll(() => calls).toBeGreaterThan(before);
    stop();
    const atStop = calls;
    let others = 0;
    const stopOther = store.watch(() => others++);
    await store.remove([one], now);
    await expect.poll(() => others).toBeGreaterThan(0);
    stopOther();
    expect(calls).toBe(atStop);
  });

  it('takes nothing of an import for which the disk has no room, and all of it once there is', async () => {
    await store.save(aClipping({ id: one }));
    const incoming = Array.from({ length: 50 }, (_, at) => aClipping({ id: crypto.randomUUID(), selector: { exact: `Excerpt ${at}.` } }));
    const add = IDBObjectStore.prototype.add;
    let room = 30;
    IDBObjectStore.prototype.add = function (...args) {
      if (room-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
      return add.apply(this, args);
    };
    try {
      expect(await store.addAll(incoming, false)).toEqual({ ok: false, reason: 'storage-full' });
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(await store.list()).toEqual({ ok: true, value: [aClipping({ id: one })] });
    expect(await store.check()).toEqual({ ok: true, value: { found: 1, expected: 1 } });
    expect(await store.addAll(incoming, false)).toMatchObject({ ok: true, value: { added: 50 } });
    expect(await store.check()).toEqual({ ok: true, value: { found: 51, expected: 51 } });
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['InvalidStateError', 'storage-failed'],
  ])('turns a %s into %s on opening, keeps the rows, and saves once the trouble is over', async (name, reason) => {
    await store.save(aClipping({ id: one }));
    let trouble = true;
    const open: IDBFactory['open'] = (...args) => {
      if (trouble) throw new DOMException('no', name);
      return platform.indexedDB.open(...args);
    };
    const failing = openClippings({ ...platform, indexedDB: new Proxy(platform.indexedDB, { get: (target, key) => (key === 'open' ? open : Reflect.get(target, key)) }) });
    expect(await failing.save(aClipping({ id: two, selector: { exact: 'other' } }))).toEqual({ ok: false, reason });
    expect(await store.count()).toEqual({ ok: true, value: 1 });
    trouble = false;
    expect(await failing.save(aClipping({ id: two, selector: { exact: 'other' } }))).toMatchObject({ ok: true });
    expect(await store.count()).toEqual({ ok: true, value: 2 });
  });
});
