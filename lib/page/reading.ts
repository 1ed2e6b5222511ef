import type { Article } from '../article/types.ts';
import type { EntityRef, Mention } from '../match/types.ts';
import type { Reason, Reply } from '../messages/schema.ts';
import type { Settings } from '../settings/schema.ts';
import { gatherInParts, nothingGathered, type GatheredPage } from './gather.ts';
import { forcedColours } from './highlight-names.ts';
import { newLearner } from './learn-mentions.ts';
import { newMarking, type NeedStyles } from './mark-page.ts';
import { watchPage } from './observe.ts';
import { newRounds } from './rounds.ts';
import type { SendScan } from './scan-page.ts';
import { inSlices, type Slices } from './slices.ts';
import { wholeOf } from './style-scope.ts';
import type { Gathered, Reading } from './types.ts';

export interface ReadingDeps {
  document: Document;
  /** What the page is as reading begins. */
  article: Article;
  /** What it is now, as the background reads it. */
  readArticle(): Promise<Reply<'read-article'>>;
  /** Sends one part of the text to the background. */
  scan: SendScan;
  needStyles: NeedStyles;
  settings: Settings;
  /** Calls back on every change until the returned function is called. */
  watchSettings(listener: (settings: Settings) => void): () => void;
  /** The same for what is known: other packs, other names. */
  watchPacks(listener: () => void): () => void;
  /** Called once when the extension was updated or removed underneath: nothing can be asked any more. */
  onGone(): void;
  /** Reading or marking threw: the page stays as it was until it changes or is come back to. */
  onError(error: unknown): void;
  signal: AbortSignal;
}

/** Begins to read the page and to follow its changes; returns at once, still empty. Ends with `signal` or `stop`. */
export function startReading(deps: ReadingDeps): Reading {
  const { document } = deps;
  const view = document.defaultView ?? window;
  const ended = new AbortController();
  const signal = AbortSignal.any([deps.signal, ended.signal]);
  const listeners = new Set<() => void>();
  const learner = newLearner(deps.scan, view.location.hostname.replace(/^www\./, '') || null);
  const marking = newMarking({ document, onReveal: () => rounds.want('look'), needStyles: deps.needStyles });
  const rounds = newRounds(document, signal, async (due, slices) => {
    if (due === 'text' && !(await read(slices))) return;
    if (signal.aborted) return;
    await marking.mark(gathered, dismissed.size > 0 ? mentions.filter((mention) => !isDismissed(mention)) : mentions, settings, slices);
    if (signal.aborted) marking.stop();
    else for (const listener of listeners) listener();
  }, deps.onError);

  let settings = deps.settings;
  let { article } = deps;
  let gathered: Gathered = nothingGathered();
  let mentions: readonly Mention[] = [];
  let entities: readonly EntityRef[] = [];
  let innerTrees: readonly Node[] = [];
  /** Ambiguous names that are none of what was offered, as the page writes them. */
  const dismissed = new Set<string>();
  /** What `article` was read from. */
  let readFrom = pageNow();
  /** The background could not answer: to be asked again when the reader comes back. */
  let unanswered = false;
  let unwatch = (): void => undefined;

  async function read(slices: Slices): Promise<boolean> {
    // Watched from before the reading: what changes between two slices is read again afterwards.
    watch(null);
    const page = await inSlices(gatherInParts(document), slices, signal);
    if (!page) return false;
    if (pageNow() !== readFrom || (gathered.blocks.length > 0 && learner.known(page.gathered) < 0.5)) {
      const again = await slices.awaiting(readAgain());
      if (!again.ok) return fail(again.reason);
    }
    const outcome = await learner.learn(page.gathered, article, slices);
    if (!outcome.ok) return fail(outcome.reason);
    if (signal.aborted) return false;
    unanswered = false;
    ({ gathered } = page);
    ({ mentions, entities } = outcome);
    ({ innerTrees } = page);
    watch(page);
    return true;
  }

  /** The article anew; on another page, or for another day, all that was told before counts no more. */
  async function readAgain(): Promise<Reply<'read-article'>> {
    const from = pageNow();
    const reply = await deps.readArticle();
    if (!reply.ok) return reply;
    const now = reply.value;
    readFrom = from;
    if (now.canonical !== article.canonical || now.published.day !== article.published.day || now.lang !== article.lang) learner.forget();
    if (now.canonical !== article.canonical) dismissed.clear();
    article = now;
    return reply;
  }

  function isDismissed({ sure, start, end }: Mention): boolean {
    return sure === 'choose' && dismissed.has(gathered.text.slice(start, end));
  }

  function fail(reason: Reason): false {
    if (signal.aborted) return false;
    unanswered = true;
    if (reason === 'gone') {
      ended.abort();
      deps.onGone();
    }
    return false;
  }

  /** Address without its fragment, which moves within a page, and title. */
  function pageNow(): string {
    return `${view.location.href.replace(/#.*$/, '')} ${document.title}`;
  }

  function watch(page: GatheredPage | null): void {
    unwatch();
    const whole = page && wholeOf(page.gathered);
    unwatch = watchPage({
      document,
      roots: [document.body ?? document.documentElement, ...(page?.innerTrees ?? [])],
      veiled: page?.veiled ?? [],
      concerns: (place) => !whole || whole.contains(place) || place.getRootNode() !== document,
      onText: () => rounds.want('text'),
      onLook: () => rounds.want('look'),
    });
  }

  function wake(): void {
    marking.mend();
    if (unanswered || pageNow() !== readFrom) rounds.want('text');
    rounds.wake();
  }

  const look = (): void => rounds.want('look');
  document.addEventListener('visibilitychange', wake, { signal });
  document.addEventListener('scroll', marking.mend, { signal, passive: true, capture: true });
  view.addEventListener('pageshow', wake, { signal });
  view.addEventListener('popstate', wake, { signal });
  for (const query of ['(prefers-color-scheme: dark)', forcedColours]) view.matchMedia(query).addEventListener('change', look, { signal });
  const unwatchSettings = deps.watchSettings((now) => {
    settings = now;
    look();
  });
  const unwatchPacks = deps.watchPacks(() => {
    learner.forget();
    rounds.want('text');
  });
  signal.addEventListener('abort', () => {
    unwatchSettings();
    unwatchPacks();
    unwatch();
    marking.stop();
    mentions = [];
    entities = [];
    listeners.clear();
  });
  rounds.want('text');

  return {
    get article() {
      return article;
    },
    get gathered() {
      return gathered;
    },
    get mentions() {
      return mentions;
    },
    get entities() {
      return entities;
    },
    marks: () => [...marking.marks],
    get marked() {
      return marking.marked;
    },
    get views() {
      return viewsOf(innerTrees, view);
    },
    markAt: marking.markAt,
    dismiss({ start, end }) {
      dismissed.add(gathered.text.slice(start, end));
      look();
    },
    rangeOf: (mention) => gathered.rangeOf(mention.start, mention.end),
    light: marking.light,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => ended.abort(),
  };
}

/** Windows of the page and of the frames among the trees read; a document that has left its frame, for one that may be another's, has none. */
function viewsOf(innerTrees: readonly Node[], view: Window): Window[] {
  return [...new Set([view, ...innerTrees.map((tree) => tree.ownerDocument?.defaultView ?? view)])];
}
