import { render } from 'preact';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeedToast } from '../../../components/clippings/DeedToast.tsx';
import { ExportMenu } from '../../../components/clippings/ExportMenu.tsx';
import { Library, type LibraryShelf } from '../../../components/clippings/Library.tsx';
import { UndoToast } from '../../../components/shared/UndoToast.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import { noFilter } from '../../../lib/clip/library-view.ts';
import { useLastDeed } from '../../../lib/extension/last-deed.ts';
import { limits } from '../../../lib/limits.ts';
import { aClipping } from '../../support/clipping.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';
import { english } from '../../support/words.ts';

const edit = vi.fn(() => Promise.resolve('done' as const));
const tag = vi.fn();
const remove = vi.fn();
const copy = vi.fn(() => Promise.resolve(true));
const exported = vi.fn();
const brought = vi.fn();
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.clearAllMocks();
});

function show(shelf: LibraryShelf = { is: 'ready', clippings: clippingShelf }, onRetry = () => undefined) {
  render(
    <WordsProvider value={english}>
      <Library
        shelf={shelf}
        filter={noFilter}
        goTo={null}
        actions={{ edit, tag, remove, copy }}
        onRetry={onRetry}
        onOptions={() => undefined}
        tools={(chosen, picked) => <ExportMenu count={chosen.length} picked={picked} total={5} onExport={(format) => exported(format, chosen.map(({ id }) => id))} onImport={brought} />}
      />
    </WordsProvider>,
    root,
  );
}
const choose = (format: string) => [...root.querySelectorAll<HTMLElement>('.menu button')].find(({ textContent }) => textContent.includes(format))?.click();
const rows = () => [...root.querySelectorAll<HTMLElement>('article')];

test('finds as one types, and underlines what was found', async () => {
  show();
  await userEvent.keyboard('/');
  await userEvent.keyboard('afrin convoy');
  await expect.poll(() => rows().length).toBe(1);
  await userEvent.clear(page.getByRole('searchbox'));
  await userEvent.fill(page.getByRole('searchbox'), 'hts');
  await expect.poll(() => root.querySelectorAll('mark').length).toBeGreaterThan(0);
  expect([...root.querySelectorAll('mark')].every((mark) => mark.textContent === 'HTS')).toBe(true);
});

test('never takes a library that could not be read for an empty one', async () => {
  const retry = vi.fn();
  show({ is: 'failed', why: 'libraryFailed' }, retry);
  await expect.poll(() => root.querySelector('[role=alert]')?.textContent).toContain('could not be read');
  expect(root.textContent).not.toContain('No clippings yet');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(retry).toHaveBeenCalledOnce();
});

test('saves a note when its field is left, and nothing when it was not changed', async () => {
  show();
  await page.getByRole('button', { name: 'Note and tags' }).nth(3).click();
  await page.getByRole('textbox', { name: 'Note' }).click();
  await userEvent.tab();
  expect(edit).not.toHaveBeenCalled();
  await userEvent.fill(page.getByRole('textbox', { name: 'Note' }), 'Ask the outlet.');
  await userEvent.tab();
  expect(edit).toHaveBeenCalledExactlyOnceWith(clippingShelf[3]?.id, { note: 'Ask the outlet.' });
  await expect.element(page.getByText('Saved.', { exact: true })).toBeVisible();
});

test('adds a tag by Enter and takes one off by its button', async () => {
  show();
  await page.getByRole('button', { name: 'Note and tags' }).nth(3).click();
  await userEvent.fill(page.getByRole('combobox', { name: 'Tags' }), 'retreat');
  await userEvent.keyboard('{Enter}');
  expect(edit).toHaveBeenLastCalledWith(clippingShelf[3]?.id, { addTags: ['retreat'] });
  await page.getByRole('button', { name: /^Remove the tag/ }).click();
  expect(edit).toHaveBeenLastCalledWith(clippingShelf[3]?.id, { removeTags: ['Afrin 2022'] });
});

test('keeps the words in the field and says so where they could not be saved', async () => {
  edit.mockResolvedValueOnce('storage-full' as never);
  show();
  await page.getByRole('button', { name: 'Note and tags' }).first().click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Note' }), 'Precious.');
  await userEvent.tab();
  await expect.element(page.getByText(/^Not saved: the disk is full/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Precious.');
});

test('keeps a tag in its field where it could not be saved', async () => {
  edit.mockResolvedValueOnce('storage-full' as never);
  show();
  await page.getByRole('button', { name: 'Note and tags' }).nth(3).click();
  await userEvent.fill(page.getByRole('combobox', { name: 'Tags' }), 'retreat');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Tags' })).toHaveValue('retreat');
});

test('adds a second tag without taking back the first, which the list does not show yet', async () => {
  show();
  await page.getByRole('button', { name: 'Note and tags' }).nth(3).click();
  await userEvent.click(page.getByRole('combobox', { name: 'Tags' }));
  await userEvent.keyboard('one{Enter}two{Enter}');
  expect(edit.mock.calls).toEqual([[clippingShelf[3]?.id, { addTags: ['one'] }], [clippingShelf[3]?.id, { addTags: ['two'] }]]);
});

test('shows a note written in another window, and does not put the older one back when its field is left', async () => {
  show();
  await page.getByRole('button', { name: 'Note and tags' }).nth(3).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  show({ is: 'ready', clippings: clippingShelf.map((one, at) => (at === 3 ? { ...one, note: 'Written elsewhere.' } : one)) });
  await expect.element(note).toHaveValue('Written elsewhere.');
  await note.click();
  await userEvent.tab();
  expect(edit).not.toHaveBeenCalled();
});

test('keeps an editor open whose note could not be saved, and puts it away once it is', async () => {
  edit.mockResolvedValue('storage-full' as never);
  show();
  await page.getByRole('button', { name: 'Note and tags' }).nth(3).click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Note' }), 'Precious.');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByText(/^Not saved: the disk is full/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Precious.');
  edit.mockResolvedValue('done');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => root.querySelector('textarea')).toBeNull();
  expect(edit).toHaveBeenLastCalledWith(clippingShelf[3]?.id, { note: 'Precious.' });
});

test('is walked through by arrow keys, and Delete takes out the row one is on', async () => {
  show();
  rows()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(() => document.activeElement?.id).toBe(rows()[2]?.id);
  await userEvent.keyboard('{Delete}');
  expect(remove).toHaveBeenCalledExactlyOnceWith([clippingShelf[2]?.id]);
});

test('tags and deletes all that is picked', async () => {
  show();
  await page.getByRole('checkbox', { name: 'Pick all shown' }).click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Add a tag' }), 'story');
  await userEvent.keyboard('{Enter}');
  expect(tag).toHaveBeenCalledExactlyOnceWith(clippingShelf.map(({ id }) => id), 'story');
  await page.getByRole('button', { name: 'Delete' }).first().click();
  expect(remove).toHaveBeenCalledExactlyOnceWith(clippingShelf.map(({ id }) => id));
});

test('never calls a library empty that the browser has lost', async () => {
  show({ is: 'ready', clippings: [], missing: 38 });
  await expect.poll(() => root.querySelector('[role=status] h2')?.textContent).toBe('Your clippings are missing');
  expect(root.textContent).not.toContain('No clippings yet');
});

test('exports what is picked, else what is shown', async () => {
  show();
  await userEvent.fill(page.getByRole('searchbox'), 'afrin convoy');
  await expect.poll(() => rows().length).toBe(1);
  await userEvent.click(page.getByText('Export', { exact: true }));
  await expect.element(page.getByText('Clippings shown: 1')).toBeVisible();
  choose('Table');
  expect(exported).toHaveBeenLastCalledWith('csv', [clippingShelf[3]?.id]);
  await userEvent.clear(page.getByRole('searchbox'));
  await expect.poll(() => rows().length).toBe(5);
  root.querySelector<HTMLElement>('.pick')?.click();
  await userEvent.click(page.getByText('Export', { exact: true }));
  await expect.element(page.getByText('Clippings picked: 1')).toBeVisible();
  choose('RIS');
  expect(exported).toHaveBeenLastCalledWith('ris', [clippingShelf[0]?.id]);
});

test('closes the export menu by Escape and gives the focus back', async () => {
  show();
  await userEvent.click(page.getByText('Export', { exact: true }));
  await userEvent.tab();
  await userEvent.keyboard('{Escape}');
  expect(root.querySelector('details')?.open).toBe(false);
  expect(document.activeElement?.localName).toBe('summary');
});

test('copies a quotation with its citation, and the link to the place', async () => {
  show();
  await page.getByRole('button', { name: 'Copy quotation' }).first().click();
  expect(copy).toHaveBeenLastCalledWith(expect.stringMatching(/^“Washington took HTS.*” — .*“Washington ends a listing”, Northern Ledger, 2025-07-09. https:/));
  await expect.element(page.getByRole('button', { name: 'Copied' }).first()).toBeInTheDocument();
  await page.getByRole('button', { name: 'Copy link to the place' }).nth(3).click();
  expect(copy).toHaveBeenLastCalledWith(expect.stringMatching(/^https:\/\/harbourpost\.example\/convoys#:~:text=By%20nightfall.*Azaz\.,-Shops%20stayed/));
});

test('makes more rows as one scrolls, not all at once', async () => {
  const many = Array.from({ length: 500 }, (_, at) => aClipping({ id: `3f0c6a52-6d0e-4b7e-9f1e-${at.toString(16).padStart(12, '0')}` }));
  show({ is: 'ready', clippings: many });
  await expect.poll(() => rows().length).toBeGreaterThan(0);
  expect(rows().length).toBeLessThan(200);
  const before = rows().length;
  // In a frame the observer's margin does not count: the list's end itself has to come into view.
  root.style.paddingBlockEnd = '10px';
  rows().at(-1)?.scrollIntoView();
  await expect.poll(() => rows().length).toBeGreaterThan(before);
});

test('lets a page’s words be nothing but words', () => {
  const hostile = '<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a>';
  show({
    is: 'ready',
    clippings: [aClipping({ selector: { exact: hostile }, note: hostile, tags: [hostile], page: { title: hostile, site: hostile, url: 'javascript:alert(1)' } })],
  });
  expect(root.querySelector('img')).toBeNull();
  expect([...root.querySelectorAll('a')].map((link) => link.protocol)).not.toContain('javascript:');
});

test('holds the undo toast while focus is on it', async () => {
  vi.useFakeTimers();
  const onEnd = vi.fn();
  render(
    <WordsProvider value={english}>
      <UndoToast text="Clipping deleted." onUndo={() => undefined} onEnd={onEnd} />
    </WordsProvider>,
    root,
  );
  const tell = async (type: string) => {
    root.querySelector('button')?.dispatchEvent(new FocusEvent(type, { bubbles: true }));
    await Promise.resolve();
  };
  await vi.advanceTimersByTimeAsync(limits.toastMs - 1);
  await tell('focusin');
  await vi.advanceTimersByTimeAsync(limits.toastMs * 3);
  expect(onEnd).not.toHaveBeenCalled();
  await tell('focusout');
  await vi.advanceTimersByTimeAsync(limits.toastMs);
  expect(onEnd).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('offers a failed undo again until it is done or dismissed', async () => {
  const restore = vi.fn<() => Promise<'done' | 'storage-failed'>>(() => Promise.resolve('storage-failed'));
  function Deleting() {
    const { last, remove: take, undo, forget } = useLastDeed({ remove: () => Promise.resolve('done'), restore, editAll: () => Promise.resolve({ ok: true, value: [] }) });
    return (
      <WordsProvider value={english}>
        <button type="button" onClick={() => take(['one'])}>Take</button>
        {last && <DeedToast last={last} undo={undo} forget={forget} />}
      </WordsProvider>
    );
  }
  render(<Deleting />, root);
  const undo = page.getByRole('button', { name: 'Undo' });
  await page.getByRole('button', { name: 'Take' }).click();
  await undo.click();
  await expect.poll(() => root.querySelector('[role=alert]')?.textContent).toContain('could not be undone');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(() => root.querySelector('.toast')).toBeNull();
  await page.getByRole('button', { name: 'Take' }).click();
  await undo.click();
  await expect.poll(() => root.querySelector('[role=alert]')).not.toBeNull();
  restore.mockResolvedValue('done');
  await undo.click();
  await expect.poll(() => root.querySelector('.toast')).toBeNull();
  expect(restore.mock.calls).toEqual([[['one']], [['one']], [['one']]]);
});

test('takes a tag back from those alone that did not have it', async () => {
  const editAll = vi.fn((ids: string[]) => Promise.resolve({ ok: true, value: ids.slice(1) } as const));
  function Tagging() {
    const { last, tag: add, undo, forget } = useLastDeed({ remove: () => Promise.resolve('done'), restore: () => Promise.resolve('done'), editAll });
    return (
      <WordsProvider value={english}>
        <button type="button" onClick={() => add(['had it', 'one', 'two'], 'story')}>Tag</button>
        {last && <DeedToast last={last} undo={undo} forget={forget} />}
      </WordsProvider>
    );
  }
  render(<Tagging />, root);
  await page.getByRole('button', { name: 'Tag' }).click();
  await expect.poll(() => root.querySelector('[role=status]')?.textContent).toContain('Tag added to 2 clippings.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => root.querySelector('.toast')).toBeNull();
  expect(editAll.mock.calls).toEqual([[['had it', 'one', 'two'], { addTags: ['story'] }], [['one', 'two'], { removeTags: ['story'] }]]);
});
