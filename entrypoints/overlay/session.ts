import { ask } from '../../lib/messages/client.ts';
import { startReading, type ReadingDeps } from '../../lib/page/reading.ts';
import { surfacesSlot, type StartSurfaces, type Surfaces } from '../../lib/page/surfaces.ts';
import type { Reading } from '../../lib/page/types.ts';
import { reportError } from '../../lib/report-error.ts';
import { watchPacks } from '../../lib/settings/packs-revision.ts';
import { watchStored } from '../../lib/settings/stored-settings.ts';

export interface Session {
  readonly reading: Reading;
  /** Cards and clippings, fetched at the first call; null where their script could not be had. */
  surfaces(): Promise<Surfaces | null>;
  stop(): void;
}

export interface SessionOptions extends Pick<ReadingDeps, 'settings' | 'article' | 'readArticle' | 'onGone' | 'signal'> {
  window: Window & typeof globalThis;
  /** The page may have become another. */
  onArticle(): void;
}

/** Reading, cards and clippings of one page, until `stop`; then nothing of ours is left in it. */
export function startSession({ window, settings, article, readArticle, signal: outer, onGone, onArticle }: SessionOptions): Session {
  const ended = new AbortController();
  const signal = AbortSignal.any([outer, ended.signal]);
  let now = settings;
  signal.addEventListener('abort', watchStored((next) => (now = next)));
  const needStyles: ReadingDeps['needStyles'] = (scopes, names) => void ask({ type: 'styles', scopes: [...scopes], names: [...names] });
  const onError = (error: unknown) => reportError('reading', error);
  const reading = startReading({ document: window.document, article, readArticle, scan: ask, needStyles, settings, watchSettings: watchStored, watchPacks, onGone, onError, signal });

  let coming: Promise<Surfaces | null> | null = null;
  const surfaces = () => (coming ??= fetchSurfaces());
  async function fetchSurfaces(): Promise<Surfaces | null> {
    const world = globalThis as { [surfacesSlot]?: StartSurfaces };
    if (!world[surfacesSlot]) await ask({ type: 'surfaces' });
    const start = world[surfacesSlot];
    if (start && !signal.aborted) return start({ window, reading, settings: () => now, signal });
    coming = null;
    return null;
  }

  reading.onChange(() => {
    void surfaces();
    void ask({ type: 'mention-count', count: reading.marked });
    onArticle();
  });
  signal.addEventListener('abort', () => void ask({ type: 'mention-count', count: 0 }));
  return { reading, surfaces, stop: () => ended.abort() };
}
