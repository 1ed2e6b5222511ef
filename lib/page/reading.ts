import type { Article } from '../article/types.ts';
import { limits } from '../limits.ts';
import type { EntityRef, Mention, PageMemory } from '../match/types.ts';
import type { RequestOf } from '../messages/schema.ts';
import type { Settings } from '../settings/schema.ts';
import { chooseMarks, keyOf } from './choose-marks.ts';
import { gatherInParts, nothingGathered } from './gather.ts';
import { groundReader } from './ground.ts';
import { activeName, lineName, type LineStyle } from './highlight-names.ts';
import { hitTester } from './hit-test.ts';
import { watchPage } from './observe.ts';
import { newPainter, type Paint } from './paint.ts';
import { scanPage, type SendScan } from './scan-page.ts';
import { newSight } from './sight.ts';
import { inSlices, startSlices, type Slices } from './slices.ts';
import type { Gathered, Mark, Reading } from './types.ts';

export interface ReadingDeps {
  document: Document;
  /** The page's facts as they are now. */
  readArticle(): Article;
  /** Sends one part of the text to the background. */
  scan: SendScan;
  settings: Settings;
  /** Calls back on every change until the returned function is called. */
  watchSettings(listener: (settings: Settings) => void): () => void;
  /** Called once when the extension was updated or removed underneath: nothing can be asked any more. */
  onGone(): void;
  signal: AbortSignal;
}

/** Begins to read the page and to follow its changes; returns at once, still empty. Ends with `signal` or `stop`. */
export function startReading(deps: ReadingDeps): Reading {
  const { document } = deps;
  const view = document.defaultView ?? window;
  const ended = new AbortController();
  const signal = AbortSignal.any([deps.signal, ended.signal]);
  const listeners = new Set<() => void>();
  const lines = newPainter();
  const light = newPainter();

  let settings = deps.settings;
  let article = deps.readArticle();
  let gathered: Gathered = nothingGathered();
  let innerTrees: Node[] = [];
  let mentions: Mention[] = [];
  let marks: Mark[] = [];
  let markAt = hitTester(document, marks);
  let lit: EntityRef | null = null;
  /** What each block's text told, offsets from its start: a block that only moved is not scanned again. */
  let told = new Map<string, Mention[]>();
  let memory: PageMemory | null = null;
  let readAddress = addressOf(view.location.href);
  let readTitle = document.title;
  let unwatch = (): void => undefined;

  let due: 'text' | 'look' | null = 'text';
  let running = false;
  let restUntilMs = 0;
  let timer: number | undefined;

  function want(what: 'text' | 'look'): void {
    if (due !== 'text') due = what;
    schedule();
  }

  function schedule(): void {
    if (due === null || running || timer !== undefined || document.hidden || signal.aborted) return;
    timer = view.setTimeout(() => {
      timer = undefined;
      void work();
    }, Math.max(0, restUntilMs - performance.now()));
  }

  async function work(): Promise<void> {
    if (document.hidden || signal.aborted) return;
    const what = due;
    due = null;
    running = true;
    const slices = startSlices();
    if (what === 'text') await read(slices);
    if (!signal.aborted) await paint(slices);
    running = false;
    restUntilMs = performance.now() + Math.max(limits.rereadGapMs, slices.usedMs() * limits.rereadRest);
    schedule();
  }

  async function read(slices: Slices): Promise<void> {
    unwatch();
    // Watching before reading: what changes between two slices is read again afterwards.
    unwatch = watch();
    const page = await inSlices(gatherInParts(document), slices, signal);
    if (!page) return;
    const { blocks, text } = page.gathered;
    const texts: string[] = [];
    let known = 0;
    for (const block of blocks) {
      texts.push(text.slice(block.startUtf16, block.endUtf16));
      if (told.has(texts.at(-1) ?? '')) known += 1;
      if (slices.spent()) await slices.giveWay();
    }
    if (readAddress !== addressOf(view.location.href) || document.title !== readTitle || known * 2 < texts.length) readAgain();
    const changed = new Set(told.size === 0 ? texts : texts.filter((one) => !told.has(one)));
    const heard = changed.size > 0 ? await slices.awaiting(hear([...changed])) : new Map<string, Mention[]>();
    if (!heard || signal.aborted) return;
    const next = new Map<string, Mention[]>();
    const placed: Mention[] = [];
    for (const [index, block] of blocks.entries()) {
      const one = texts[index] ?? '';
      const there = heard.get(one) ?? told.get(one) ?? [];
      next.set(one, there);
      for (const mention of there) placed.push(moved(mention, block.startUtf16));
      if (slices.spent()) await slices.giveWay();
    }
    told = next;
    mentions = placed;
    ({ gathered, innerTrees } = page);
    unwatch();
    unwatch = watch();
  }

  /** The article's facts anew; on another page or another day all that was told before counts no more. */
  function readAgain(): void {
    readAddress = addressOf(view.location.href);
    readTitle = document.title;
    const now = deps.readArticle();
    if (now.canonical !== article.canonical || now.published.day !== article.published.day || now.lang !== article.lang) {
      told = new Map();
      memory = null;
    }
    article = now;
  }

  /** Mentions by block text, offsets from the block's start; null where the background cannot answer. */
  async function hear(texts: string[]): Promise<Map<string, Mention[]> | null> {
    const page: RequestOf<'scan'>['page'] = {
      title: article.title.slice(0, limits.titleUtf16),
      lang: article.lang,
      day: article.published.day,
      site: view.location.hostname.replace(/^www\./, '') || null,
    };
    const outcome = await scanPage(deps.scan, texts.join('\n'), page, memory);
    if (signal.aborted) return null;
    if (!outcome.ok) {
      if (outcome.reason === 'gone') {
        stop();
        deps.onGone();
      }
      return null;
    }
    memory = outcome.memory;
    const heard = new Map<string, Mention[]>(texts.map((text) => [text, []]));
    let index = 0;
    let start = 0;
    for (const mention of outcome.mentions) {
      for (let text = texts[index]; text !== undefined && mention.start >= start + text.length; text = texts[index]) {
        start += text.length + 1;
        index += 1;
      }
      heard.get(texts[index] ?? '')?.push(moved(mention, -start));
    }
    return heard;
  }

  async function paint(slices: Slices): Promise<void> {
    const sight = newSight();
    const ground = groundReader();
    const found: Mark[] = [];
    const next: Paint = new Map();
    const { text, blocks } = gathered;
    let range: Range | null = null;
    const chosen = chooseMarks(mentions, blocks, settings, (mention, block) => {
      if (!sight.admits(block, text)) return false;
      range = gathered.rangeOf(mention.start, mention.end);
      const element = range?.startContainer.parentElement;
      return element ? sight.isVisible(element) : false;
    });
    for (const mention of chosen) {
      const element = (range as Range | null)?.startContainer.parentElement;
      if (range && element) {
        found.push({ mention, range });
        // A link's own underline is mark enough; hovering explains all the same.
        if (settings.underline !== 'none' && !sight.isUnderlined(element)) addTo(next, lineName(mention.kind, styleOf(mention), ground(element)), range);
      }
      if (!slices.spent()) continue;
      await slices.giveWay();
      if (signal.aborted) return;
    }
    marks = found;
    markAt = hitTester(document, marks);
    lines.paint(next);
    showLight();
    for (const listener of listeners) listener();
  }

  function styleOf(mention: Mention): LineStyle {
    if (mention.sure === 'choose') return 'unsure';
    if (mention.reportOnly) return 'bare';
    return settings.underline === 'dots' ? 'dots' : 'line';
  }

  function showLight(): void {
    const next: Paint = new Map();
    const ground = groundReader();
    const key = lit && keyOf(lit);
    for (const mention of key ? mentions : []) {
      if (keyOf(mention) !== key) continue;
      const range = gathered.rangeOf(mention.start, mention.end);
      if (range?.startContainer.parentElement) addTo(next, activeName(ground(range.startContainer.parentElement)), range);
    }
    light.paint(next);
  }

  function watch(): () => void {
    const first = gathered.blocks[0]?.element;
    const last = gathered.blocks.at(-1)?.element;
    const whole = first && last ? commonAncestor(first, last) : null;
    return watchPage({
      document,
      roots: [document.body ?? document.documentElement, ...innerTrees],
      concerns: (place) => whole === null || whole.contains(place),
      onText: () => want('text'),
      onLook: () => want('look'),
    });
  }

  function mend(): void {
    lines.mend();
    light.mend();
  }

  function wake(): void {
    mend();
    if (readAddress !== addressOf(view.location.href)) want('text');
    schedule();
  }

  function stop(): void {
    ended.abort();
    unwatch();
    clearTimeout(timer);
    lines.paint(new Map());
    light.paint(new Map());
    marks = [];
    mentions = [];
    listeners.clear();
  }

  document.addEventListener('visibilitychange', wake, { signal });
  document.addEventListener('scroll', mend, { signal, passive: true, capture: true });
  view.addEventListener('pageshow', wake, { signal });
  view.addEventListener('popstate', wake, { signal });
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => want('look'), { signal });
  const unwatchSettings = deps.watchSettings((now) => {
    settings = now;
    want('look');
  });
  signal.addEventListener('abort', unwatchSettings);
  deps.signal.addEventListener('abort', stop, { once: true });
  schedule();

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
    marks: () => marks,
    markAt(x, y) {
      mend();
      return markAt(x, y);
    },
    rangeOf: (mention) => gathered.rangeOf(mention.start, mention.end),
    light(entity) {
      lit = entity;
      showLight();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop,
  };
}

function moved(mention: Mention, by: number): Mention {
  return { ...mention, start: mention.start + by, end: mention.end + by };
}

function addTo(paint: Paint, name: string, range: Range): void {
  const ranges = paint.get(name);
  if (ranges) ranges.push(range);
  else paint.set(name, [range]);
}

function commonAncestor(first: Element, last: Element): Node {
  const range = first.ownerDocument.createRange();
  range.setStartBefore(first);
  if (first.getRootNode() !== last.getRootNode()) return first.ownerDocument;
  range.setEndAfter(last);
  return range.commonAncestorContainer;
}

/** An address without its fragment, which moves within a page. */
function addressOf(url: string): string {
  return url.replace(/#.*$/, '');
}
