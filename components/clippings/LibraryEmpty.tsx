import type { MessageName } from '../../lib/i18n.ts';
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
          {t(shelf.why)}
        </h2>
        <p>{t(reasons[shelf.why])}</p>
        {shelf.why === 'libraryFailed' && (
          <button type="button" class="btn is-line" onClick={onRetry}>
            {t('libraryRetry')}
          </button>
        )}
      </div>
    );
  }
  const [title, why] = messagesOf(shelf.clippings.length, shelf.missing ?? 0);
  return (
    <div class="empty" role="status">
      <h2>{t(title)}</h2>
      <p>{t(why)}</p>
    </div>
  );
}

const reasons = { libraryFailed: 'libraryFailedWhy', libraryPrivate: 'libraryPrivateWhy' } as const;

function messagesOf(count: number, missing: number): [MessageName, MessageName] {
  if (count > 0) return ['libraryNotFound', 'libraryNotFoundWhy'];
  return missing > 0 ? ['lostEmpty', 'lostWhy'] : ['libraryNone', 'libraryNoneWhy'];
}
