import { useEffect, useState } from 'preact/hooks';
import { fromFragment } from '../clip/library-address.ts';
import type { LibraryFilter } from '../clip/library-view.ts';

/** The library's filter, and the clipping pointed at, as the page's address has them; follows back and forward. */
export function useLibraryAddress(): { filter: LibraryFilter; clipping: string | null } {
  const [place, setPlace] = useState(() => fromFragment(location.hash));
  useEffect(() => {
    const follow = () => setPlace(fromFragment(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
