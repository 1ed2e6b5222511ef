import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ask } from '../messages/client.ts';
import type { OwnName } from '../pack/own-names.ts';
import { watchPacks } from '../settings/packs-revision.ts';
import { OwnNameStore } from '../store/own-names.ts';

export interface OwnNames {
  /** Newest first; null until read. */
  names: OwnName[] | null;
  /** The last thing that failed: reading them, or a change. */
  problem: 'unread' | 'not-stored' | null;
  /** The name taken out last, for as long as that can be undone. */
  removed: OwnName | null;
  remove: (name: OwnName) => void;
  undoRemove: () => void;
  forgetRemoved: () => void;
}

/** The reader's own names, kept in step with every other context. */
export function useOwnNames(): OwnNames {
  const store = useMemo(() => new OwnNameStore(), []);
  const [names, setNames] = useState<OwnName[] | null>(null);
  const [problem, setProblem] = useState<OwnNames['problem']>(null);
  const [removed, setRemoved] = useState<OwnName | null>(null);
  useEffect(() => {
    const read = async () => {
      const listed = await store.list();
      if (listed.ok) setNames(listed.value);
      setProblem(listed.ok ? null : 'unread');
    };
    void read();
    return watchPacks(() => void read());
  }, [store]);

  async function changed(work: Promise<{ ok: boolean }>, then: OwnName | null): Promise<void> {
    if (!(await work).ok) return setProblem('not-stored');
    setRemoved(then);
    await ask({ type: 'packs-changed' });
  }

  return {
    names,
    problem,
    removed,
    remove: (name) => void changed(store.remove(name.id, new Date().toISOString()), name),
    undoRemove: () => void (removed && changed(store.restore(removed.id), null)),
    forgetRemoved: useCallback(() => setRemoved(null), []),
  };
}
