import type { Removal } from '../../lib/extension/removal.ts';
import { UndoToast } from '../shared/UndoToast.tsx';
import { countOf, useWords } from '../shared/words.ts';

/** What came of taking clippings out of the library, with the way back for as long as there is one. */
export function RemovalToast({ removed, undo, forget }: Pick<Removal, 'undo' | 'forget'> & { removed: NonNullable<Removal['removed']> }) {
  const words = useWords();
  const { ids, failed } = removed;
  const text = failed ? words.t('libraryNotDeleted') : countOf(words, 'libraryDeleted', ids.length);
  return <UndoToast key={`${ids[0]} ${failed}`} text={text} failed={failed !== null} onUndo={failed === 'remove' ? null : undo} onEnd={forget} />;
}
