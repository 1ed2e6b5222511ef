import { browser } from 'wxt/browser';
import { defaultSettings } from './default-settings.ts';
import type { Settings } from './schema.ts';

/**
 * The reader's settings as they stand in storage, for page scripts: whatever is there was parsed before it was written
 * (`items.ts`), so that zod stays out of pages. What is not of this version counts as not there.
 */
const key = 'settings';

/** The settings stored now; the defaults where there are none. */
export async function readStored(): Promise<Settings> {
  return settled((await browser.storage.local.get(key))[key]);
}

/** Writes settings that have been parsed. */
export async function writeStored(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [key]: settings });
}

/** Calls `listener` on each change, from whatever context, with what holds now and held before, until the returned function is called. */
export function watchStored(listener: (now: Settings, before: Settings) => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => {
    if (changes[key]) listener(settled(changes[key].newValue), settled(changes[key].oldValue));
  };
  browser.storage.local.onChanged.addListener(changed);
  return () => unlisten(() => browser.storage.local.onChanged, changed);
}

interface BrowserEvent<Listener> {
  removeListener(listener: Listener): void;
}

/** Ends listening to an event of the browser's. Where the extension was updated or removed underneath a page's script nothing is heard any more, and Chromium throws at whoever asks. */
export function unlisten<Listener>(event: () => BrowserEvent<Listener>, listener: Listener): void {
  if (browser.runtime?.id !== undefined) event().removeListener(listener);
}

function settled(value: unknown): Settings {
  return (value as Settings | undefined)?.version === 1 ? { ...defaultSettings, ...(value as Settings) } : defaultSettings;
}
