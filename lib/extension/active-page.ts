import { browser } from 'wxt/browser';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask, askPage } from '../messages/client.ts';
import { accessTo } from './access.ts';
import type { TabFacts } from './page-state.ts';

export interface ActivePage extends TabFacts {
  tabId: number;
  title: string;
}

/** Reads all that is known of one tab; null where the tab is gone. */
export async function readPage(tabId: number): Promise<ActivePage | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    const url = tab.url ?? null;
    const [access, model] = await Promise.all([url === null ? 'none' : accessTo(url), askPage(tabId, { type: 'page-model' })]);
    return { tabId, title: tab.title ?? '', url, access, model, seen: null };
  } catch {
    return null;
  }
}

/** The page in the tab the reader looks at (or in `fixedTab`): null until read. `refresh` reads it anew. */
export function useActivePage(fixedTab: number | null): { page: ActivePage | null; refresh: () => void } {
  const [page, setPage] = useState<ActivePage | null>(null);
  const latest = useRef(0);
  const refresh = useCallback(() => {
    const turn = ++latest.current;
    void (async () => {
      const tabId = fixedTab ?? (await activeTabId());
      const read = tabId === null ? null : await readPage(tabId);
      if (turn === latest.current) setPage(read);
    })();
  }, [fixedTab]);
  useEffect(() => {
    refresh();
    return watchTabs(refresh);
  }, [refresh]);
  return { page, refresh };
}

async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

function watchTabs(listener: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  onActivated.addListener(listener);
  onUpdated.addListener(listener);
  return () => {
    onActivated.removeListener(listener);
    onUpdated.removeListener(listener);
  };
}

/** Puts the overlay on a tab whatever the gate said; false where no script may run. */
export async function annotate(tabId: number): Promise<boolean> {
  const reply = await ask({ type: 'annotate', tabId });
  return reply.ok && reply.value;
}
