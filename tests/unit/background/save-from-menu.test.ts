import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toBackup } from '../../../lib/clip/backup.ts';
import { readImport } from '../../../lib/clip/import/read-import.ts';
import { openClippings, type ClippingStore } from '../../../lib/store/clippings.ts';
import { noLedger } from '../../support/no-ledger.ts';

vi.mock('wxt/browser', () => ({
  browser: {
    tabs: { sendMessage: () => Promise.reject(new Error('no receiver')) },
    scripting: { executeScript: () => Promise.reject(new Error('Cannot access contents of the page')) },
  },
}));
const { saveFromMenu } = await import('../../../lib/background/save-from-menu.ts');
type Tab = Parameters<typeof saveFromMenu>[0];

const now = '2026-11-24T12:00:00.000Z';
const knowledge = { ready: () => Promise.reject(new Error('no packs')) } as unknown as Parameters<typeof saveFromMenu>[2]['knowledge'];
let clippings: ClippingStore;

beforeEach(() => {
  clippings = openClippings({ indexedDB: new IDBFactory(), IDBKeyRange, ledger: noLedger });
});

function save(url: string, selection = 'Words in a PDF.', more: Partial<Tab> = {}) {
  const tab = { id: 1, url, title: 'A paper', incognito: false, ...more } as Tab;
  return saveFromMenu(tab, selection, { knowledge, clippings, now: () => now, newId: () => crypto.randomUUID() });
}

async function rows() {
  const listed = await clippings.list();
  return listed.ok ? listed.value : [];
}

describe('saving from the menu where no script may run', () => {
  it('keeps what a backup can bring back, from a page with a long address too', async () => {
    expect(await save('https://paper.example/a.pdf')).toBe('text');
    expect(await save(`https://paper.example/b.pdf?${'x'.repeat(3_000)}`)).toBe('text');
    const kept = await rows();
    expect(kept).toHaveLength(2);
    expect(readImport(toBackup(kept, now), { newId: () => '', now })).toMatchObject({ ok: true, clippings: kept });
  });

  it('keeps nothing that no backup could bring back, and says that it failed', async () => {
    expect(await save(`https://paper.example/?${'x'.repeat(50_000)}`)).toBe('failed');
    expect(await rows()).toEqual([]);
  });

  it('keeps nothing of a private window, and nothing that is no web page or no words', async () => {
    for (const outcome of [await save('https://paper.example/', 'Words', { incognito: true }), await save('file:///a.pdf'), await save('https://paper.example/', ' ')]) expect(outcome).toBe('nothing');
    expect(await rows()).toEqual([]);
  });
});
