import { browser, type Browser } from 'wxt/browser';
import type { NewsVerdict } from '../article/types.ts';
import { limits } from '../limits.ts';

export interface Judged {
  canonical: string;
  news: NewsVerdict;
}

/**
 * Has the gate look at a granted tab once more and hears what it reports; the background hears it too, and underlines
 * the page if it is news. Null: no script may run there, or none answered in time.
 */
export function judgePage(tabId: number): Promise<Judged | null> {
  return new Promise((resolve) => {
    const finish = (judged: Judged | null) => {
      clearTimeout(timer);
      browser.runtime.onMessage.removeListener(hear);
      resolve(judged);
    };
    const hear = (message: unknown, sender: Browser.runtime.MessageSender) => {
      if (sender.tab?.id === tabId && isJudged(message)) finish({ canonical: message.canonical, news: message.news });
    };
    const timer = setTimeout(() => finish(null), limits.judgeMs);
    browser.runtime.onMessage.addListener(hear);
    browser.scripting.executeScript({ target: { tabId }, files: ['/gate.js' as never] }).catch(() => finish(null));
  });
}

function isJudged(message: unknown): message is Judged & { type: 'page-seen' } {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'page-seen';
}
