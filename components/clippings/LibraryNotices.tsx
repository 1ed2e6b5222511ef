import { Icon } from '../shared/Icon.tsx';
import { countOf, useWords } from '../shared/words.ts';
import { RestoreButton } from './ExportMenu.tsx';

/** Says that the browser has lost clippings, and offers to bring them back. */
export function LibraryLost({ missing, onImport, onAccept }: { missing: number; onImport: (file: File) => void; onAccept: () => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <div class="bar" role="alert">
      <Icon name="alert" />
      <p>
        <b>{countOf(words, 'lostTitle', missing)}</b> {t('lostWhy')}
      </p>
      <RestoreButton line onImport={onImport} />
      <button type="button" class="btn" onClick={onAccept}>
        {t('lostAccept')}
      </button>
    </div>
  );
}

/** Reminds of a backup: nobody else has these clippings. `ever`: there was one, `days` ago. */
export function BackupReminder({ days, ever, onBackUp, onLater }: { days: number; ever: boolean; onBackUp: () => void; onLater: () => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <div class="bar" role="status">
      <Icon name="clock" />
      <p>
        <b>{ever ? countOf(words, 'remindDays', days) : t('remindNever')}</b> {t('remindWhy')}
      </p>
      <button type="button" class="btn is-line" onClick={onBackUp}>
        {t('remindNow')}
      </button>
      <button type="button" class="btn" onClick={onLater}>
        {t('remindLater')}
      </button>
    </div>
  );
}
