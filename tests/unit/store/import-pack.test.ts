import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMatcher } from '../../../lib/match/open.ts';
import { entityKey } from '../../../lib/pack/entity-key.ts';
import { readPackFile, type ImportProgress } from '../../../lib/pack/import.ts';
import type { PackFile } from '../../../lib/pack/schema.ts';
import { exportPack } from '../../../lib/store/export-pack.ts';
import { importPack, type ImportOutcome } from '../../../lib/store/import-pack.ts';
import { PackStore } from '../../../lib/store/packs.ts';
import { dumpHash } from '../../support/dump-database.ts';
import { makeEntity, manifest } from '../../support/pack.ts';
import { fileOf, makeContent, makePack, manyEntities } from '../../support/pack-content.ts';

const hills = { ...manifest, id: 'hills', title: 'The hills' };
const ford = makeEntity({ id: 'ford-guard', name: 'Ford Guard', aliases: [{ text: 'Ford Guard', lang: 'en', kind: 'name' }] });
const now = '2024-07-01T10:00:00.000Z';
let store: PackStore;
let turn = 0;

beforeEach(async () => {
  store = new PackStore(`packs ${turn++}`);
  await store.replace(makeContent());
});
afterEach(async () => {
  store.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
});

function bring(content: unknown, options: { signal?: AbortSignal; onProgress?: (progress: ImportProgress) => void } = {}): Promise<ImportOutcome> {
  return importPack(store, fileOf(content), { generation: `g${turn++}`, signal: new AbortController().signal, onProgress: () => undefined, ...options });
}

async function mentioned(text: string, off: string[] = []): Promise<string[]> {
  const page = { text, title: '', lang: 'en', day: '2024-01-01', site: null };
  return openMatcher(await store.matchers(off)).find(page, null).mentions.map(({ pack, entity }) => entityKey({ pack, entity }));
}

describe('an imported pack', () => {
  it('is found on pages beside the bundled one, and only while it is on', async () => {
    expect(await bring(makePack({ manifest: hills, entities: [ford] }))).toMatchObject({ ok: true, pack: { id: 'hills', origin: 'imported', entities: 1 } });
    const text = 'The River Guard met the Ford Guard.';
    expect(await mentioned(text)).toEqual(['valley/river-guard', 'hills/ford-guard']);
    expect(await mentioned(text, ['hills'])).toEqual(['valley/river-guard']);
  });

  it('offers a choice where it and another pack have the same name', async () => {
    await bring(makePack({ manifest: hills, entities: [makeEntity(), ford] }));
    const page = { text: 'The River Guard met the Ford Guard.', title: '', lang: 'en', day: '2024-01-01', site: null };
    const [mention] = openMatcher(await store.matchers([])).find(page, null).mentions;
    expect(mention?.options?.map(({ pack }) => pack).sort()).toEqual(['hills', 'valley']);
  });

  it('comes out again as it went in', async () => {
    const pack = makePack({
      manifest: { ...hills, credits: ['A map maker'] },
      entities: manyEntities(250).map((entity, at) => (at === 0 ? { ...entity, relations: [{ type: 'part-of', target: 'guard-1', sources: ['post/a'] }] } : entity)),
      outlines: { 'guard-0': { viewBox: '0 0 9 9', path: 'M0,0L9,9Z', points: { 'guard-1': { x: 1, y: 2 } } } },
    });
    await bring(pack);
    const pieces = await exportPack(store, 'hills');
    const read = readPackFile(new TextEncoder().encode(pieces?.join('')));
    const inOrder = ({ entities, ...rest }: PackFile) => ({ ...rest, entities: entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
    expect(read.ok && inOrder(read.pack)).toEqual(inOrder(pack));
    expect(await bring(pieces?.join(''))).toMatchObject({ ok: true });
  });

  it('can be removed and brought back, and is swept away when the time for that is over', async () => {
    await bring(makePack({ manifest: hills }));
    const whole = await dumpHash(store.db);
    await store.remove('hills', now);
    expect((await store.list()).map(({ id }) => id)).toEqual(['valley']);
    await store.sweep(now);
    expect(await store.restore('hills')).toBe(true);
    expect(await dumpHash(store.db)).toBe(whole);
    await store.remove('hills', now);
    await store.sweep('2024-07-01T12:00:00.000Z');
    expect(await store.restore('hills')).toBe(false);
    expect(await store.db.entities.count()).toBe(1);
  });

  it('takes the place of what was imported under its id before', async () => {
    await bring(makePack({ manifest: hills, entities: manyEntities(3) }));
    await bring(makePack({ manifest: hills, entities: manyEntities(2) }));
    expect((await store.list()).find(({ id }) => id === 'hills')?.entities).toBe(2);
    expect(await store.db.entities.count()).toBe(3);
  });
});

describe('an edition of a bundled pack', () => {
  const bundledAt = (asOf: string, hash: string) => store.replace(makeContent({ manifest: { ...manifest, asOf } }, 'bundled', hash));

  it('is refused where it is older', async () => {
    expect(await bring(makePack({ manifest: { ...manifest, asOf: '2024-06-29' } }))).toMatchObject({ ok: false, reason: 'older-edition', detail: '1.0.0' });
  });

  it('stays until the bundled one is newer', async () => {
    expect(await bring(makePack({ manifest: { ...manifest, version: '1.0.10' } }))).toMatchObject({ ok: true });
    expect(await bundledAt('2024-06-30', 'h2')).toBe('kept');
    expect((await store.list())[0]).toMatchObject({ origin: 'imported', manifest: { version: '1.0.10' } });
    expect(await bundledAt('2024-07-01', 'h3')).toBe('replaced');
    expect((await store.list())[0]?.origin).toBe('bundled');
  });

  it('gives its place back when it is removed, and takes it again when that is undone', async () => {
    await bring(makePack({ manifest: { ...manifest, asOf: '2024-08-01' } }));
    await store.remove('valley', now);
    await bundledAt('2024-06-30', 'h1');
    expect((await store.list())[0]?.origin).toBe('bundled');
    await store.restore('valley');
    expect((await store.list())[0]?.origin).toBe('imported');
    expect(await store.db.matchers.count()).toBe(1);
  });
});

describe('an import that ends early', () => {
  const big = makePack({ manifest: hills, entities: manyEntities(500) });

  it.each(['check', 'index', 'write', 'verify'] as const)('leaves nothing when it is cancelled at the step "%s"', async (step) => {
    const before = await dumpHash(store.db);
    const stop = new AbortController();
    const outcome = await bring(big, { signal: stop.signal, onProgress: (progress) => void (progress.step === step && (progress.total === 0 || progress.done >= 200) && stop.abort()) });
    expect(outcome).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(await dumpHash(store.db)).toBe(before);
  });

  it('leaves nothing after the next sweep when its context died', async () => {
    const before = await dumpHash(store.db);
    await store.db.staged.add({ generation: 'dead' });
    await store.db.addEntities('dead', big.entities, big.sources);
    await store.sweep(now);
    expect(await dumpHash(store.db)).toBe(before);
  });

  it('leaves nothing when what was written does not read back the same', async () => {
    const before = await dumpHash(store.db);
    const outcome = await importPack(store, fileOf(big), {
      generation: 'g',
      signal: new AbortController().signal,
      onProgress: ({ step, done }) => void (step === 'verify' && done === 0 && store.db.entities.delete(['g', 'guard-7'])),
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'storage-failed' });
    expect(await dumpHash(store.db)).toBe(before);
  });

  it('tells how far it is', async () => {
    const seen: ImportProgress[] = [];
    await bring(big, { onProgress: (progress) => seen.push(progress) });
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(['check', 'index', 'write', 'verify']);
    expect(seen.filter(({ step }) => step === 'write').map(({ done }) => done)).toEqual([0, 100, 200, 300, 400]);
  });
});

it('refuses a file that would pass for the reader’s own names', async () => {
  expect(await bring(makePack({ manifest: { ...manifest, id: 'my-names' } }))).toMatchObject({ ok: false, reason: 'reserved-id' });
});
