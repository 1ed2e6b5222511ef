import { render } from 'preact';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SaveOutcome } from '../../../components/clippings/ClippingEditor.tsx';
import { NoteWindow } from '../../../components/clippings/NoteWindow.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import type { ClippingChange } from '../../../lib/clip/clipping-change.ts';
import { aClipping } from '../../support/clipping.ts';
import { english } from '../../support/words.ts';

const edit = vi.fn<(change: ClippingChange) => Promise<SaveOutcome>>();
const close = vi.fn();
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  edit.mockResolvedValue('done');
  render(
    <WordsProvider value={english}>
      <NoteWindow found={{ is: 'ready', clipping: aClipping() }} knownTags={[]} onEdit={edit} onClose={close} />
    </WordsProvider>,
    root,
  );
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.resetAllMocks();
});

const note = () => page.getByRole('textbox', { name: 'Note' });
const done = () => page.getByRole('button', { name: 'Done' });

test('closes only when the note is stored', async () => {
  const storing = Promise.withResolvers<SaveOutcome>();
  edit.mockReturnValue(storing.promise);
  await userEvent.fill(note(), 'Precious.');
  await done().click();
  expect(edit).toHaveBeenCalledWith({ note: 'Precious.' });
  expect(close).not.toHaveBeenCalled();
  storing.resolve('done');
  await expect.poll(() => close.mock.calls).toHaveLength(1);
});

test('stays open with the note and the tag that could not be stored, says so, and tries again on the next press', async () => {
  edit.mockResolvedValue('storage-full');
  await userEvent.fill(note(), 'Precious.');
  await userEvent.fill(page.getByRole('combobox', { name: 'Tags' }), 'retreat');
  await done().click();
  await expect.element(page.getByText(/^Not saved: the disk is full/)).toBeVisible();
  await expect.element(note()).toHaveValue('Precious.');
  await expect.element(page.getByRole('combobox', { name: 'Tags' })).toHaveValue('retreat');
  expect(close).not.toHaveBeenCalled();
  edit.mockClear();
  edit.mockResolvedValue('done');
  await done().click();
  await expect.poll(() => close.mock.calls).toHaveLength(1);
  expect(edit.mock.calls).toEqual(expect.arrayContaining([[{ note: 'Precious.' }], [{ addTags: ['retreat'] }]]));
});

test('closes at once where nothing was typed', async () => {
  await done().click();
  await expect.poll(() => close.mock.calls).toHaveLength(1);
  expect(edit).not.toHaveBeenCalled();
});

test('saves what is being typed when the page goes', async () => {
  await userEvent.fill(note(), 'Half a thou');
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  expect(edit).toHaveBeenCalledExactlyOnceWith({ note: 'Half a thou' });
});
