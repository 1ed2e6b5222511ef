import { DeedToast } from '../../../components/clippings/DeedToast.tsx';
import { Dossier } from '../../../components/clippings/Dossier.tsx';
import dossier from '../../../components/clippings/dossier.css?inline';
import { ExportMenu } from '../../../components/clippings/ExportMenu.tsx';
import { ImportResult } from '../../../components/clippings/ImportResult.tsx';
import { Library, type LibraryShelf } from '../../../components/clippings/Library.tsx';
import clipping from '../../../components/clippings/clipping.css?inline';
import { BackupReminder, LibraryLost } from '../../../components/clippings/LibraryNotices.tsx';
import library from '../../../components/clippings/library.css?inline';
import note from '../../../components/clippings/note.css?inline';
import { NoteWindow } from '../../../components/clippings/NoteWindow.tsx';
import page from '../../../components/shared/page.css?inline';
import { noFilter, type LibraryFilter } from '../../../lib/clip/library-view.ts';
import { aCard } from '../card-fixture.ts';
import { clippingShelf } from '../clipping-shelf.ts';
import type { Scene } from './scene.ts';

const nothing = () => undefined;
const actions = { edit: () => Promise.resolve('done' as const), tag: nothing, remove: nothing, copy: () => Promise.resolve(true) };

function libraryScene(name: string, shelf: LibraryShelf, change: { filter?: Partial<LibraryFilter>; width?: number; then?: Scene['then']; over?: string; deed?: 'doing' | 'undoing' | 'done'; dossier?: boolean; notice?: Scene['content'] } = {}): Scene {
  return {
    name: `library-${name}`,
    width: change.width ?? 1360,
    height: 720,
    body: 'library',
    css: page + clipping + library + dossier,
    content: (
      <>
        <Library
          shelf={shelf}
          filter={{ ...noFilter, ...change.filter }}
          goTo={null}
          actions={actions}
          onRetry={nothing}
          onOptions={nothing}
          tools={(chosen, picked) => <ExportMenu count={chosen.length} picked={picked} total={5} onExport={nothing} onImport={nothing} />}
          notice={change.notice}
          dossier={change.dossier && <Dossier entity="syria/hayat-tahrir-al-sham" card={card} clippings={clippingShelf.toReversed()} />}
        />
        {change.deed && <DeedToast last={{ deed: { is: 'removed', ids: ['1'] }, failed: change.deed === 'done' ? null : change.deed }} undo={nothing} forget={nothing} />}
      </>
    ),
    ...(change.then && { then: change.then }),
    ...(change.over && { over: change.over }),
  };
}

const known = aCard();
const card = aCard({ asOf: { day: null, basis: 'none', stale: false }, before: [...known.before, ...known.since], since: [] });
const ready: LibraryShelf = { is: 'ready', clippings: clippingShelf };
const type = (root: HTMLElement, text: string) => {
  const box = root.querySelector<HTMLInputElement>('input[type=search]');
  if (!box) return;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
};

export const scenes: Scene[] = [
  libraryScene('list', ready, { deed: 'done' }),
  libraryScene('undo-failed', ready, { deed: 'undoing' }),
  libraryScene('delete-failed', ready, { deed: 'doing', width: 320 }),
  libraryScene('search', ready, { then: (root) => type(root, 'hts') }),
  libraryScene('dossier', ready, { filter: { entity: 'syria/hayat-tahrir-al-sham' }, dossier: true }),
  libraryScene('filtered', ready, { filter: { tag: 'Afrin 2022' } }),
  libraryScene('edit', ready, { then: (root) => root.querySelectorAll<HTMLElement>('[data-act=edit]')[1]?.click() }),
  libraryScene('compare', ready, { then: (root) => root.querySelector<HTMLElement>('.state .link')?.click() }),
  libraryScene('picked', ready, { then: (root) => root.querySelector<HTMLElement>('.pick')?.click() }),
  libraryScene('none', { is: 'ready', clippings: [] }),
  libraryScene('export', ready, { then: (root) => root.querySelector<HTMLElement>('.menu summary')?.click(), over: '.menu', notice: <BackupReminder last="2026-10-14T09:00:00.000Z" onBackUp={nothing} onLater={nothing} /> }),
  libraryScene('restored', ready, { notice: <ImportResult outcome={{ is: 'done', file: 'clippings.jsonld', added: 38, updated: 1, already: 2, skipped: 3 }} onClose={nothing} /> }),
  libraryScene('refused', ready, { notice: <ImportResult outcome={{ is: 'refused', file: 'clippings.backup.json', reason: 'damaged', where: { clipping: 17 } }} onClose={nothing} /> }),
  libraryScene('lost', { is: 'ready', clippings: [], missing: 38 }, { notice: <LibraryLost missing={38} onImport={nothing} onAccept={nothing} /> }),
  libraryScene('failed', { is: 'failed', why: 'libraryFailed' }),
  libraryScene('loading', { is: 'loading' }),
  libraryScene('narrow', ready, { width: 320 }),
  {
    name: 'note',
    width: 420,
    height: 480,
    body: 'note',
    css: page + clipping + note,
    content: (
      <NoteWindow
        found={clippingShelf[0] ? { is: 'ready', clipping: clippingShelf[0] } : { is: 'missing' }}
        knownTags={['Afrin 2022', 'delisting']}
        onEdit={actions.edit}
        onClose={nothing}
      />
    ),
  },
];
