import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { PackFile } from '../../../lib/pack/schema.ts';
import { PackStore, type PackContent } from '../../../lib/store/packs.ts';

const stores: PackStore[] = [];
function open(name: string): PackStore {
  const store = new PackStore(name);
  stores.push(store);
  return store;
}
afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
});

function content(hash: string, ids: string[]): PackContent {
  const file: PackFile = {
    format: 1,
    manifest: { id: 'test', title: 'Test', description: 'A test', version: '1.0.0', asOf: '2026-01-01', licence: 'CC0' },
    sources: { 'paper/one': { publisher: 'Paper', nature: 'media', title: 'One', url: 'https://paper.example/1' } },
    entities: ids.map((id) => ({
      id,
      type: 'place',
      salience: 'specific',
      name: id,
      aliases: [],
      gloss: `${id} is a place.`,
      summaries: [],
      facts: [{ text: 'It was founded.', date: '1900', sources: ['paper/one'] }],
    })),
  };
  return { file, hash, index: new ArrayBuffer(4), rules: {} as PackContent['rules'], bytes: 100, origin: 'bundled' };
}

describe('the packs database', () => {
  it('gives an entity with the sources its statements name', async () => {
    const store = open('a');
    await store.replace(content('h1', ['idlib', 'afrin']));
    const got = await store.entities('test', ['afrin', 'nowhere', 'idlib']);
    expect(got?.found.map(({ entity }) => entity.id)).toEqual(['afrin', 'idlib']);
    expect(Object.keys(got?.found[0]?.sources ?? {})).toEqual(['paper/one']);
  });

  it('leaves nothing of the earlier content when a pack is replaced', async () => {
    const store = open('b');
    await store.replace(content('h1', ['idlib']));
    await store.replace(content('h2', ['afrin']));
    expect((await store.entities('test', ['idlib', 'afrin']))?.found.map(({ entity }) => entity.id)).toEqual(['afrin']);
    expect(await store.matchers([])).toHaveLength(1);
  });

  it('keeps the old content whole when the new one cannot be written', async () => {
    const store = open('c');
    await store.replace(content('h1', ['idlib']));
    await expect(store.replace(content('h2', ['afrin', 'afrin']))).rejects.toThrow();
    expect((await store.list()).map((pack) => pack.hash)).toEqual(['h1']);
    expect((await store.entities('test', ['idlib', 'afrin']))?.found.map(({ entity }) => entity.id)).toEqual(['idlib']);
  });

  it('writes once when two contexts seed at the same time', async () => {
    const [one, two] = [open('d'), open('d')];
    const outcomes = await Promise.all([one.replace(content('h1', ['idlib'])), two.replace(content('h1', ['idlib']))]);
    expect(outcomes.sort()).toEqual(['already', 'replaced']);
  });

  it('gives no index of a pack that is off', async () => {
    const store = open('e');
    await store.replace(content('h1', ['idlib']));
    expect(await store.matchers(['test'])).toEqual([]);
    expect(await store.matchers(['other'])).toHaveLength(1);
  });

  it('knows no entities of a pack that is not there', async () => {
    expect(await open('f').entities('none', ['idlib'])).toBeNull();
  });
});
