import { browser, type Browser } from 'wxt/browser';
import { cleanAddress } from '../article/address.ts';
import { limits } from '../limits.ts';
import { askPage } from '../messages/client.ts';
import { siteOf } from '../settings/site-rules.ts';

/**
 * Opens the window in which a selected name is added to the reader's own, begun with what the page tells of itself. False,
 * and nothing opened, for a private window: nothing is stored from there.
 */
export async function openAddName(tab: Browser.tabs.Tab, selection: string): Promise<boolean> {
  if (tab.incognito) return false;
  const model = tab.id === undefined ? null : await askPage(tab.id, { type: 'page-model' });
  const { article } = model ?? {};
  const url = article?.canonical ?? cleanAddress(tab.url ?? '');
  const begun = {
    name: selection.replace(/\s+/g, ' ').trim().slice(0, limits.aliasUtf16),
    url,
    title: article?.title || tab.title || '',
    outlet: article?.site || siteOf(url) || '',
    date: article?.published.day ?? '',
  };
  await openOwnName(new URLSearchParams(begun));
  return true;
}

/** Opens the window for one of the reader's own names. `about`: its `id`, or what a new one begins with. */
export async function openOwnName(about: URLSearchParams): Promise<void> {
  await browser.windows.create({ url: browser.runtime.getURL(`/own-name.html?${about}` as never), type: 'popup', width: 440, height: 740 });
}
