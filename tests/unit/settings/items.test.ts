import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import { withRule } from '../../../lib/settings/site-rules.ts';
import { navigatorWithLocks } from '../../support/one-at-a-time.ts';

const storage = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, full: false }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => structuredClone({ [key]: storage.kept[key] }),
        set: async (items: object) => {
          if (storage.full) throw new Error('full');
          Object.assign(storage.kept, structuredClone(items));
        },
      },
    },
  },
}));
vi.mock('../../../lib/report-error.ts', () => ({ reportError: () => undefined }));
vi.stubGlobal('navigator', navigatorWithLocks());
const here = await import('../../../lib/settings/items.ts');
vi.resetModules();
/** The same code in another context of the extension: nothing is shared but storage and locks. */
const there = await import('../../../lib/settings/items.ts');
const { readStored } = await import('../../../lib/settings/stored-settings.ts');

const chosen = { ...defaultSettings, theme: 'dark' as const, sites: { 'one.example': { on: false } }, muted: [{ pack: 'syria', entity: 'idlib' }] };
beforeEach(() => Object.assign(storage, { kept: {}, full: false }));

describe('the stored settings', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await here.readSettings()).toEqual(defaultSettings);
    expect(storage.kept).toEqual({});
  });

  it.each([
    ['a number out of bounds', { dwellMs: 9 }, {}],
    ['a word that is no choice', { density: 'often' }, {}],
    ['a kind that is missing', { kinds: { person: true } }, {}],
    ['one rule among others', { sites: { ...chosen.sites, 'two.example': { on: 'no' } } }, {}],
    ['one muted name among others', { muted: [...chosen.muted, { pack: 'No Id', entity: 3 }, null] }, {}],
    ['rules that are none', { pages: 'all' }, {}],
    ['a field no version knows', { later: true }, {}],
    ['a list of rules', { sites: [1] }, { sites: {} }],
  ])('keep all else where %s is damaged, for page scripts too, and after the next change', async (_, damage, lost) => {
    storage.kept = { settings: { ...chosen, ...damage } };
    const sound = { ...chosen, ...lost };
    expect(await here.readSettings()).toEqual(sound);
    expect(await readStored()).toEqual(sound);
    expect(await here.changeSettings((now) => ({ ...now, common: true }))).toEqual({ ...sound, common: true });
  });

  it('are read where nothing can be written', async () => {
    storage.kept = { settings: { ...chosen, dwellMs: 9 } };
    storage.full = true;
    expect(await here.readSettings()).toEqual(chosen);
  });

  it('take changes from two contexts at once, and lose neither', async () => {
    await Promise.all([here, there].flatMap((one, at) => [1, 2, 3].map((nth) => one.changeSettings((now) => withRule(now, 'sites', `${nth}.${at}.example`, { on: false })))));
    expect(Object.keys((await here.readSettings()).sites)).toHaveLength(6);
  });
});
