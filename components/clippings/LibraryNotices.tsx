import { instantDay } from '../shared/dates.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';
import { RestoreButton } from './ExportMenu.tsx';

/** Says that the browser has lost clippings, and offers to bring them back. */
export function LibraryLost({ missing, onImport, onAccept }: { missing: number; onImport: (file: File) => void; onAccept: () => void }) {
  const { t, lang } = useWords();
  return (
    <div class="bar" role="alert">
      <Icon name="alert" />
      <p>
        <b>{t('lostTitle', new Intl.NumberFormat(lang).format(missing))}</b> {t('lostWhy')}
      </p>
      <RestoreButton line onImport={onImport} />
      <button type="button" class="btn" onClick={onAccept}>
        {t('lostAccept')}
      </button>
    </div>
  );
}

/** Reminds of a backup: nobody else has these clippings. `last`: the instant of the last one. */
export function BackupReminder({ last, onBackUp, onLater }: { last: string | null; onBackUp: () => void; onLater: () => void }) {
  const { t, lang } = useWords();
  return (
    <div class="bar" role="status">
      <Icon name="clock" />
      <p>
        <b>{last === null ? t('remindNever') : t('remindLast', instantDay(last, lang))}</b> {t('remindWhy')}
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
