import { render } from 'preact';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Brief, type BriefActions } from '../../../components/brief/Brief.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import type { PageModel } from '../../../lib/messages/to-page.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';
import { aPageModel } from '../../support/page-model.ts';
import { english } from '../../support/words.ts';

const actions = { jump: vi.fn(), jumpToClipping: vi.fn(), setDay: vi.fn(), edit: vi.fn(() => Promise.resolve('done' as const)), copy: vi.fn(), library: vi.fn(), options: vi.fn(), annotate: vi.fn() } satisfies BriefActions;
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

function show(change: Partial<PageModel> = {}, since: 'closed' | 'open' | 'never' = 'closed') {
  const state = { is: 'on' as const, site: 'themeridian.example', page: 'https://themeridian.example/idlib-talks', model: aPageModel(change), ruled: false };
  render(
    <WordsProvider value={english}>
      <Brief state={state} title="A page" clippings={clippingShelf.slice(4)} copied={null} since={since} actions={actions} />
    </WordsProvider>,
    root,
  );
}

test('leads to an entity’s mentions one after another, and round again', async () => {
  show();
  const idlib = page.getByRole('button', { name: /^Idlib/ });
  for (let times = 0; times < 4; times += 1) await idlib.click();
  expect(actions.jump.mock.calls.map(([card, index]) => [card.entity, index])).toEqual([0, 1, 2, 0].map((index) => ['idlib', index]));
});

test('opens an entity’s background without hovering, what came since closed within it', async () => {
  show();
  await page.getByRole('button', { name: 'About \u2068Hayat Tahrir al-Sham\u2069' }).click();
  await expect.element(page.getByText(/^Announced as a merger of five groups/).first()).toBeVisible();
  expect(root.querySelector<HTMLDetailsElement>('.about details')?.open).toBe(false);
});

test('cuts the time line at the article’s day', () => {
  show();
  const lines = [...root.querySelectorAll('.tline li')].map((line) => line.className);
  const cut = lines.indexOf('nowline');
  expect(cut).toBeGreaterThan(0);
  expect(lines.slice(0, cut)).not.toContain('aft');
  expect(new Set(lines.slice(cut + 1))).toEqual(new Set(['aft']));
});

test('shows nothing later than the article to a reader who wants none of it', () => {
  show({}, 'never');
  expect(root.querySelector('.aft')).toBeNull();
  expect(root.textContent).not.toContain('2025');
});

test('sets the day typed into it, and goes back to the article’s', async () => {
  show({ asOf: { day: '2020-01-01', basis: 'reader' } });
  await page.getByRole('button', { name: 'Change date' }).click();
  await userEvent.fill(page.getByLabelText('Date', { exact: true }), '2019-05-01');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  expect(actions.setDay).toHaveBeenLastCalledWith('2019-05-01');
  await page.getByRole('button', { name: 'Change date' }).click();
  await page.getByRole('button', { name: 'Article’s date' }).click();
  expect(actions.setDay).toHaveBeenLastCalledWith(null);
});

test('edits note and tags of the page’s clippings in place', async () => {
  show();
  await userEvent.fill(page.getByRole('textbox', { name: 'Note' }), 'Two outlets now.');
  await userEvent.tab();
  expect(actions.edit).toHaveBeenCalledExactlyOnceWith(clippingShelf[4]?.id, { note: 'Two outlets now.' });
});

test('keeps common knowledge for those who ask', async () => {
  show();
  expect(root.querySelector('#names')?.textContent).not.toContain('States and bodies');
  await page.getByRole('button', { name: 'Show 1 more, common knowledge' }).click();
  expect(root.querySelector('#names')?.textContent).toContain('States and bodies');
});
