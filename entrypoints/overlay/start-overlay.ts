import { browser, type Browser } from 'wxt/browser';
import { cleanAddress } from '../../lib/article/address.ts';
import { readArticle } from '../../lib/article/read-article.ts';
import type { Article } from '../../lib/article/types.ts';
import type { PageRequest } from '../../lib/messages/to-page.ts';
import { readFacts } from '../../lib/page/read-facts.ts';
import { reportError } from '../../lib/report-error.ts';
import { readStored, watchStored } from '../../lib/settings/stored-settings.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { newsRule, offBy, siteOf } from '../../lib/settings/site-rules.ts';
import { answerPage } from './answer-page.ts';
import { startSession, type Session } from './session.ts';

export interface Overlay {
  /** Whether the extension that injected this script is still there, not updated or removed underneath. */
  isAlive(): boolean;
  stop(): void;
}

/** Runs the overlay in this page: on while the reader's rules want it, gone without a trace while they do not. */
export function startOverlay(window: Window & typeof globalThis, extensionId: string): Overlay {
  const ended = new AbortController();
  const articleNow = () => readArticle(readFacts(window.document, window.location.href), new Date().toISOString().slice(0, 10));
  /** The background injects where the page is news or the reader asked: for this address there is no more to judge. */
  let first: Article | null = articleNow();
  const invitedTo = first.canonical;
  let settings: Settings | null = null;
  let session: Session | null = null;

  function follow(): void {
    if (!settings || ended.signal.aborted) return;
    const wanted = isWanted(articleKnown(), settings);
    if (wanted && !session) session = startSession({ window, settings, articleNow: articleForReading, signal: ended.signal, onGone: stop, onArticle: follow });
    else if (!wanted) {
      session?.stop();
      session = null;
    }
  }

  /** What the reading knows of this address; reading a page's facts anew takes milliseconds. */
  function articleKnown(): Article {
    const known = session?.reading.article ?? first;
    return known?.url === cleanAddress(window.location.href) ? known : articleNow();
  }

  /** The facts that the invitation was judged by serve the reading that begins with them. */
  function articleForReading(): Article {
    const article = first ?? articleNow();
    first = null;
    return article;
  }

  function isWanted(article: Article, rules: Settings): boolean {
    const site = siteOf(article.url);
    if (site === null || offBy(rules, site, article.canonical)) return false;
    const rule = newsRule(rules, site, article.canonical);
    return rule ? rule === 'always' : article.news.is || article.canonical === invitedTo;
  }

  function stop(): void {
    ended.abort();
    session = null;
  }

  const hear = (message: unknown, sender: Browser.runtime.MessageSender, reply: (answer: unknown) => void): true | undefined => {
    // A page of ours may stand in a tab of its own; scripts in tabs ask nothing of each other.
    if (sender.id !== extensionId || (sender.tab && !sender.url?.startsWith(browser.runtime.getURL('/' as never)))) return undefined;
    const request = message as PageRequest;
    if (request.type === 'wake') {
      follow();
      reply(true);
      return undefined;
    }
    void answerPage(request, session).then(reply, (error: unknown) => {
      reportError(request.type, error);
      reply(null);
    });
    return true;
  };
  browser.runtime.onMessage.addListener(hear);
  ended.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(hear));

  const unwatch = watchStored((now) => {
    settings = now;
    follow();
  });
  ended.signal.addEventListener('abort', unwatch);
  readStored().then(
    (now) => {
      settings = now;
      follow();
    },
    (error: unknown) => reportError('overlay', error),
  );
  return { isAlive: () => !ended.signal.aborted && browser.runtime?.id === extensionId, stop };
}
