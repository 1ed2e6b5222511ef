import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followOwnNames } from '../../../lib/background/own-pack.ts';
import { OwnNameStore } from '../../../lib/store/own-names.ts';
import { PackStore } from '../../../lib/store/packs.ts';
import { anOwnName } from '../../support/own-name.ts';
import { makeContent } from '../../support/pack-content.ts';

const words = () => Promise.resolve({ title: 'My names', description: 'Names you added.', licence: 'yours' });
const now = '2024-07-01T10:00:00.000Z';
let names: OwnNameStore;
let packs: PackStore;
beforeEach(() => {
  names = new OwnNameStore();
  packs = new PackStore();
});
afterEach(async () => {
  names.close();
  packs.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
});

const packIds = async () => (await packs.list()).map(({ id, origin }) => `${id} ${origin}`);

it('lists the newest first, and puts an edit in its place', async () => {
  await names.save(anOwnName({ id: 'a', addedAt: '2024-01-01T00:00:00Z' }));
  await names.save(anOwnName({ id: 'b', addedAt: '2024-01-02T00:00:00Z' }));
  await names.save(anOwnName({ id: 'a', addedAt: '2024-01-01T00:00:00Z', line: 'Another line.' }));
  const listed = await names.list();
  expect(listed.ok && listed.value.map(({ id, line }) => [id, line])).toEqual([['b', anOwnName().line], ['a', 'Another line.']]);
});

it('brings a removed name back whole, and only for a while', async () => {
  await names.save(anOwnName());
  await names.remove(anOwnName().id, now);
  expect(await names.get(anOwnName().id)).toEqual({ ok: true, value: null });
  await names.restore(anOwnName().id);
  expect(await names.get(anOwnName().id)).toEqual({ ok: true, value: anOwnName() });
  await names.remove(anOwnName().id, now);
  await names.remove('another', '2024-07-01T12:00:00.000Z');
  await names.restore(anOwnName().id);
  expect(await names.get(anOwnName().id)).toEqual({ ok: true, value: null });
});

it('comes back from its second copy, as it was last, where the browser has lost it', async () => {
  names.close();
  const elsewhere = new IDBFactory();
  const open = () => (names = new OwnNameStore({ elsewhere: () => Promise.resolve(elsewhere) }));
  const kept = anOwnName({ id: 'a', line: 'Another line.' });
  open();
  await names.save(anOwnName({ id: 'a' }));
  await names.save(kept);
  for (const id of ['b', 'c']) await names.save(anOwnName({ id }));
  await names.remove('b', now);
  await names.remove('c', now);
  await names.restore('c');
  names.close();
  await Dexie.delete('own-names');
  open();
  const listed = await names.list();
  expect(listed.ok && listed.value.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([kept, anOwnName({ id: 'c' })]);
  for (const id of ['a', 'c']) await names.remove(id, now);
  expect(await names.list()).toEqual({ ok: true, value: [] });
});

it('makes a pack of them that follows every change, and is made anew where the packs’ database was lost', async () => {
  await packs.replace(makeContent());
  expect(await followOwnNames(names, packs, words)).toBe(false);
  await names.save(anOwnName());
  expect(await followOwnNames(names, packs, words)).toBe(true);
  expect(await followOwnNames(names, packs, words)).toBe(false);
  expect(await packIds()).toEqual(['my-names own', 'valley bundled']);
  await names.save(anOwnName({ line: 'Another line.' }));
  expect(await followOwnNames(names, packs, words)).toBe(true);
  expect((await packs.entities('my-names', [anOwnName().id]))?.found[0]?.entity.gloss).toBe('Another line.');
  packs.close();
  await Dexie.delete('packs');
  packs = new PackStore();
  expect(await followOwnNames(names, packs, words)).toBe(true);
  expect(await packIds()).toEqual(['my-names own']);
  await names.remove(anOwnName().id, now);
  expect(await followOwnNames(names, packs, words)).toBe(true);
  expect(await packIds()).toEqual([]);
});

it('is not touched when a bundled pack is seeded again', async () => {
  await names.save(anOwnName());
  await followOwnNames(names, packs, words);
  await packs.replace(makeContent());
  await packs.replace(makeContent({}, 'bundled', 'h2'));
  await packs.sweep(now);
  expect(await packIds()).toEqual(['my-names own', 'valley bundled']);
  expect(await names.list()).toEqual({ ok: true, value: [anOwnName()] });
});
