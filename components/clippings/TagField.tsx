import { useId, useState } from 'preact/hooks';
import { limits } from '../../lib/limits.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';

interface Props {
  tags: readonly string[];
  /** Offered for completion. */
  known: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags as removable chips and a field to add one: Enter, comma or leaving the field adds it. */
export function TagField({ tags, known, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const [draft, setDraft] = useState('');
  const add = () => {
    const added = draft.split(',').map((tag) => tag.trim().slice(0, limits.tagUtf16)).filter((tag) => tag !== '' && !tags.includes(tag));
    setDraft('');
    if (added.length > 0) onChange([...new Set([...tags, ...added])].slice(0, limits.tagsPerClipping));
  };
  return (
    <div class="tags">
      <label class="lab" for={id}>
        {t('clippingTags')}
      </label>
      {tags.length > 0 && (
        <ul class="chips">
          {tags.map((tag) => (
            <li key={tag} class="chip">
              <bdi>{tag}</bdi>
              <button type="button" aria-label={t('clippingRemoveTag', isolated(tag))} onClick={() => onChange(tags.filter((one) => one !== tag))}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        class="field"
        dir="auto"
        list={`${id}-known`}
        maxLength={limits.tagUtf16}
        placeholder={t('clippingAddTag')}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== ',') || event.isComposing) return;
          event.preventDefault();
          add();
        }}
        onBlur={add}
      />
      <datalist id={`${id}-known`}>
        {known.filter((tag) => !tags.includes(tag)).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}
