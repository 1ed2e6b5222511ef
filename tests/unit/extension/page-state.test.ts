import { describe, expect, test } from 'vitest';
import { nameCounts, pageState, type TabFacts } from '../../../lib/extension/page-state.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { aPageModel } from '../../support/page-model.ts';

const url = 'https://www.themeridian.example/idlib-talks?from=home';
const canonical = 'https://themeridian.example/idlib-talks';
const model = aPageModel();
const news = { is: false, kind: 'other' as const, why: ['home page'] };

function stateOf(facts: Partial<TabFacts>, change: Partial<Settings> = {}) {
  return pageState({ url, access: 'all', model: null, seen: null, ...facts }, { ...defaultSettings, ...change });
}

describe('the state of a tab', () => {
  test.each<[string, Partial<TabFacts>, Partial<Settings>, string]>([
    ['is unreadable without an address', { url: null }, {}, 'unreadable'],
    ['is unreadable on the browser’s own pages', { url: 'chrome://settings' }, {}, 'unreadable'],
    ['is closed where nothing is granted', { access: 'none' }, {}, 'closed'],
    ['is on where the reader let it in for once', { access: 'none', model }, {}, 'on'],
    ['is quiet where the page is not news', { seen: { canonical, news } }, {}, 'quiet'],
    ['is being read where the page is news and no overlay is there yet', { seen: { canonical, news: { ...news, is: true } } }, {}, 'reading'],
    ['is being read where the reader asked for underlines', { seen: { canonical, news } }, { pages: { [canonical]: { news: 'always' } } }, 'reading'],
    ['is on with an overlay', { model }, {}, 'on'],
    ['is quiet where the reader says it is no news, overlay or not', { model }, { pages: { [canonical]: { news: 'never' } } }, 'quiet'],
    ['is off where all is off, even where nothing is granted', { access: 'none' }, { everywhere: false }, 'off'],
  ])('%s', (_, facts, settings, is) => {
    expect(stateOf(facts, settings).is).toBe(is);
  });

  test('names the widest level that turned it off', () => {
    const pages = { [canonical]: { on: false } };
    expect(stateOf({ model }, { pages })).toMatchObject({ is: 'off', by: 'page' });
    expect(stateOf({ model }, { pages, sites: { 'themeridian.example': { on: false } } })).toMatchObject({ by: 'site' });
    expect(stateOf({ model }, { pages, everywhere: false })).toMatchObject({ by: 'everywhere' });
  });

  test('finds a page’s rule under its canonical address while it is off and no overlay runs', () => {
    expect(stateOf({ seen: { canonical, news } }, { pages: { [canonical]: { on: false } } })).toMatchObject({ is: 'off', by: 'page', page: canonical });
  });
});

describe('the counts of names', () => {
  test('count entities, not mentions, and leave common knowledge out unless it is asked for', () => {
    const counts = nameCounts(model.mentions, { common: false, muted: [] });
    expect(counts.total).toBe(12);
    expect(counts.byKind).toMatchObject({ group: 3, state: 0 });
    expect(counts.mentions).toBeGreaterThan(counts.total);
    expect(nameCounts(model.mentions, { common: true, muted: [] }).byKind.state).toBe(1);
  });

  test('leave out what is muted and tell how many names need a choice', () => {
    const muted = [{ pack: 'syria', entity: 'syrian-democratic-forces' }];
    expect(nameCounts(model.mentions, { common: false, muted: [] }).choose).toBe(1);
    expect(nameCounts(model.mentions, { common: false, muted })).toMatchObject({ total: 11, choose: 0 });
  });
});
