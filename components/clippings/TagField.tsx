import { useId } from 'preact/hooks';
import { limits } from '../../lib/limits.ts';
import { Icon } from '../shared/Icon.tsx';
import { isolated, useWords } from '../shared/words.ts';

interface Props {
  tags: readonly string[];
  /** Offered for completion. */
  known: readonly string[];
  /** What is typed in the field. */
  draft: string;
  onDraft: (draft: string) => void;
  /** The draft is finished. */
  onAdd: () => void;
  onRemove: (tag: string) => void;
}

/** Tags as removable chips and a field to add one: Enter, comma or leaving the field adds it. */
export function TagField({ tags, known, draft, onDraft, onAdd, onRemove }: Props) {
  const { t } = useWords();
  const id = useId();
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
              <button type="button" aria-label={t('clippingRemoveTag', isolated(tag))} onClick={() => onRemove(tag)}>
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
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== ',') || event.isComposing) return;
          event.preventDefault();
          onAdd();
        }}
        onBlur={onAdd}
      />
      <datalist id={`${id}-known`}>
        {known.filter((tag) => !tags.includes(tag)).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}
