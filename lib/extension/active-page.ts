import { browser, type Browser } from 'wxt/browser';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { cleanAddress } from '../article/address.ts';
import { limits } from '../limits.ts';
import { ask, askPage } from '../messages/client.ts';
import { accessTo, watchAccess } from './access.ts';
import { judgePage } from './judge-page.ts';
import type { Access } from './origins.ts';
import type { TabFacts } from './page-state.ts';

export interface ActivePage extends TabFacts {
  tabId: number;
  title: string;
  isPrivate: boolean;
}

/** Reads all that is known of one tab; null where the tab is gone. */
export async function readPage(tabId: number): Promise<ActivePage | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    const url = tab.url === undefined ? null : cleanAddress(tab.url);
    const none: Access = 'none';
    const [access, model] = await Promise.all([url === null ? none : accessTo(url), askPage(tabId, { type: 'page-model' })]);
    const seen = model === null && access !== 'none' ? await judgePage(tabId) : null;
    return { tabId, title: tab.title ?? '', isPrivate: tab.incognito, url, access, model, seen };
  } catch {
    return null;
  }
}

/** The page in the tab the reader looks at (or in `fixedTab`): null until read. `refresh` reads it anew. */
export function useActivePage(fixedTab: number | null): { page: ActivePage | null; refresh: () => void } {
  const [page, setPage] = useState<ActivePage | null>(null);
  const latest = useRef(0);
  const shown = useRef<number | null>(null);
  const refresh = useCallback(() => {
    const turn = ++latest.current;
    void (async () => {
      const tabId = fixedTab ?? (await activeTabId());
      const read = tabId === null ? null : await readPage(tabId);
      if (turn !== latest.current) return;
      shown.current = tabId;
      setPage(read);
    })();
  }, [fixedTab]);
  useEffect(() => {
    refresh();
    return watchTabs((tabId) => {
      if (tabId === null || tabId === shown.current) refresh();
    });
  }, [refresh]);
  // An overlay tells when it has found names; one that found none, or that was slow to come, is asked again.
  const waiting = page !== null && page.model === null && page.seen?.news.is === true;
  useEffect(() => {
    if (!waiting) return;
    const timers = limits.rereadMs.map((delayMs) => setTimeout(refresh, delayMs));
    return () => timers.forEach(clearTimeout);
  }, [waiting, page?.tabId, page?.url, refresh]);
  return { page, refresh };
}

async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Calls `listener` with a tab whose page became another or was read anew, with null where the active tab or a grant changed. */
function watchTabs(listener: (tabId: number | null) => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  const activated = () => listener(null);
  const updated = (tabId: number, change: { status?: string | undefined; url?: string | undefined }) => {
    if (change.status === 'complete' || change.url !== undefined) listener(tabId);
  };
  // The overlay tells the background how many names it shows; whoever listens learns that its model has changed.
  const counted = (message: unknown, sender: Browser.runtime.MessageSender) => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined && (message as { type?: unknown } | null)?.type === 'mention-count') listener(tabId);
  };
  onActivated.addListener(activated);
  onUpdated.addListener(updated);
  browser.runtime.onMessage.addListener(counted);
  const endAccess = watchAccess(activated);
  return () => {
    onActivated.removeListener(activated);
    onUpdated.removeListener(updated);
    browser.runtime.onMessage.removeListener(counted);
    endAccess();
  };
}

/** Puts the overlay on a tab whatever the gate said; false where no script may run. */
export async function annotate(tabId: number): Promise<boolean> {
  const reply = await ask({ type: 'annotate', tabId });
  return reply.ok && reply.value;
}
