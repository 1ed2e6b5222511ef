import { useState } from 'preact/hooks';
import { librarySorts, type LibrarySort } from '../../lib/clip/library-view.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import type { MessageName } from '../../lib/i18n.ts';
import { limits } from '../../lib/limits.ts';
import { Icon } from '../shared/Icon.tsx';
import { countOf, isolated, useWords } from '../shared/words.ts';
import type { ClippingActions } from './ClippingRow.tsx';

interface Props {
  shown: number;
  total: number;
  entityName: string | null;
  sort: LibrarySort;
  onSort: (sort: LibrarySort) => void;
  picked: readonly Clipping[];
  onPickAll: (on: boolean) => void;
  actions: ClippingActions;
}

const sortNames: Readonly<Record<LibrarySort, MessageName>> = {
  'saved-new': 'librarySortSavedNew',
  'saved-old': 'librarySortSavedOld',
  'article-new': 'librarySortArticleNew',
  'article-old': 'librarySortArticleOld',
};

/** The line over the list: how many are shown, their order, and what can be done with those picked. */
export function LibraryHeading({ shown, total, entityName, sort, onSort, picked, onPickAll, actions }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const number = new Intl.NumberFormat(lang);
  const count = shown === total ? countOf(words, 'libraryCount', total) : t('libraryCountOf', number.format(shown), number.format(total));
  return (
    <div class="lh">
      <input
        type="checkbox"
        aria-label={t('libraryPickAll')}
        checked={picked.length === shown}
        indeterminate={picked.length > 0 && picked.length < shown}
        onChange={(event) => onPickAll(event.currentTarget.checked)}
      />
      {picked.length === 0 ? (
        <p role="status">
          <b>{count}</b> {entityName !== null && t('libraryWith', isolated(entityName))}
        </p>
      ) : (
        <Picked picked={picked} actions={actions} />
      )}
      <label class="sort">
        <span class="vh">{t('librarySort')}</span>
        <select value={sort} onChange={(event) => onSort(event.currentTarget.value as LibrarySort)}>
          {librarySorts.map((one) => (
            <option key={one} value={one}>
              {t(sortNames[one])}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
    </div>
  );
}

function Picked({ picked, actions }: { picked: readonly Clipping[]; actions: ClippingActions }) {
  const words = useWords();
  const { t } = words;
  const [tag, setTag] = useState('');
  const addTag = () => {
    const added = tag.trim();
    if (added === '') return;
    actions.tag(picked.map(({ id }) => id), added);
    setTag('');
  };
  return (
    <div class="picked">
      <b role="status">{countOf(words, 'libraryPicked', picked.length)}</b>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          addTag();
        }}
      >
        <input
          class="field"
          dir="auto"
          maxLength={limits.tagUtf16}
          aria-label={t('libraryTagPicked')}
          placeholder={t('libraryTagPicked')}
          value={tag}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
      </form>
      <button type="button" class="btn" onClick={() => actions.remove(picked.map((clipping) => clipping.id))}>
        <Icon name="trash" />
        {t('libraryDelete')}
      </button>
    </div>
  );
}
