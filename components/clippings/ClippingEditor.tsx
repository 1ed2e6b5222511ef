import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClippingChange } from '../../lib/clip/clipping-change.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import { limits } from '../../lib/limits.ts';
import { useWords } from '../shared/words.ts';
import { TagField } from './TagField.tsx';

/** What became of a change, or that none was made yet. */
export type SaveOutcome = 'done' | 'storage-full' | 'storage-failed' | 'storage-newer';

/** Saves what an editor still holds; whether all of it is stored. */
export type Leave = () => Promise<boolean>;

interface Props {
  clipping: Clipping;
  knownTags: readonly string[];
  onEdit: (change: ClippingChange) => Promise<SaveOutcome>;
  /** Puts the cursor into the note at once. */
  focus?: boolean;
  /** Filled in, to be asked before the editor is put away. */
  leave?: { current: Leave };
}

/** Note and tags of one clipping. Each is saved when its field or the page is left; what could not be saved stays in the field. */
export function ClippingEditor({ clipping, knownTags, onEdit, focus = false, leave }: Props) {
  const { t } = useWords();
  const id = useId();
  /** Null while nothing was typed: the field then follows what other windows write. */
  const [note, setNote] = useState<{ text: string; stored: string } | null>(null);
  const [tag, setTag] = useState('');
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const underWay = useRef(new Set<Promise<boolean>>());

  function save(change: ClippingChange): Promise<boolean> {
    const done = onEdit(change).then((came) => {
      setOutcome(came);
      underWay.current.delete(done);
      return came === 'done';
    });
    underWay.current.add(done);
    return done;
  }

  function saveNote(): void {
    if (note === null) return;
    const { text, stored } = note;
    if (text === stored) setNote(null);
    else void save({ note: text }).then((done) => done && setNote((now) => now && { ...now, stored: text }));
  }

  function addTags(): void {
    const typed = tag.split(',').map((one) => one.trim().slice(0, limits.tagUtf16));
    const added = typed.filter((one) => one !== '' && !clipping.tags.includes(one)).slice(0, limits.tagsPerClipping);
    setTag('');
    if (added.length > 0) void save({ addTags: added }).then((done) => done || setTag((now) => now || tag));
  }

  async function saveAll(): Promise<boolean> {
    saveNote();
    addTags();
    return (await Promise.all(underWay.current)).every(Boolean);
  }
  if (leave) leave.current = saveAll;

  // What was typed and stored gives way to what is stored now.
  useEffect(() => setNote((now) => (now?.text === now?.stored ? null : now)), [clipping.note]);
  useLayoutEffect(() => {
    const onLeave = () => void saveAll();
    window.addEventListener('pagehide', onLeave);
    return () => window.removeEventListener('pagehide', onLeave);
  });

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
        value={note?.text ?? clipping.note}
        autoFocus={focus}
        onInput={({ currentTarget: { value } }) => setNote((now) => ({ text: value, stored: now?.stored ?? clipping.note }))}
        onBlur={saveNote}
      />
      <TagField tags={clipping.tags} known={knownTags} draft={tag} onDraft={setTag} onAdd={addTags} onRemove={(one) => void save({ removeTags: [one] })} />
      <p class="told" role="status">
        {outcome && t(({ done: 'clippingStored', 'storage-full': 'clippingFull', 'storage-failed': 'clippingNotStored', 'storage-newer': 'clippingNewer' } as const)[outcome])}
      </p>
    </div>
  );
}
