import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { MessageName } from '../../lib/i18n.ts';
import { limits } from '../../lib/limits.ts';
import type { OwnNameDraft, OwnNameField, OwnNameOutcome } from '../../lib/pack/own-names.ts';
import { entityTypes } from '../../lib/pack/schema.ts';
import { typeNames } from '../shared/kinds.ts';
import { useWords } from '../shared/words.ts';

interface Props {
  /** `missing`: removed since, or never there. */
  found: { is: 'loading' } | { is: 'missing' } | { is: 'failed' } | { is: 'ready'; draft: OwnNameDraft; isNew: boolean };
  onSave: (draft: OwnNameDraft) => Promise<OwnNameOutcome>;
  onClose: () => void;
}

/** The small window for a name of the reader's own: nothing is typed in the page it was met on. */
export function OwnNameForm({ found, onSave, onClose }: Props) {
  const { t } = useWords();
  return (
    <main class="own-name">
      <h1>{t(found.is === 'ready' && !found.isNew ? 'ownTitleEdit' : 'ownTitleAdd')}</h1>
      {found.is === 'missing' && <p role="alert">{t('ownMissing')}</p>}
      {found.is === 'failed' && <p role="alert">{t('optionsOwnUnread')}</p>}
      {found.is === 'ready' && <Form draft={found.draft} onSave={onSave} onClose={onClose} />}
    </main>
  );
}

function Form({ draft, onSave, onClose }: { draft: OwnNameDraft; onSave: Props['onSave']; onClose: () => void }) {
  const { t } = useWords();
  const [now, setNow] = useState(draft);
  const [outcome, setOutcome] = useState<OwnNameOutcome>([]);
  const form = useRef<HTMLFormElement>(null);
  // The page told the name: what it is, is for the reader to say.
  useEffect(() => form.current?.querySelector<HTMLElement>(draft.name === '' ? 'input' : 'textarea')?.focus(), [draft.name]);
  const change = (part: Partial<OwnNameDraft>) => setNow({ ...now, ...part });
  const changeSource = (part: Partial<OwnNameDraft['source']>) => setNow({ ...now, source: { ...now.source, ...part } });
  const faults = Array.isArray(outcome) ? outcome : [];
  const fault = (field: OwnNameField) => (faults.includes(field) ? t(faultNames[field]) : null);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(now).then((next) => (next === 'saved' ? onClose() : setOutcome(next)));
      }}
    >
      <Field label={t('ownName')} fault={fault('name')}>
        {(own) => <input {...own} class="field" dir="auto" value={now.name} onInput={(event) => change({ name: event.currentTarget.value })} />}
      </Field>
      <Field label={t('ownLine')} hint={t('ownLineHint')} fault={fault('line')}>
        {(own) => (
          <textarea {...own} class="field" dir="auto" rows={2} maxLength={limits.packTextUtf16} value={now.line} onInput={(event) => change({ line: event.currentTarget.value })} />
        )}
      </Field>
      <Field label={t('ownType')} fault={null}>
        {(own) => (
          <select {...own} class="field" value={now.type} onChange={(event) => change({ type: event.currentTarget.value as OwnNameDraft['type'] })}>
            {entityTypes.map((type) => (
              <option key={type} value={type}>
                {t(typeNames[type])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('ownOtherNames')} hint={t('ownOtherNamesHint')} fault={fault('otherNames')}>
        {(own) => <textarea {...own} class="field" dir="auto" rows={2} value={now.otherNames.join('\n')} onInput={(event) => change({ otherNames: event.currentTarget.value.split('\n') })} />}
      </Field>
      <fieldset>
        <legend>{t('ownSource')}</legend>
        <Field label={t('ownOutlet')} fault={fault('outlet')}>
          {(own) => <input {...own} class="field" dir="auto" value={now.source.outlet} onInput={(event) => changeSource({ outlet: event.currentTarget.value })} />}
        </Field>
        <Field label={t('ownDate')} hint={t('ownDateHint')} fault={fault('date')}>
          {(own) => <input {...own} class="field" type="date" value={now.source.date ?? ''} onInput={(event) => changeSource({ date: event.currentTarget.value || null })} />}
        </Field>
        <Field label={t('ownArticle')} fault={fault('title')}>
          {(own) => <input {...own} class="field" dir="auto" value={now.source.title} onInput={(event) => changeSource({ title: event.currentTarget.value })} />}
        </Field>
        <Field label={t('ownAddress')} fault={fault('url')}>
          {(own) => <input {...own} class="field" dir="ltr" inputMode="url" value={now.source.url} onInput={(event) => changeSource({ url: event.currentTarget.value })} />}
        </Field>
      </fieldset>
      {!Array.isArray(outcome) && (
        <p class="problem" role="alert">
          {t(outcome === 'storage-full' ? 'ownNotSavedFull' : 'ownNotSaved')}
        </p>
      )}
      <div class="acts">
        <button type="button" class="btn" onClick={onClose}>
          {t('ownCancel')}
        </button>
        <button type="submit" class="btn is-main">
          {t('ownSave')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with it; null: nothing. */
  fault: string | null;
  children: (own: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ComponentChildren;
}

/** A labelled field with a hint below, and what is wrong with it in the hint's place. */
function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div class="part">
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': note ? `${id}-note` : undefined })}
      {note && (
        <small id={`${id}-note`} class={fault ? 'is-danger' : ''} role={fault ? 'alert' : undefined}>
          {note}
        </small>
      )}
    </div>
  );
}

const faultNames: Readonly<Record<OwnNameField, MessageName>> = {
  name: 'ownFaultName',
  otherNames: 'ownFaultOtherNames',
  line: 'ownFaultText',
  outlet: 'ownFaultText',
  title: 'ownFaultText',
  url: 'ownFaultAddress',
  date: 'ownFaultDate',
};
