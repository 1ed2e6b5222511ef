import { browser } from 'wxt/browser';

/** Opens the brief beside a tab; must be called straight from a click, which both browsers demand. */
export async function openBriefOf(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
  else await browser.sidePanel.open({ tabId });
}
