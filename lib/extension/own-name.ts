import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask } from '../messages/client.ts';
import { ownNameDraftSchema, type OwnName, type OwnNameDraft, type OwnNameField, type OwnNameOutcome } from '../pack/own-names.ts';
import { OwnNameStore } from '../store/own-names.ts';
import { draftOf } from './own-name-address.ts';

export interface EditedName {
  found: { is: 'loading' } | { is: 'missing' } | { is: 'failed' } | { is: 'ready'; draft: OwnNameDraft; isNew: boolean };
  /** Stores the name and has pages look for it. */
  save: (draft: OwnNameDraft) => Promise<OwnNameOutcome>;
}

/** The name an address is about: the stored one its `id` names, or a new one begun with what a page told. */
export function useOwnName(search: string): EditedName {
  const store = useMemo(() => new OwnNameStore(), []);
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const id = params.get('id');
  const [stored, setStored] = useState<OwnName | null>(null);
  const [found, setFound] = useState<EditedName['found']>(id === null ? { is: 'ready', draft: draftOf(params), isNew: true } : { is: 'loading' });
  useEffect(() => {
    if (id === null) return;
    void store.get(id).then((read) => {
      if (!read.ok) return setFound({ is: 'failed' });
      if (!read.value) return setFound({ is: 'missing' });
      const { id: _, addedAt: __, editedAt: ___, ...draft } = read.value;
      setStored(read.value);
      setFound({ is: 'ready', draft, isNew: false });
    });
  }, [store, id]);
  const newId = useMemo(() => crypto.randomUUID(), []);

  async function save(draft: OwnNameDraft): Promise<OwnNameOutcome> {
    const parsed = ownNameDraftSchema.safeParse({ ...draft, otherNames: draft.otherNames.filter((name) => name.trim() !== '') });
    if (!parsed.success) return [...new Set(parsed.error.issues.map(({ path }) => String(path[0] === 'source' ? path[1] : path[0]) as OwnNameField))];
    const now = new Date().toISOString();
    const saved = await store.save({ ...parsed.data, id: stored?.id ?? newId, addedAt: stored?.addedAt ?? now, editedAt: now });
    if (!saved.ok) return saved.reason;
    await ask({ type: 'packs-changed' });
    return 'saved';
  }

  return { found, save };
}
