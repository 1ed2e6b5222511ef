import { beforeEach, describe, expect, it, vi } from 'vitest';
import { navigatorWithLocks } from '../../support/one-at-a-time.ts';

const did = vi.hoisted(() => ({ calls: [] as string[], errors: [] as string[], heard: {} as Record<string, (...args: never[]) => void> }));
const { calls, errors, heard } = did;
vi.mock('wxt/browser', () => {
  const event = (name: string) => ({ addListener: (listener: (...args: never[]) => void) => void (did.heard[name] = listener) });
  return {
    browser: {
      runtime: { getURL: (path: string) => `chrome-extension://ours${path}`, onMessage: event('message'), onInstalled: event('installed'), onStartup: event('startup') },
      permissions: { getAll: async () => ({ origins: ['https://paper.example/*'] }), onAdded: event('granted'), onRemoved: event('taken back') },
      contextMenus: { create: ({ id }: { id: string }) => void did.calls.push(`menu ${id}`), onClicked: event('menu') },
      commands: { onCommand: event('command') },
      storage: { local: { get: async () => ({}), set: async () => undefined, onChanged: { addListener: () => undefined } } },
      tabs: { query: async () => [], create: async ({ url }: { url: string }) => void did.calls.push(`tab ${url}`) },
      scripting: { getRegisteredContentScripts: async () => [], registerContentScripts: async ([{ id }]: [{ id: string }]) => void did.calls.push(`registered ${id}`) },
    },
  };
});
vi.mock('../../../lib/background/background-words.ts', () => ({ backgroundWords: async () => (name: string) => name }));
vi.mock('../../../lib/background/knowledge.ts', () => ({ Knowledge: class { ready = () => Promise.reject(new Error('the disk is full')); } }));
vi.mock('../../../lib/report-error.ts', () => ({ reportError: (feature: string) => void did.errors.push(feature) }));
vi.stubGlobal('navigator', navigatorWithLocks());
const { startBackground } = await import('../../../lib/background/start-background.ts');

beforeEach(() => {
  for (const list of [calls, errors]) list.length = 0;
  startBackground(() => '');
});

describe('where the packs cannot be brought in, as on a full disk', () => {
  it('installing still makes the menus, registers the gate and opens the welcome page', async () => {
    heard['installed']!({ reason: 'install' } as never);
    await expect.poll(() => calls.toSorted()).toEqual(['menu add-name', 'menu save-excerpt', 'registered gate', 'tab chrome-extension://ours/welcome.html']);
    expect(errors).toEqual(['packs']);
  });

  it('an update opens no welcome page', async () => {
    heard['installed']!({ reason: 'update' } as never);
    await expect.poll(() => calls.toSorted()).toEqual(['menu add-name', 'menu save-excerpt', 'registered gate']);
  });

  it('starting the browser still follows what is granted', async () => {
    heard['startup']!();
    await expect.poll(() => calls).toEqual(['registered gate']);
  });
});
