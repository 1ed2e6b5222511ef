import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import type { LibraryShelf } from './Library.tsx';

/** What the list says when there is nothing in it: still reading, could not be read, nothing found, nothing saved yet. */
export function LibraryEmpty({ shelf, onRetry }: { shelf: LibraryShelf; onRetry: () => void }) {
  const { t } = useWords();
  if (shelf.is === 'loading') {
    return (
      <div class="empty" role="status">
        <span class="vh">{t('libraryLoading')}</span>
        <span class="sk" />
        <span class="sk" />
        <span class="sk" />
      </div>
    );
  }
  if (shelf.is === 'failed') {
    return (
      <div class="empty" role="alert">
        <h2>
          <Icon name="alert" />
          {t('libraryFailed')}
        </h2>
        <p>{t('libraryFailedWhy')}</p>
        <button type="button" class="btn is-line" onClick={onRetry}>
          {t('libraryRetry')}
        </button>
      </div>
    );
  }
  const [title, why] = shelf.clippings.length === 0 ? (['libraryNone', 'libraryNoneWhy'] as const) : (['libraryNotFound', 'libraryNotFoundWhy'] as const);
  return (
    <div class="empty" role="status">
      <h2>{t(title)}</h2>
      <p>{t(why)}</p>
    </div>
  );
}
