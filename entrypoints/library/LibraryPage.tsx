import { useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DeedToast } from '../../components/clippings/DeedToast.tsx';
import { Dossier } from '../../components/clippings/Dossier.tsx';
import { ExportMenu } from '../../components/clippings/ExportMenu.tsx';
import { ImportResult } from '../../components/clippings/ImportResult.tsx';
import { Library } from '../../components/clippings/Library.tsx';
import { BackupReminder, LibraryLost } from '../../components/clippings/LibraryNotices.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { Icon } from '../../components/shared/Icon.tsx';
import { toExport, type ExportFormat } from '../../lib/clip/export/formats.ts';
import { libraryView, noFilter } from '../../lib/clip/library-view.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import { copyText } from '../../lib/copy-text.ts';
import { useBackupCare } from '../../lib/extension/backup-reminder.ts';
import { useBringIn } from '../../lib/extension/bring-in.ts';
import { useDossierCard } from '../../lib/extension/dossier-card.ts';
import { useLastDeed } from '../../lib/extension/last-deed.ts';
import { useLibraryAddress } from '../../lib/extension/library-address.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { saveFile } from '../../lib/extension/save-file.ts';
import { useClippings } from '../../lib/extension/stored-clippings.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import type { Card } from '../../lib/pack/card.ts';
import type { ClippingStore } from '../../lib/store/clippings.ts';

const { words, dir } = await pageWords();
const everything = (store: ClippingStore) => store.list();
const none: Clipping[] = [];

/** The library, wired to the reader's database. */
export function LibraryPage() {
  const { settings } = useSettings();
  const stored = useClippings(everything);
  const { filter, clipping } = useLibraryAddress();
  const { last, remove, tag, undo, forget } = useLastDeed(stored);
  const { outcome, bringIn, putAway } = useBringIn(stored);
  const card = useDossierCard(filter.entity);
  const ready = stored.content.is === 'ready' ? stored.content : null;
  const all = ready?.clippings ?? none;
  const care = useBackupCare(ready && all);
  const named = useMemo(() => libraryView(all, { ...noFilter, entity: filter.entity }, 'article-old', null), [all, filter.entity]);
  const exportAs = (format: ExportFormat, clippings: readonly Clipping[], background: Card | null = null) => {
    const { name, type, text } = toExport(format, clippings, { title: background?.name ?? words.t('exportTitle'), made: new Date().toISOString(), lang: words.lang, card: background });
    saveFile(name, [text], type);
    if (format === 'backup') care.backedUp();
  };
  const missing = ready?.missing ?? 0;
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('libraryPageTitle')} theme={settings?.theme ?? 'auto'}>
      <Library
        shelf={stored.content}
        filter={filter}
        goTo={clipping}
        actions={{ edit: stored.edit, tag, remove, copy: copyText }}
        onRetry={stored.retry}
        onOptions={() => void browser.runtime.openOptionsPage()}
        tools={(chosen, picked) => (
          <ExportMenu count={chosen.length} picked={picked} total={all.length} onExport={(format) => exportAs(format, format === 'backup' ? all : chosen)} onImport={bringIn} />
        )}
        notice={
          <>
            {outcome && <ImportResult outcome={outcome} onClose={putAway} />}
            {missing > 0 && <LibraryLost missing={missing} onImport={bringIn} onAccept={stored.accept} />}
            {missing === 0 && care.reminder && <BackupReminder {...care.reminder} onBackUp={() => exportAs('backup', all)} onLater={care.later} />}
          </>
        }
        dossier={
          filter.entity !== null &&
          ready && (
            <Dossier
              key={filter.entity}
              entity={filter.entity}
              card={card}
              clippings={named}
              actions={
                <button type="button" class="btn is-line" onClick={() => exportAs('html', named, card ?? null)}>
                  <Icon name="export" />
                  {words.t('dossierExport')}
                </button>
              }
            />
          )
        }
      />
      {last && <DeedToast last={last} undo={undo} forget={forget} />}
    </ExtensionPage>
  );
}
