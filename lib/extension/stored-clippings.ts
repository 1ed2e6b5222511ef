import { browser } from 'wxt/browser';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ClippingChange } from '../clip/clipping-change.ts';
import type { Clipping } from '../clip/schema.ts';
import { ask } from '../messages/client.ts';
import type { Reply } from '../messages/schema.ts';
import { openClippings, type ClippingStore, type Kept } from '../store/clippings.ts';
import { ledger } from './ledger.ts';

/** Why clippings could not be read: the storage failed, or the page is in a private window of Firefox, which keeps it from there. */
export type Unread = 'libraryFailed' | 'libraryPrivate';

/** `missing`: clippings of the whole library that were saved and that the browser has lost. */
export type LibraryContent = { is: 'loading' } | { is: 'failed'; why: Unread } | { is: 'ready'; clippings: Clipping[]; missing: number };

/** What a change of the library came to, for the reader to be told. */
export type ChangeOutcome = 'done' | 'storage-full' | 'storage-failed' | 'storage-newer';

export interface StoredClippings {
  content: LibraryContent;
  remove: (ids: string[]) => Promise<ChangeOutcome>;
  restore: (ids: string[]) => Promise<ChangeOutcome>;
  edit: (id: string, change: ClippingChange) => Promise<ChangeOutcome>;
  /** In one transaction; ids of those that are not what they were. */
  editAll: (ids: string[], change: ClippingChange) => Promise<Kept<string[]>>;
  addAll: ClippingStore['addAll'];
  /** Takes what is there for the whole library. */
  accept: () => void;
  /** Reads the database anew. */
  retry: () => void;
}

/** The reader's clippings as `read` gives them, kept in step with every other context. A failure is told, never an empty library. */
export function useClippings(read: (store: ClippingStore) => Promise<Kept<Clipping[]>>): StoredClippings {
  const store = useMemo(() => openClippings({ ledger }), []);
  const [content, setContent] = useState<LibraryContent>({ is: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let stale = false;
    const load = async () => {
      // First: it brings back what the browser has lost.
      const whole = await store.check();
      const rows = await read(store);
      const missing = whole.ok ? whole.value.expected - whole.value.found : 0;
      if (!stale) setContent(rows.ok ? { is: 'ready', clippings: rows.value, missing } : { is: 'failed', why: browser.extension.inIncognitoContext ? 'libraryPrivate' : 'libraryFailed' });
    };
    void load();
    const stop = store.watch(() => void load());
    return () => {
      stale = true;
      stop();
    };
  }, [store, read, turn]);
  const now = () => new Date().toISOString();
  return {
    content,
    remove: async (ids) => outcome(await store.remove(ids, now())),
    restore: async (ids) => {
      const back = await store.restore(ids);
      return back.ok && back.value === 0 ? 'storage-failed' : outcome(back);
    },
    edit: async (id, change) => outcome(await ask({ type: 'edit-clipping', id, change })),
    editAll: (ids, change) => store.update(ids, change, now()),
    addAll: store.addAll,
    accept: () => void store.accept().then(() => setTurn((count) => count + 1)),
    retry: () => setTurn((count) => count + 1),
  };
}

function outcome(stored: Kept<unknown> | Reply<'edit-clipping'>): ChangeOutcome {
  if (stored.ok) return 'done';
  const { reason } = stored;
  return reason === 'storage-full' || reason === 'storage-newer' ? reason : 'storage-failed';
}
