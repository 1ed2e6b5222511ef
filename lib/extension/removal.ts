import { useCallback, useState } from 'preact/hooks';
import type { ChangeOutcome, StoredClippings } from './stored-clippings.ts';

export interface Removal {
  /** The last removal, for as long as it can be taken back or its failure must be told. */
  removed: { ids: string[]; outcome: ChangeOutcome } | null;
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
    remove: (ids) => void stored.remove(ids).then((outcome) => setRemoved({ ids, outcome })),
    undo: () => {
      if (removed) void stored.restore(removed.ids).then((outcome) => setRemoved(outcome === 'done' ? null : { ids: removed.ids, outcome }));
    },
    forget,
  };
}
