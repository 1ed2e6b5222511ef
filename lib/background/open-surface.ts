import { browser, type Browser } from 'wxt/browser';
import { entityKey } from '../pack/entity-key.ts';
import { openOwnName } from './add-name.ts';
import { activeTab } from './page-access.ts';
import type { RequestOf } from '../messages/schema.ts';

/** Opens one of the extension's own pages; `tab` is the one the reader came from, undefined for the popup. */
export async function openSurface({ what, clipping, entity }: Omit<RequestOf<'open'>, 'type'>, tab: Browser.tabs.Tab | undefined): Promise<void> {
  switch (what) {
    case 'library': {
      const hash = clipping ? `#clipping=${clipping}` : entity ? `#entity=${entityKey(entity)}` : '';
      const url = page(`library.html${hash}`);
      // Firefox keeps what is stored from its private windows.
      if ((tab ?? (await activeTab()))?.incognito) await browser.windows.create({ url, incognito: false });
      else await browser.tabs.create({ url });
      return;
    }
    case 'options':
      await browser.runtime.openOptionsPage();
      return;
    case 'note':
      await browser.windows.create({ url: page(`note.html${clipping ? `?id=${clipping}` : ''}`), type: 'popup', width: 420, height: 480 });
      return;
    case 'own-name':
      await openOwnName(new URLSearchParams({ id: entity?.entity ?? '' }));
      return;
    case 'brief':
      await openBrief(tab);
  }
}

/**
 * Opens the side panel. Chromium wants this within a click's reach, so nothing is awaited before; Firefox opens its
 * sidebar only from a handler of its own (command, menu), and gives a window in its place to a click in a page.
 */
export async function openBrief(tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) {
    try {
      await (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
    } catch {
      await browser.windows.create({ url: page(`sidepanel.html${tab?.id === undefined ? '' : `?tab=${tab.id}`}`), type: 'popup', width: 420, height: 720 });
    }
    return;
  }
  if (tab?.id !== undefined) await browser.sidePanel.open({ tabId: tab.id });
}

function page(path: string): string {
  return browser.runtime.getURL(`/${path}` as never);
}
