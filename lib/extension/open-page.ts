import { browser } from 'wxt/browser';

/** Opens the brief beside a tab; must be called straight from a click, which both browsers demand. */
export async function openBriefOf(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
  else await browser.sidePanel.open({ tabId });
}

/** Closes the window or tab this page is in: `window.close` alone leaves windows open that the extension, not a script, has opened (Firefox). */
export async function closeThisPage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) window.close();
  else await browser.tabs.remove(tab.id);
}
