import { beforeEach, describe, expect, it, vi } from 'vitest';
import { navigatorWithLocks } from '../../support/one-at-a-time.ts';

/** The browser as far as scripts are registered in it: answers late, and refuses an id twice, as it does. */
const fake = vi.hoisted(() => ({ origins: [] as string[], registered: null as string[] | null }));
const soon = <T>(value: () => T): Promise<T> => new Promise((done, fail) => setTimeout(() => {
  try {
    done(value());
  } catch (error) {
    fail(error as Error);
  }
}, 1));
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { getAll: () => soon(() => ({ origins: [...fake.origins] })) },
    tabs: { query: async () => [] },
    scripting: {
      getRegisteredContentScripts: () => soon(() => (fake.registered ? [{ id: 'gate' }] : [])),
      registerContentScripts: ([{ matches }]: [{ matches: string[] }]) =>
        soon(() => {
          if (fake.registered) throw new Error("Duplicate script ID 'gate'");
          fake.registered = matches;
        }),
      updateContentScripts: ([{ matches }]: [{ matches: string[] }]) => soon(() => void (fake.registered = matches)),
      unregisterContentScripts: () => soon(() => void (fake.registered = null)),
    },
  },
}));
vi.stubGlobal('navigator', navigatorWithLocks());
const { followPermissions } = await import('../../../lib/background/page-access.ts');

beforeEach(() => Object.assign(fake, { origins: [], registered: null }));

describe('the registered gate', () => {
  it('follows what is granted and taken back', async () => {
    fake.origins = ['https://paper.example/*', 'moz-extension://ours/*'];
    await followPermissions();
    expect(fake.registered).toEqual(['https://paper.example/*']);
    fake.origins = [];
    await followPermissions();
    expect(fake.registered).toBeNull();
  });

  it('is registered once where two events come at once', async () => {
    fake.origins = ['*://*/*'];
    await Promise.all([followPermissions(), followPermissions()]);
    expect(fake.registered).toEqual(['*://*/*']);
  });

  it('ends at what holds last, however many events come while it is followed, and whichever fails', async () => {
    fake.origins = ['https://one.example/*'];
    const first = followPermissions();
    fake.origins = [];
    const second = followPermissions();
    fake.origins = ['https://two.example/*'];
    await Promise.all([first, second, followPermissions()]);
    expect(fake.registered).toEqual(['https://two.example/*']);
    fake.origins = null as unknown as string[];
    await expect(followPermissions()).rejects.toThrow();
    fake.origins = ['https://three.example/*'];
    await followPermissions();
    expect(fake.registered).toEqual(['https://three.example/*']);
  });
});
