import { useId, useState } from 'preact/hooks';
import type { Clipping } from '../../lib/clip/schema.ts';
import { limits } from '../../lib/limits.ts';
import { useWords } from '../shared/words.ts';
import { TagField } from './TagField.tsx';

/** What became of a change, or that none was made yet. */
export type SaveOutcome = 'done' | 'storage-full' | 'storage-failed' | 'storage-newer';

interface Props {
  clipping: Clipping;
  knownTags: readonly string[];
  onEdit: (change: { note?: string; tags?: string[] }) => Promise<SaveOutcome>;
  /** Puts the cursor into the note at once. */
  focus?: boolean;
}

/** Note and tags of one clipping. Each is saved when its field is left; what could not be saved stays in the field. */
export function ClippingEditor({ clipping, knownTags, onEdit, focus = false }: Props) {
  const { t } = useWords();
  const id = useId();
  const [note, setNote] = useState(clipping.note);
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const save = async (change: { note?: string; tags?: string[] }) => setOutcome(await onEdit(change));
  return (
    <div class="edit">
      <label class="lab" for={`${id}-note`}>
        {t('clippingNote')}
      </label>
      <textarea
        id={`${id}-note`}
        class="field"
        dir="auto"
        rows={3}
        maxLength={limits.noteUtf16}
        value={note}
        autoFocus={focus}
        onInput={(event) => setNote(event.currentTarget.value)}
        onBlur={() => {
          if (note !== clipping.note) void save({ note });
        }}
      />
      <TagField tags={clipping.tags} known={knownTags} onChange={(tags) => void save({ tags })} />
      <p class="told" role="status">
        {outcome && t(({ done: 'clippingStored', 'storage-full': 'clippingFull', 'storage-failed': 'clippingNotStored', 'storage-newer': 'clippingNewer' } as const)[outcome])}
      </p>
    </div>
  );
}
