import { useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Dossier } from '../../components/clippings/Dossier.tsx';
import { Library } from '../../components/clippings/Library.tsx';
import { ExtensionPage } from '../../components/shared/ExtensionPage.tsx';
import { UndoToast } from '../../components/shared/UndoToast.tsx';
import { countOf } from '../../components/shared/words.ts';
import { libraryView, noFilter } from '../../lib/clip/library-view.ts';
import { useDossierCard } from '../../lib/extension/dossier-card.ts';
import { useLibraryAddress } from '../../lib/extension/library-address.ts';
import { pageWords } from '../../lib/extension/page-words.ts';
import { useRemoval } from '../../lib/extension/removal.ts';
import { useClippings } from '../../lib/extension/stored-clippings.ts';
import { useSettings } from '../../lib/extension/stored-settings.ts';
import type { ClippingStore } from '../../lib/store/clippings.ts';

const { words, dir } = await pageWords();
const everything = (store: ClippingStore) => store.list();

/** The library, wired to the reader's database. */
export function LibraryPage() {
  const { settings } = useSettings();
  const stored = useClippings(everything);
  const { filter, clipping } = useLibraryAddress();
  const { removed, remove, undo, forget } = useRemoval(stored);
  const card = useDossierCard(filter.entity);
  const all = stored.content.is === 'ready' ? stored.content.clippings : null;
  const named = useMemo(() => libraryView(all ?? [], { ...noFilter, entity: filter.entity }, 'article-old', null), [all, filter.entity]);
  return (
    <ExtensionPage words={words} dir={dir} title={words.t('libraryPageTitle')} theme={settings?.theme ?? 'auto'}>
      <Library
        shelf={stored.content}
        filter={filter}
        goTo={clipping}
        actions={{ edit: stored.edit, remove }}
        onRetry={stored.retry}
        onOptions={() => void browser.runtime.openOptionsPage()}
        dossier={filter.entity !== null && all !== null && <Dossier key={filter.entity} entity={filter.entity} card={card} clippings={named} />}
      />
      {removed?.outcome === 'done' && <UndoToast key={removed.ids[0]} text={countOf(words, 'libraryDeleted', removed.ids.length)} onUndo={undo} onEnd={forget} />}
      {removed && removed.outcome !== 'done' && (
        <p class="toast" role="alert">
          {words.t('libraryNotDeleted')}
        </p>
      )}
    </ExtensionPage>
  );
}
