import { render } from 'preact';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportLine } from '../../../components/settings/ImportLine.tsx';
import { OptionsOwnNames } from '../../../components/settings/OptionsOwnNames.tsx';
import { OptionsPacks, type ListedPack } from '../../../components/settings/OptionsPacks.tsx';
import { OwnNameForm } from '../../../components/settings/OwnNameForm.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import type { ImportState } from '../../../lib/pack/import.ts';
import { anOwnName } from '../../support/own-name.ts';
import { manifest } from '../../support/pack.ts';
import { english } from '../../support/words.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const draw = (content: preact.ComponentChild) => render(<WordsProvider value={english}>{content}</WordsProvider>, root);
const told = () => root.innerText.replace(/[\u2068\u2069]/g, '');

describe('the packs', () => {
  const bundled: ListedPack = { id: 'valley', manifest, origin: 'bundled', enabled: true, entities: 116, bytes: 733_000, stale: true, inPlace: false };
  const imported: ListedPack = { ...bundled, id: 'hills', manifest: { ...manifest, id: 'hills', title: 'The hills', credits: ['A map maker'] }, origin: 'imported', enabled: false, stale: false, inPlace: true };
  const actions = { enable: vi.fn(), export: vi.fn(), remove: vi.fn() };
  beforeEach(() => {
    vi.clearAllMocks();
    draw(
      <OptionsPacks packs={[bundled, imported]} problem={null} actions={actions}>
        <p>how one is added</p>
      </OptionsPacks>,
    );
    for (const details of root.querySelectorAll('details')) details.open = true;
  });

  test('tell size, end of knowledge and licence, and say so where that end is long past', () => {
    expect(told()).toContain('116 names. Facts checked to 30 Jun');
    expect(told()).toContain('Version 1.0.0, 733 kB. Licence: CC BY 4.0.');
    expect(told().match(/older than three months/g)).toHaveLength(1);
    expect(told()).toContain('A map maker');
    expect(told()).toContain('It takes the place of the one that came with Backgrounder');
    expect(told()).toContain('Disputed borders');
    expect(told()).toContain('Natural Earth');
  });

  test('are turned on and off one by one', async () => {
    await page.getByRole('switch', { name: /The valley/ }).click();
    await page.getByRole('switch', { name: /The hills/ }).click();
    expect(actions.enable.mock.calls).toEqual([['valley', false], ['hills', true]]);
  });

  test('are all given out as files, and only those from files are removed', async () => {
    await page.getByRole('button', { name: /Export: .*The valley/ }).click();
    expect(actions.export).toHaveBeenCalledExactlyOnceWith('valley');
    await expect.element(page.getByRole('button', { name: /Remove: .*The valley/ })).not.toBeInTheDocument();
    await page.getByRole('button', { name: /Remove: .*The hills/ }).click();
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('hills');
  });
});

describe('adding a file', () => {
  const onChoose = vi.fn();
  const onCancel = vi.fn();
  const show = (state: ImportState) => draw(<ImportLine state={state} onChoose={onChoose} onCancel={onCancel} />);

  test('hands over the file that was chosen, and the same one again', async () => {
    show({ is: 'idle' });
    const input = root.querySelector('input')!;
    for (let turn = 1; turn <= 2; turn++) {
      await userEvent.upload(input, new File(['{}'], 'valley.json'));
      expect(onChoose).toHaveBeenCalledTimes(turn);
    }
    expect(onChoose.mock.calls[0]?.[0]).toHaveProperty('name', 'valley.json');
  });

  test('tells how far it is to eye and ear, and can be cancelled', async () => {
    show({ is: 'running', file: 'valley.json', progress: { step: 'write', done: 1_200, total: 5_000 } });
    const bar = root.querySelector('progress')!;
    expect([bar.value, bar.max, bar.getAttribute('aria-label')]).toEqual([1_200, 5_000, 'Storing 1,200 of 5,000']);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(onCancel).toHaveBeenCalledOnce();
    show({ is: 'running', file: 'valley.json', progress: { step: 'check', done: 0, total: 0 } });
    expect(root.querySelector('progress')!.position).toBe(-1);
  });

  test('says of a refused file that nothing has changed, where it is wrong and what to do, its own words as text', async () => {
    show({ is: 'failed', file: 'evil.json', failure: { ok: false, reason: 'duplicate-id', detail: '<img src=x onerror=alert(1)>', line: 212 } });
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(told()).toContain('evil.json was not added. Nothing has changed.');
    expect(told()).toContain('Line 212. Two entries have the same id: <img src=x onerror=alert(1)>. Give one of them another.');
    expect(root.querySelector('img')).toBeNull();
  });
});

describe('the reader’s own names', () => {
  test('are edited, removed and taken along', async () => {
    const on = { enable: vi.fn(), edit: vi.fn(), remove: vi.fn(), export: vi.fn() };
    const name = anOwnName();
    draw(<OptionsOwnNames names={[name]} problem={null} enabled onEnable={on.enable} onEdit={on.edit} onRemove={on.remove} onExport={on.export} />);
    expect(told()).toContain('Organisation. Contractor named by the Post. From The Valley Post, 6 May 2022.');
    await page.getByRole('button', { name: /Edit: .*Qalaat Holding/ }).click();
    await page.getByRole('button', { name: /Remove: .*Qalaat Holding/ }).click();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('switch').click();
    expect([on.edit, on.remove, on.export, on.enable].map((one) => one.mock.calls)).toEqual([[[name.id]], [[name]], [[]], [[false]]]);
  });

  test('are never taken for none where they could not be read', () => {
    const nothing = () => undefined;
    draw(<OptionsOwnNames names={null} problem="unread" enabled onEnable={nothing} onEdit={nothing} onRemove={nothing} onExport={nothing} />);
    expect(told()).toContain('Your names could not be read');
    expect(told()).not.toContain('None yet');
  });

  const { id: _, addedAt: __, editedAt: ___, ...draft } = anOwnName({ line: '' });
  const form = (onSave: Parameters<typeof OwnNameForm>[0]['onSave'], onClose = vi.fn()) => draw(<OwnNameForm found={{ is: 'ready', draft, isNew: true }} onSave={onSave} onClose={onClose} />);

  test('are filled in with the cursor where the page could tell nothing, and the faults named beside their fields', async () => {
    const onSave = vi.fn(() => Promise.resolve(['line' as const, 'url' as const]));
    form(onSave);
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByRole('textbox', { name: 'In one line' })).toHaveAttribute('aria-invalid', 'true');
    await expect.element(page.getByText('An address begins with http:// or https://.')).toBeVisible();
    expect(page.getByRole('textbox', { name: 'Outlet' }).element().getAttribute('aria-invalid')).toBe('false');
  });

  test('keep the reader’s words when they cannot be stored, and close the window when they are', async () => {
    const onClose = vi.fn();
    const onSave = vi.fn().mockResolvedValueOnce('storage-full').mockResolvedValueOnce('saved');
    form(onSave, onClose);
    await userEvent.fill(page.getByRole('textbox', { name: 'In one line' }), 'Builder of bridges.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Not saved: the disk is full. Your words are still here.')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'In one line' })).toHaveValue('Builder of bridges.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    expect(onSave.mock.calls[1]?.[0]).toMatchObject({ name: 'Qalaat Holding', line: 'Builder of bridges.' });
  });
});
