import type { LastDeed } from '../../lib/extension/last-deed.ts';
import { UndoToast } from '../shared/UndoToast.tsx';
import { countOf, useWords } from '../shared/words.ts';

/** What came of a change of many clippings, with the way back for as long as there is one. */
export function DeedToast({ last: { deed, failed }, undo, forget }: Pick<LastDeed, 'undo' | 'forget'> & { last: NonNullable<LastDeed['last']> }) {
  const words = useWords();
  const text = failed ? words.t(failed === 'doing' ? 'libraryNotChanged' : 'libraryNotUndone') : countOf(words, deed.is === 'removed' ? 'libraryDeleted' : 'libraryTagged', deed.ids.length);
  return <UndoToast key={`${deed.is} ${deed.ids[0]} ${failed}`} text={text} failed={failed !== null} onUndo={failed === 'doing' ? null : undo} onEnd={forget} />;
}
