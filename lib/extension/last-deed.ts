import { useCallback, useState } from 'preact/hooks';
import type { StoredClippings } from './stored-clippings.ts';

/** What a reader did to several clippings at once. */
export type Deed = { is: 'removed'; ids: string[] } | { is: 'tagged'; ids: string[]; tag: string };

export interface LastDeed {
  /** The last deed, for as long as it can be taken back or a failure must be told. `failed`: which of the two did; one taken back in vain can be tried again. */
  last: { deed: Deed; failed: 'doing' | 'undoing' | null } | null;
  remove: (ids: string[]) => void;
  tag: (ids: string[], tag: string) => void;
  undo: () => void;
  forget: () => void;
}

/** Changes many clippings of the library, with a way back. */
export function useLastDeed(stored: Pick<StoredClippings, 'remove' | 'restore' | 'editAll'>): LastDeed {
  const [last, setLast] = useState<LastDeed['last']>(null);
  const forget = useCallback(() => setLast(null), []);
  return {
    last,
    remove: (ids) => void stored.remove(ids).then((outcome) => setLast({ deed: { is: 'removed', ids }, failed: outcome === 'done' ? null : 'doing' })),
    // Taken back from those alone that did not have it.
    tag: (ids, tag) =>
      void stored.editAll(ids, { addTags: [tag] }).then((edited) => {
        if (!edited.ok) setLast({ deed: { is: 'tagged', ids, tag }, failed: 'doing' });
        else if (edited.value.length > 0) setLast({ deed: { is: 'tagged', ids: edited.value, tag }, failed: null });
      }),
    undo: () => {
      if (last) void takeBack(stored, last.deed).then((done) => setLast(done ? null : { deed: last.deed, failed: 'undoing' }));
    },
    forget,
  };
}

async function takeBack(stored: Pick<StoredClippings, 'restore' | 'editAll'>, deed: Deed): Promise<boolean> {
  if (deed.is === 'removed') return (await stored.restore(deed.ids)) === 'done';
  return (await stored.editAll(deed.ids, { removeTags: [deed.tag] })).ok;
}
