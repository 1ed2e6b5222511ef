import { Popup } from '../../../components/settings/Popup.tsx';
import popup from '../../../components/settings/popup.css?inline';
import page from '../../../components/shared/page.css?inline';
import type { NameSearch } from '../../../lib/extension/name-search.ts';
import { nameCounts, pageState, type TabFacts } from '../../../lib/extension/page-state.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { aPageModel } from '../page-model.ts';
import type { Scene } from './scene.ts';

const url = 'https://themeridian.example/idlib-talks';
const nothing = () => undefined;
const noSearch: NameSearch = { text: '', found: null, setText: nothing };
const actions = Object.fromEntries(
  ['everywhere', 'site', 'page', 'kind', 'grantSite', 'grantAll', 'treatAsNews', 'treatAsOther', 'forgetVerdict', 'onlyNow', 'brief', 'library', 'options', 'dossier'].map((name) => [name, nothing]),
) as never;

function popupScene(name: string, facts: Partial<TabFacts>, change: Partial<Settings> = {}, search = noSearch, isPrivate = false): Scene {
  const settings: Settings = { ...defaultSettings, ...change };
  const state = pageState({ url, access: 'all', model: null, seen: null, ...facts }, settings);
  const counts = state.is === 'on' ? nameCounts(state.model.mentions, settings) : null;
  return {
    name: `popup-${name}`,
    width: 344,
    height: 200,
    body: 'popup',
    css: page + popup,
    content: (
      <Popup state={state} counts={counts} settings={settings} title="Idlib’s rulers and Turkish intelligence said to agree on moving foreign fighters" isPrivate={isPrivate} problem={null} search={search} actions={actions} />
    ),
  };
}

export const scenes: Scene[] = [
  popupScene('on', { model: aPageModel() }, { kinds: { ...defaultSettings.kinds, concept: false } }),
  popupScene('site-off', { model: aPageModel() }, { sites: { 'themeridian.example': { on: false } } }),
  popupScene('page-off', {}, { pages: { [url]: { on: false } } }),
  popupScene('off', {}, { everywhere: false }),
  popupScene('closed', { access: 'none' }),
  popupScene('quiet', { seen: { canonical: url, news: { is: false, kind: 'other', why: ['more links than prose', 'og:type website'] } } }),
  popupScene('reading', { seen: { canonical: url, news: { is: true, kind: 'article', why: ['json-ld news article'] } } }),
  popupScene('private', { model: aPageModel() }, {}, noSearch, true),
  popupScene('unreadable', { url: 'chrome://settings' }),
  popupScene('looked-up', { seen: { canonical: url, news: { is: false, kind: 'other', why: ['more links than prose'] } } }, {}, {
    ...noSearch,
    text: 'democratic',
    found: [
      { pack: 'syria', entity: 'syrian-democratic-forces', name: 'Syrian Democratic Forces', kind: 'group', score: 0.8 },
      { pack: 'syria', entity: 'pyd', name: 'Democratic Union Party (PYD)', kind: 'group', score: 0.8 },
    ],
  }),
];
