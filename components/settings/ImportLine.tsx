import { useRef } from 'preact/hooks';
import type { MessageName } from '../../lib/i18n.ts';
import type { ImportProgress, ImportState, NotImported } from '../../lib/pack/import.ts';
import { countOf, isolated, useWords, type Words } from '../shared/words.ts';
import { SettingLine } from './SettingLine.tsx';

interface Props {
  state: ImportState;
  onChoose: (file: File) => void;
  onCancel: () => void;
}

/** Adds a pack from a file: choosing it, how far it is, the way out, and what came of it. */
export function ImportLine({ state, onChoose, onCancel }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="line import">
      <SettingLine title={t('optionsImport')} detail={t('optionsImportWhy')}>
        {state.is === 'running' ? (
          <button type="button" class="btn is-line" onClick={onCancel}>
            {t('optionsImportCancel')}
          </button>
        ) : (
          <button type="button" class="btn is-line" onClick={() => input.current?.click()}>
            {t('optionsImportChoose')}
          </button>
        )}
      </SettingLine>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('optionsImport')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChoose(file);
          // So that the same file, corrected, can be chosen again.
          currentTarget.value = '';
        }}
      />
      {state.is === 'running' && <Progress {...state} />}
      <div role="status">
        {state.is === 'done' && <Done {...state} />}
        {state.is === 'failed' && state.failure.reason === 'cancelled' && <p>{t('optionsImportCancelled')}</p>}
      </div>
      {state.is === 'failed' && state.failure.reason !== 'cancelled' && <Refusal {...state} />}
    </div>
  );
}

function Progress({ file, progress: { step, done, total } }: Extract<ImportState, { is: 'running' }>) {
  const words = useWords();
  const number = new Intl.NumberFormat(words.lang);
  const text = words.t(stepNames[step], ...(total === 0 ? [isolated(file)] : [number.format(done), number.format(total)]));
  return (
    <div class="progress">
      <progress aria-label={text} {...(total > 0 && { value: done, max: total })} />
      <span>{text}</span>
    </div>
  );
}

function Done({ title, entities }: Extract<ImportState, { is: 'done' }>) {
  return <p>{countOf(useWords(), 'optionsImportDone', entities, isolated(title))}</p>;
}

/** What is wrong, where in the file, and what to do. */
function Refusal({ file, failure }: Extract<ImportState, { is: 'failed' }>) {
  const { t } = useWords();
  return (
    <div class="refusal" role="alert">
      <p class="is-danger">{t('optionsImportRefused', isolated(file))}</p>
      <p>
        {failure.line !== null && <b>{t('optionsImportLine', failure.line)} </b>}
        {refusalText(failure, t)}
      </p>
    </div>
  );
}

function refusalText({ reason, detail }: NotImported, t: Words['t']): string {
  return t(reasonNames[reason], isolated(detail));
}

const stepNames: Readonly<Record<ImportProgress['step'], MessageName>> = {
  check: 'optionsImportCheck',
  index: 'optionsImportIndex',
  write: 'optionsImportWrite',
  verify: 'optionsImportVerify',
};

const reasonNames: Readonly<Record<NotImported['reason'], MessageName>> = {
  'too-large': 'optionsImportTooLarge',
  'not-text': 'optionsImportNotText',
  'too-deep': 'optionsImportTooDeep',
  'not-json': 'optionsImportNotJson',
  'forbidden-key': 'optionsImportForbiddenKey',
  'not-a-pack': 'optionsImportNotAPack',
  'too-many-names': 'optionsImportTooManyNames',
  'duplicate-id': 'optionsImportDuplicateId',
  'unknown-source': 'optionsImportUnknownSource',
  'unknown-entity': 'optionsImportUnknownEntity',
  'unknown-relation': 'optionsImportUnknownRelation',
  'deceptive-name': 'optionsImportDeceptiveName',
  'older-edition': 'optionsImportOlderEdition',
  'reserved-id': 'optionsImportReservedId',
  busy: 'optionsImportBusy',
  'storage-full': 'optionsImportStorageFull',
  'storage-failed': 'optionsImportStorageFailed',
  cancelled: 'optionsImportCancelled',
};
