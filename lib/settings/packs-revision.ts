import { browser } from 'wxt/browser';
import type { Settings } from './schema.ts';
import { unlisten } from './stored-settings.ts';

/** A mark in storage that is new whenever what is known has changed: tabs and pages hear of it without being asked one by one. */
const key = 'packs-revision';

/** Has every open page look again. To be called once the change can be read. */
export async function announcePacks(now: string): Promise<void> {
  await browser.storage.local.set({ [key]: now });
}

/** Calls `listener` when packs were added, removed, changed, turned on or off, in whatever context, until the returned function is called. */
export function watchPacks(listener: () => void): () => void {
  const changed = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>) => {
    if (changes[key] || (changes['settings'] && offOf(changes['settings'].newValue) !== offOf(changes['settings'].oldValue))) listener();
  };
  // A page the browser has kept aside hears nothing meanwhile: it looks again when it comes back.
  const back = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) listener();
  };
  browser.storage.local.onChanged.addListener(changed);
  addEventListener('pageshow', back);
  return () => {
    unlisten(() => browser.storage.local.onChanged, changed);
    removeEventListener('pageshow', back);
  };
}

function offOf(settings: unknown): string {
  return ((settings as Partial<Settings> | undefined)?.packsOff ?? []).join(' ');
}
