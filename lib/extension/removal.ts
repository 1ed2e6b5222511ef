import { useCallback, useState } from 'preact/hooks';
import type { StoredClippings } from './stored-clippings.ts';

export interface Removal {
  /** The last removal, for as long as it can be taken back or a failure must be told. `failed`: which of the two did; a removal taken back in vain can be tried again. */
  removed: { ids: string[]; failed: 'remove' | 'undo' | null } | null;
  remove: (ids: string[]) => void;
  undo: () => void;
  forget: () => void;
}

/** Takes clippings out of the library, with a way back. */
export function useRemoval(stored: Pick<StoredClippings, 'remove' | 'restore'>): Removal {
  const [removed, setRemoved] = useState<Removal['removed']>(null);
  const forget = useCallback(() => setRemoved(null), []);
  return {
    removed,
    remove: (ids) => void stored.remove(ids).then((outcome) => setRemoved({ ids, failed: outcome === 'done' ? null : 'remove' })),
    undo: () => {
      if (removed) void stored.restore(removed.ids).then((outcome) => setRemoved(outcome === 'done' ? null : { ids: removed.ids, failed: 'undo' }));
    },
    forget,
  };
}
