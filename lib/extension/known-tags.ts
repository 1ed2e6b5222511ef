import { useEffect, useMemo, useState } from 'preact/hooks';
import { facetsOf } from '../clip/library-view.ts';
import { openClippings } from '../store/clippings.ts';
import { ledger } from './ledger.ts';

/** Every tag in the library, most used first, for completion; kept in step with it. Empty until read. */
export function useKnownTags(): readonly string[] {
  const store = useMemo(() => openClippings({ ledger }), []);
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = async () => {
      const rows = await store.list();
      if (rows.ok) setTags(facetsOf(rows.value).tags.map(({ value }) => value));
    };
    void read();
    return store.watch(() => void read());
  }, [store]);
  return tags;
}
