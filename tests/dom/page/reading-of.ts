import type { Mention } from '../../../lib/match/types.ts';
import type { Reply, RequestOf } from '../../../lib/messages/schema.ts';
import { startReading, type ReadingDeps } from '../../../lib/page/reading.ts';
import type { Reading } from '../../../lib/page/types.ts';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { anArticle } from '../../support/article.ts';

/** A background that knows these names, each an entity of its own; `sent` keeps the texts it was asked about. */
export function backgroundKnowing(names: readonly string[], change: (mention: Mention) => Mention = (mention) => mention): { scan: ReadingDeps['scan']; sent: string[] } {
  const sent: string[] = [];
  let parts: string[] = [];
  async function scan(request: RequestOf<'scan'>): Promise<Reply<'scan'>> {
    parts = request.part === 0 ? [request.text] : [...parts, request.text];
    if (request.part < request.parts - 1) return { ok: true, value: null };
    const text = parts.join('');
    sent.push(text);
    return { ok: true, value: { mentions: mentionsOf(text, names).map(change), memory: { version: 1 } } };
  }
  return { scan, sent };
}

function mentionsOf(text: string, names: readonly string[]): Mention[] {
  return names
    .flatMap((name) => [...text.matchAll(new RegExp(name, 'g'))].map((match): Mention => ({ pack: 'test', entity: name, start: match.index, end: match.index + match[0].length, sure: 'one', why: { code: 'name', detail: null }, salience: 'specific', kind: 'group' })))
    .sort((a, b) => a.start - b.start);
}

/** A reading of this very page, once it has been read and painted for the first time. */
export async function readPage(names: readonly string[], options: { settings?: Partial<Settings>; deps?: Partial<ReadingDeps> } = {}): Promise<{ reading: Reading; sent: string[]; setSettings: (settings: Partial<Settings>) => void }> {
  const background = backgroundKnowing(names);
  let settings = { ...defaultSettings, ...options.settings };
  const watchers = new Set<(settings: Settings) => void>();
  const reading = startReading({
    document,
    article: anArticle,
    readArticle: () => Promise.resolve({ ok: true, value: anArticle }),
    scan: background.scan,
    needStyles: () => undefined,
    settings,
    watchSettings: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    watchPacks: () => () => undefined,
    onGone: () => undefined,
    onError: (error) => { throw error; },
    signal: new AbortController().signal,
    ...options.deps,
  });
  await nextChange(reading);
  return {
    reading,
    sent: background.sent,
    setSettings: (change) => {
      settings = { ...settings, ...change };
      for (const watcher of watchers) watcher(settings);
    },
  };
}

/** Resolves with the reading's next change. */
export function nextChange(reading: Reading): Promise<void> {
  return new Promise((resolve) => {
    const end = reading.onChange(() => {
      end();
      resolve();
    });
  });
}

/** Texts painted now, by highlight name. */
export function painted(): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) all[name] = [...highlight].map(String);
  return all;
}

/** Puts the article into the page; the prose around it makes it one. */
export function showArticle(html: string): HTMLElement {
  document.body.innerHTML = `<nav><a href="/">Home</a></nav><article><h1>The headline of it</h1>${html}<p>${filler}</p><p>${filler}</p></article><footer>Imprint</footer>`;
  return document.querySelector('article')!;
}

const filler = 'Nothing is named in this long paragraph, which is here so that the page has prose enough to be taken for an article by anyone.';
