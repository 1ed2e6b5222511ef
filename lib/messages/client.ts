import { browser } from 'wxt/browser';
import type { PageReplies, PageRequest } from './to-page.ts';
import type { Reply, Request, RequestOf } from './schema.ts';

/**
 * Asks the background. Never throws: a worker that cannot be reached, or an extension updated underneath this script,
 * is `{ ok: false, reason: 'gone' }`.
 */
export async function ask<T extends Request['type']>(request: RequestOf<T>): Promise<Reply<T>> {
  try {
    return ((await browser.runtime.sendMessage(request)) as Reply<T> | undefined) ?? { ok: false, reason: 'gone' };
  } catch {
    return { ok: false, reason: 'gone' };
  }
}

/** Asks the overlay in a tab; null where there is none. */
export async function askPage<T extends PageRequest['type']>(
  tabId: number,
  request: Extract<PageRequest, { type: T }>,
): Promise<PageReplies[T] | null> {
  try {
    return ((await browser.tabs.sendMessage(tabId, request, { frameId: 0 })) as PageReplies[T] | undefined) ?? null;
  } catch {
    return null;
  }
}
