import { useRef } from 'preact/hooks';
import type { ExportFormat } from '../../lib/clip/export/formats.ts';
import type { MessageName } from '../../lib/i18n.ts';
import { Icon } from '../shared/Icon.tsx';
import { useWords } from '../shared/words.ts';

const formats: readonly [Exclude<ExportFormat, 'backup'>, MessageName, MessageName][] = [
  ['markdown', 'exportNotes', 'exportNotesWhat'],
  ['html', 'exportPage', 'exportPageWhat'],
  ['csv', 'exportTable', 'exportTableWhat'],
  ['biblatex', 'exportCitations', 'exportBiblatex'],
  ['ris', 'exportCitations', 'exportRis'],
  ['csl-json', 'exportCitations', 'exportCslJson'],
  ['web-annotation', 'exportAnnotations', 'exportAnnotationsWhat'],
];

interface Props {
  /** How many an export takes: those picked, else those shown. */
  count: number;
  picked: boolean;
  total: number;
  onExport: (format: ExportFormat) => void;
  onImport: (file: File) => void;
}

/** Ways out of the library and back in: the chosen clippings in a format, a backup of all, a file to restore from. */
export function ExportMenu({ count, picked, total, onExport, onImport }: Props) {
  const { t, lang } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const choose = (format: ExportFormat) => {
    close();
    onExport(format);
  };
  return (
    <details
      class="menu"
      ref={menu}
      onFocusOut={(event) => {
        // Elsewhere in the page; a file chooser or another window takes no focus within it.
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary class="btn is-line" aria-label={t('exportMenu')}>
        <Icon name="export" />
        <span>{t('exportMenu')}</span>
      </summary>
      <div class="sheet">
        <p class="hd">{t(picked ? 'exportPicked' : 'exportShown', new Intl.NumberFormat(lang).format(count))}</p>
        <ul>
          {formats.map(([format, name, what]) => (
            <li key={format}>
              <button type="button" disabled={count === 0} onClick={() => choose(format)}>
                {t(name)}
                <small>{t(what)}</small>
              </button>
            </li>
          ))}
        </ul>
        <p class="hd">{t('exportEverything')}</p>
        <ul>
          <li>
            <button type="button" disabled={total === 0} onClick={() => choose('backup')}>
              {t('exportBackup')}
              <small>{t('exportBackupWhat')}</small>
            </button>
          </li>
          <li>
            <RestoreButton onImport={onImport} onChoose={close} />
          </li>
        </ul>
      </div>
    </details>
  );
}

/** Asks for a file and hands it over. */
export function RestoreButton({ onImport, onChoose, line = false }: { onImport: (file: File) => void; onChoose?: () => void; line?: boolean }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={line ? 'btn is-line' : undefined} onClick={() => input.current?.click()}>
        {t('importRestore')}
        {!line && <small>{t('importRestoreWhat')}</small>}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,.jsonld,application/json,application/ld+json"
        aria-label={t('importFile')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          onChoose?.();
          if (file) onImport(file);
        }}
      />
    </>
  );
}
