import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { facetsOf, libraryView, type LibraryFilter, type LibrarySort } from '../../lib/clip/library-view.ts';
import type { Clipping } from '../../lib/clip/schema.ts';
import { LibrarySearch, searchTerms } from '../../lib/clip/search.ts';
import type { Unread } from '../../lib/extension/stored-clippings.ts';
import { Icon } from '../shared/Icon.tsx';
import { Mark } from '../shared/Mark.tsx';
import { useWords } from '../shared/words.ts';
import type { ClippingActions } from './ClippingRow.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { LibraryHeading } from './LibraryHeading.tsx';
import { LibraryList } from './LibraryList.tsx';
import { LibraryRail } from './LibraryRail.tsx';

/** `missing`: how many that were saved the browser has lost. */
export type LibraryShelf = { is: 'loading' } | { is: 'failed'; why: Unread } | { is: 'ready'; clippings: Clipping[]; missing?: number };

interface Props {
  shelf: LibraryShelf;
  filter: LibraryFilter;
  /** The clipping an address pointed at. */
  goTo: string | null;
  actions: ClippingActions;
  onRetry: () => void;
  onOptions: () => void;
  /** What stands beside the search box: export, import. `chosen`: those picked, else those shown. */
  tools?: (chosen: readonly Clipping[], picked: boolean) => ComponentChildren;
  /** What stands under it: reminders, what became of an import. */
  notice?: ComponentChildren;
  /** The dossier of the entity the filter names. */
  dossier?: ComponentChildren;
}

const none: Clipping[] = [];

/** The reader's library: search and filters, the list, the dossier of one entity. */
export function Library({ shelf, filter, goTo, actions, onRetry, onOptions, tools, notice, dossier }: Props) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<LibrarySort>('saved-new');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const search = useMemo(() => new LibrarySearch(), []);
  const box = useRef<HTMLInputElement>(null);
  useSlashKey(() => box.current?.focus());

  const all = shelf.is === 'ready' ? shelf.clippings : none;
  useEffect(() => prepareIdly(search, all), [search, all]);
  const facets = useMemo(() => facetsOf(all), [all]);
  const knownTags = useMemo(() => facets.tags.map((tag) => tag.value), [facets]);
  const terms = useMemo(() => searchTerms(query), [query]);
  const shown = useMemo(() => libraryView(all, filter, sort, search.find(all, query)), [all, filter, sort, query]);
  const pickedShown = shown.filter((clipping) => picked.has(clipping.id));
  const entityName = facets.names.find((facet) => facet.value === filter.entity)?.name ?? null;

  return (
    <div class="library-page">
      <header class="top">
        <h1 class="brand">
          <Mark />
          {t('libraryTitle')}
        </h1>
        <label class="find">
          <Icon name="search" />
          <span class="vh">{t('librarySearch')}</span>
          <input
            ref={box}
            class="field"
            type="search"
            dir="auto"
            value={query}
            placeholder={t('librarySearchHint')}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <kbd aria-hidden="true">/</kbd>
        </label>
        <div class="tools">
          {tools?.(pickedShown.length > 0 ? pickedShown : shown, pickedShown.length > 0)}
          <button type="button" class="btn is-icon" aria-label={t('librarySettings')} title={t('librarySettings')} onClick={onOptions}>
            <Icon name="gear" />
          </button>
        </div>
      </header>
      {notice}
      <div class={dossier ? 'three' : 'three two'}>
        <LibraryRail facets={facets} total={all.length} filter={filter} />
        <main class="list" aria-label={t('libraryClippings')} aria-busy={shelf.is === 'loading'}>
          {shelf.is !== 'ready' || shown.length === 0 ? (
            <LibraryEmpty shelf={shelf} onRetry={onRetry} />
          ) : (
            <>
              <LibraryHeading
                shown={shown.length}
                total={all.length}
                entityName={entityName}
                sort={sort}
                onSort={setSort}
                picked={pickedShown}
                onPickAll={(on) => setPicked(new Set(on ? shown.map((clipping) => clipping.id) : []))}
                actions={actions}
              />
              <LibraryList
                clippings={shown}
                terms={terms}
                knownTags={knownTags}
                picked={picked}
                onPick={(id, on) => setPicked(changed(picked, id, on))}
                goTo={goTo}
                actions={actions}
              />
            </>
          )}
        </main>
        {dossier}
      </div>
    </div>
  );
}

/** Folds the library for searching while the reader does nothing: at 10,000 clippings it takes 120 ms. Returns a way to stop. */
function prepareIdly(search: LibrarySearch, clippings: readonly Clipping[]): () => void {
  const work = search.prepare(clippings);
  const go = (idle: IdleDeadline) => {
    while (idle.timeRemaining() > 1) if (work.next().done) return;
    handle = requestIdleCallback(go);
  };
  let handle = requestIdleCallback(go);
  return () => cancelIdleCallback(handle);
}

function changed(set: ReadonlySet<string>, id: string, on: boolean): Set<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

/** `/` leads to the search box from anywhere but a field. */
function useSlashKey(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
