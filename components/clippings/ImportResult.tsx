import type { Refusal } from '../../lib/clip/backup.ts';
import type { MessageName } from '../../lib/i18n.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import type { SaveOutcome } from './ClippingEditor.tsx';

/** What bringing a file in came to. Nothing of a refused file is in the library. */
export type ImportOutcome =
  | { is: 'reading' }
  | { is: 'refused'; file: string; reason: Refusal['reason'] | Exclude<SaveOutcome, 'done'> | 'unreadable'; where: Refusal['where'] }
  | { is: 'done'; file: string; added: number; updated: number; already: number; skipped: number };

const reasons: Record<Extract<ImportOutcome, { is: 'refused' }>['reason'], MessageName> = {
  'not-json': 'importNotJson',
  'not-a-backup': 'importNotBackup',
  newer: 'importNewer',
  damaged: 'importDamaged',
  'no-quotations': 'importNoQuotations',
  unreadable: 'importUnreadable',
  'storage-full': 'importFull',
  'storage-failed': 'importNotStored',
  'storage-newer': 'importNotStored',
};

/** The bar that tells what came of it, until it is put away. */
export function ImportResult({ outcome, onClose }: { outcome: ImportOutcome; onClose: () => void }) {
  const { t, lang } = useWords();
  const number = (value: number) => new Intl.NumberFormat(lang).format(value);
  if (outcome.is === 'reading') {
    return (
      <p class="bar" role="status">
        {t('importReading')}
      </p>
    );
  }
  const close = (
    <button type="button" class="btn is-icon" aria-label={t('importClose')} title={t('importClose')} onClick={onClose}>
      <Icon name="close" />
    </button>
  );
  if (outcome.is === 'refused') {
    const { file, reason, where } = outcome;
    return (
      <div class="bar" role="alert">
        <Icon name="alert" />
        <p>
          <b>
            {t('importRefused')} <bdi>{file}</bdi>
          </b>{' '}
          {t(reasons[reason])} {where && ('line' in where ? t('importAtLine', number(where.line)) : t('importAtClipping', number(where.clipping)))}
        </p>
        {close}
      </div>
    );
  }
  const { file, added, updated, already, skipped } = outcome;
  return (
    <div class="bar" role="status">
      <Icon name="check" />
      <p>
        <b>{t('importAdded', number(added))}</b> {updated > 0 && t('importUpdated', number(updated))} {already > 0 && t('importAlready', number(already))}{' '}
        {skipped > 0 && t('importSkipped', number(skipped))} <bdi>{file}</bdi>
      </p>
      {close}
    </div>
  );
}
