import { browser, type Browser } from 'wxt/browser';
import { cleanAddress } from '../../lib/article/address.ts';
import type { Article } from '../../lib/article/types.ts';
import { ask } from '../../lib/messages/client.ts';
import type { PageRequest } from '../../lib/messages/to-page.ts';
import { readFactsInParts } from '../../lib/page/read-facts.ts';
import { takeHead } from '../../lib/page/read-head.ts';
import type { ReadingDeps } from '../../lib/page/reading.ts';
import { inSlices, startSlices } from '../../lib/page/slices.ts';
import { reportError } from '../../lib/report-error.ts';
import { readStored, unlisten, watchStored } from '../../lib/settings/stored-settings.ts';
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
  let settings: Settings | null = null;
  let session: Session | null = null;
  /** What the page was as the background injected this script, because it is news or the reader asked: for its address there is no more to judge. */
  let first: Article | null = null;
  let invitedTo: string | null = null;
  /** Counts what was to be followed; an answer that comes after the next question is dropped. */
  let turn = 0;

  /** The page's word is read here, and judged in the background: patterns for dates in every language cost a page more than all the rest. */
  async function readArticle(): ReturnType<ReadingDeps['readArticle']> {
    const { href } = window.location;
    // Only as this script has just been put in by what the gate told; later the page may be on its way to become another.
    const head = first ? null : takeHead(href);
    const facts = await inSlices(readFactsInParts(window.document, href, head), startSlices(), ended.signal);
    return facts ? ask({ type: 'read-article', facts }) : { ok: false, reason: 'gone' };
  }

  async function follow(): Promise<void> {
    if (!settings || ended.signal.aborted) return;
    const own = ++turn;
    // Where nothing can be asked, a page that is read is still switched off by the reader.
    const article = (await articleNow()) ?? session?.reading.article;
    if (!article || own !== turn || ended.signal.aborted) return;
    const wanted = isWanted(article, settings);
    if (wanted && !session) session = startSession({ window, settings, article, readArticle, signal: ended.signal, onGone: stop, onArticle: () => void follow() });
    else if (!wanted) {
      session?.stop();
      session = null;
    }
  }

  /** The article at this address; null where the background could not be asked. */
  async function articleNow(): Promise<Article | null> {
    const known = session?.reading.article ?? first;
    if (known?.url === cleanAddress(window.location.href)) return known;
    const reply = await readArticle();
    if (!reply.ok) return null;
    first ??= reply.value;
    invitedTo ??= reply.value.canonical;
    return reply.value;
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
      void follow();
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
  ended.signal.addEventListener('abort', () => unlisten(() => browser.runtime.onMessage, hear));

  const unwatch = watchStored((now) => {
    settings = now;
    void follow();
  });
  ended.signal.addEventListener('abort', unwatch);
  readStored().then(
    (now) => {
      settings = now;
      void follow();
    },
    (error: unknown) => reportError('overlay', error),
  );
  return { isAlive: () => !ended.signal.aborted && browser.runtime?.id === extensionId, stop };
}
