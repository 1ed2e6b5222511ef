import { render } from 'preact';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup, type PopupActions } from '../../../components/settings/Popup.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import type { NameSearch } from '../../../lib/extension/name-search.ts';
import { nameCounts, pageState, type TabFacts } from '../../../lib/extension/page-state.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { aPageModel } from '../../support/page-model.ts';
import { english } from '../../support/words.ts';

const actions = Object.fromEntries(
  ['everywhere', 'site', 'page', 'kind', 'grantSite', 'grantAll', 'treatAsNews', 'treatAsOther', 'forgetVerdict', 'onlyNow', 'brief', 'library', 'options', 'dossier'].map((name) => [name, vi.fn()]),
) as unknown as { [Name in keyof PopupActions]: ReturnType<typeof vi.fn> } & PopupActions;
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

function show(facts: Partial<TabFacts> = {}, change: Partial<Settings> = {}, { search, isPrivate = false }: { search?: Partial<NameSearch>; isPrivate?: boolean } = {}) {
  const settings = { ...defaultSettings, ...change };
  const state = pageState({ url: 'https://themeridian.example/idlib-talks', access: 'all', model: null, seen: null, ...facts }, settings);
  render(
    <WordsProvider value={english}>
      <Popup state={state} counts={state.is === 'on' ? nameCounts(state.model.mentions, settings) : null} settings={settings} title="A page" isPrivate={isPrivate} problem={null} search={{ text: '', found: null, setText: vi.fn(), ...search }} actions={actions} />
    </WordsProvider>,
    root,
  );
}

test('turns each level off with one click', async () => {
  show({ model: aPageModel() });
  for (const name of [/This page/, /This site/, /Everywhere/]) await page.getByRole('switch', { name }).click();
  expect([actions.page, actions.site, actions.everywhere].map((action) => action.mock.calls)).toEqual([[[false]], [[false]], [[false]]]);
});

test('lets a narrower switch follow a wider one that is off', async () => {
  show({}, { everywhere: false });
  await expect.element(page.getByRole('switch', { name: /This site/ })).toBeDisabled();
  await expect.element(page.getByRole('switch', { name: /This page/ })).toBeDisabled();
  await expect.element(page.getByRole('switch', { name: /Everywhere/ })).toBeEnabled();
});

test('offers nothing in a private window that would leave its address behind', async () => {
  show({ model: aPageModel() }, {}, { isPrivate: true });
  for (const name of [/This page/, /This site/]) await expect.element(page.getByRole('switch', { name })).toBeDisabled();
  await page.getByText(/Why this is read as news/).click();
  expect(page.getByRole('button', { name: /not news/ }).elements()).toEqual([]);
  show({ access: 'none' }, {}, { isPrivate: true });
  expect(page.getByRole('button', { name: /Turn on for .*themeridian/ }).elements()).toEqual([]);
  show({ seen: { canonical: 'https://themeridian.example/', news: { is: false, kind: 'front', why: ['home page'] } } }, {}, { isPrivate: true });
  await page.getByRole('button', { name: /Underline this page anyway/ }).click();
  expect([actions.treatAsNews.mock.calls, actions.onlyNow.mock.calls]).toEqual([[], [[expect.anything()]]]);
});

test('asks for the site’s grant from the very click, by button or switch', async () => {
  show({ access: 'none' });
  await page.getByRole('button', { name: /Turn on for .*themeridian/ }).click();
  await page.getByRole('switch', { name: /This site/ }).click();
  expect(actions.grantSite).toHaveBeenCalledTimes(2);
});

test('says why a page is not read as news, and underlines it anyway when told to', async () => {
  show({ seen: { canonical: 'https://themeridian.example/', news: { is: false, kind: 'front', why: ['home page', 'more links than prose', 'a code of tomorrow'] } } });
  await expect.element(page.getByText('Reasons: it is a home page and it has more links than prose.')).toBeVisible();
  await page.getByRole('button', { name: 'Underline this page anyway' }).click();
  expect(actions.treatAsNews).toHaveBeenCalledOnce();
});

test('counts kinds and turns one off', async () => {
  show({ model: aPageModel() });
  await expect.element(page.getByText('12 names on this page')).toBeVisible();
  await page.getByRole('checkbox', { name: /Groups/ }).click();
  expect(actions.kind).toHaveBeenCalledExactlyOnceWith('group', false);
});

test('looks names up as they are typed, and opens the one chosen', async () => {
  const setText = vi.fn();
  const found = [{ pack: 'syria', entity: 'pyd', name: 'Democratic Union Party (PYD)', kind: 'group', score: 0.8 } as const];
  show({}, {}, { search: { text: 'democratic', found, setText } });
  await page.getByRole('searchbox', { name: 'Look up a name' }).fill('union');
  expect(setText).toHaveBeenLastCalledWith('union');
  await page.getByRole('button', { name: /Democratic Union Party/ }).click();
  expect(actions.dossier).toHaveBeenCalledWith(found[0]);
});

test('says when no name is like the one looked up', async () => {
  show({}, {}, { search: { text: 'quark', found: [] } });
  await expect.element(page.getByText('No name like that is known.')).toBeVisible();
});
