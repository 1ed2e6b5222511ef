import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openClippings, type ClippingStore } from '../../../lib/store/clippings.ts';
import { aClipping } from '../../support/clipping.ts';
import { noLedger } from '../../support/no-ledger.ts';
import { navigatorWithLocks } from '../../support/one-at-a-time.ts';

let kept: Record<string, unknown> = {};
vi.mock('wxt/browser', () => ({
  browser: { storage: { local: { get: async (key: string) => structuredClone({ [key]: kept[key] }), set: async (items: object) => void Object.assign(kept, structuredClone(items)) } } },
}));
vi.stubGlobal('navigator', navigatorWithLocks());
const { createHandlers } = await import('../../../lib/background/handlers.ts');
type Sender = Parameters<ReturnType<typeof createHandlers>['mute']>[1];

const now = '2026-11-24T12:00:00.000Z';
const open = { id: 'ours', frameId: 0, tab: { id: 1, incognito: false }, url: 'https://paper.example/' } as Sender;
const inPrivate = { ...open, tab: { id: 2, incognito: true } } as Sender;
const draft = (({ id, selector, page }) => ({ id, selector, page, entities: [] }))(aClipping());
const sightings = [{ id: draft.id, sighting: { state: 'gone' as const, at: now, now: null } }];
const entity = { pack: 'syria', entity: 'idlib' };
let clippings: ClippingStore;
let handlers: ReturnType<typeof createHandlers>;

beforeEach(() => {
  kept = {};
  clippings = openClippings({ indexedDB: new IDBFactory(), IDBKeyRange, ledger: noLedger });
  const knowledge = { ready: () => Promise.reject(new Error('no packs')) } as unknown as Parameters<typeof createHandlers>[0]['knowledge'];
  handlers = createHandlers({ knowledge, clippings, css: () => '', now: () => now });
});

describe('what a page asks to be stored', () => {
  it('is stored: an excerpt, a sighting, a muted name and one that is underlined again', async () => {
    expect(await handlers['save-clipping']({ type: 'save-clipping', draft }, open)).toMatchObject({ ok: true });
    expect(await handlers['clippings-seen']({ type: 'clippings-seen', sightings }, open)).toMatchObject({ ok: true });
    expect(await clippings.list()).toMatchObject({ value: [{ id: draft.id, sighting: { state: 'gone' } }] });
    await handlers.mute({ type: 'mute', entity, muted: true }, open);
    expect(kept).toMatchObject({ settings: { muted: [entity] } });
    await handlers.mute({ type: 'mute', entity, muted: false }, open);
    expect(kept).toMatchObject({ settings: { muted: [] } });
  });

  it('is stored of a note and tags, and is an edit of that day; an excerpt that is not there is no failure', async () => {
    await clippings.save(aClipping());
    const change = { note: 'New.', addTags: ['a'] };
    expect(await handlers['edit-clipping']({ type: 'edit-clipping', id: draft.id, change } as never, open)).toEqual({ ok: true, value: null });
    expect(await clippings.get(draft.id)).toEqual({ ok: true, value: aClipping({ note: 'New.', tags: ['a'], editedAt: now }) });
    expect(await handlers['edit-clipping']({ type: 'edit-clipping', id: crypto.randomUUID(), change } as never, open)).toEqual({ ok: true, value: null });
  });

  it('is brought back once removed, and not said to be where there is nothing to bring back', async () => {
    await clippings.save(aClipping());
    await handlers['remove-clipping']({ type: 'remove-clipping', id: draft.id }, open);
    expect(await handlers['restore-clipping']({ type: 'restore-clipping', id: draft.id }, open)).toEqual({ ok: true, value: null });
    expect(await clippings.list()).toEqual({ ok: true, value: [aClipping()] });
    expect(await handlers['restore-clipping']({ type: 'restore-clipping', id: crypto.randomUUID() }, open)).toEqual({ ok: false, reason: 'failed' });
  });

  it('is refused to a private window, and nothing of it is left', async () => {
    const refused = { ok: false, reason: 'private-window' };
    expect(await handlers['save-clipping']({ type: 'save-clipping', draft }, inPrivate)).toEqual(refused);
    expect(await handlers.mute({ type: 'mute', entity, muted: true }, inPrivate)).toEqual(refused);
    await clippings.save(aClipping());
    await handlers['clippings-seen']({ type: 'clippings-seen', sightings }, inPrivate);
    expect(await clippings.list()).toEqual({ ok: true, value: [aClipping()] });
    expect(kept).toEqual({});
  });
});
