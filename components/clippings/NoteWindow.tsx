import { useRef } from 'preact/hooks';
import type { ClippingChange } from '../../lib/clip/clipping-change.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import type { Unread } from '../../lib/extension/stored-clippings.ts';
import { useWords } from '../shared/words.ts';
import { ClippingEditor, type Leave, type SaveOutcome } from './ClippingEditor.tsx';
import { ClippingQuote } from './ClippingQuote.tsx';
import { ClippingSource } from './ClippingSource.tsx';

interface Props {
  /** `missing`: deleted since, or never there. */
  found: { is: 'loading' } | { is: 'failed'; why: Unread } | { is: 'missing' } | { is: 'ready'; clipping: Clipping };
  knownTags: readonly string[];
  onEdit: (change: ClippingChange) => Promise<SaveOutcome>;
  onClose: () => void;
}

/** The small window for the note and tags of one clipping: nothing is typed in the page it was taken from. */
export function NoteWindow({ found, knownTags, onEdit, onClose }: Props) {
  const { t } = useWords();
  const leave = useRef<Leave>(() => Promise.resolve(true));
  // What could not be saved keeps the window open: the editor says why, and the next press tries again.
  const close = async () => void ((await leave.current()) && onClose());
  return (
    <main class="note-window">
      <h1>{t('noteTitle')}</h1>
      {found.is === 'failed' && <p role="alert">{t(found.why)}</p>}
      {found.is === 'missing' && <p role="alert">{t('noteMissing')}</p>}
      {found.is === 'ready' && (
        <>
          <div class="item">
            <ClippingQuote clipping={found.clipping} terms={[]} />
            <ClippingSource clipping={found.clipping} />
          </div>
          <ClippingEditor clipping={found.clipping} knownTags={knownTags} focus onEdit={onEdit} leave={leave} />
        </>
      )}
      <button type="button" class="btn is-main" onClick={() => void close()}>
        {t('noteClose')}
      </button>
    </main>
  );
}
