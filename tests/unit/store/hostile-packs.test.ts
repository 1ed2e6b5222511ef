import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMatcher } from '../../../lib/match/open.ts';
import { cardsOf } from '../../../lib/store/cards.ts';
import { exportPack } from '../../../lib/store/export-pack.ts';
import { importPack, type ImportOutcome } from '../../../lib/store/import-pack.ts';
import { PackStore } from '../../../lib/store/packs.ts';
import { dumpHash } from '../../support/dump-database.ts';
import { hostileFile, wickedFiles } from '../../support/hostile-packs.ts';
import { makeEntity, manifest } from '../../support/pack.ts';
import { fileOf, makeContent, makePack } from '../../support/pack-content.ts';

/** `npm run fuzz:packs` makes it 10,000. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 300);
const valid = makePack({
  manifest: { ...manifest, id: 'hills' },
  entities: [
    makeEntity({ place: { lat: 1, lon: 2 }, exists: { from: '1990' }, designations: [{ by: 'A court', as: 'a list', from: '2001', sources: ['post/a'] }] }),
    makeEntity({
      id: 'lake',
      type: 'place',
      salience: 'common',
      name: 'Lake',
      names: [{ text: 'Old Lake', to: '2010' }, { text: 'Lake', from: '2010' }],
      aliases: [{ text: 'The Lake', lang: 'en', kind: 'name', requires: ['valley'] }],
      relations: [{ type: 'part-of', target: 'river-guard', sources: ['post/a'] }],
      disputes: [{ question: 'Whose?', positions: [{ holder: 'A', text: 'Ours.', sources: ['post/a'] }, { holder: 'B', text: 'Ours.', sources: ['post/a'] }] }],
    }),
  ],
  outlines: { lake: { viewBox: '0 0 9 9', path: 'M0,0L9,9Z', points: { 'river-guard': { x: 1, y: 2 } } } },
});

let store: PackStore;
let before: string;
beforeAll(async () => {
  store = new PackStore('hostile');
  await store.replace(makeContent());
  before = await dumpHash(store.db);
});
afterAll(() => store.close());

let turn = 0;
function bring(file: string | Uint8Array): Promise<ImportOutcome> {
  return importPack(store, fileOf(file), { generation: `g${turn++}`, signal: new AbortController().signal, onProgress: () => undefined });
}

/** What was let in can be matched, told on any day, and exported; then it is taken out again without a trace. */
async function bear(outcome: ImportOutcome & { ok: true }): Promise<void> {
  const { id, entities } = outcome.pack;
  const found = openMatcher(await store.matchers([])).find({ text: 'The River Guard by the Lake in the valley.', title: '', lang: 'en', day: '2015-05-05', site: null }, null);
  const refs = [...found.mentions.flatMap((mention) => mention.options ?? [mention]), { pack: id, entity: 'river-guard' }, { pack: id, entity: 'lake' }];
  for (const day of [null, '1980-01-01', '2015-05-05', '2999-12-31']) await cardsOf(store, refs, { day, basis: day ? 'article' : 'none' }, '2024-07-01');
  const again = await bring((await exportPack(store, id))!.join(''));
  expect(again).toMatchObject({ ok: true, pack: { id, entities } });
  await store.discard(id);
}

it(`${runs} damaged packs crash nothing, are never imported in part, and leave the database as it was to the byte`, { timeout: 3_600_000 }, async () => {
  const tally = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(hostileFile(valid), async (file) => {
      const outcome = await bring(file);
      const what = outcome.ok ? 'imported' : outcome.reason;
      tally.set(what, (tally.get(what) ?? 0) + 1);
      if (outcome.ok) await bear(outcome);
      else expect(outcome.detail.length).toBeLessThanOrEqual(200);
      expect(['storage-failed', 'storage-full', 'cancelled']).not.toContain(what);
      expect(await dumpHash(store.db)).toBe(before);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    // Shrinking would go on in a database that the failure has left as it was not.
    { numRuns: runs, endOnFailure: true },
  );
  console.info([...tally].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`).join(', '));
  expect(tally.size).toBeGreaterThan(4);
});

it.each(wickedFiles(valid))('%s is refused, and the database stays as it was to the byte', async (_, file) => {
  expect(await bring(file)).toMatchObject({ ok: false });
  expect(await dumpHash(store.db)).toBe(before);
});
