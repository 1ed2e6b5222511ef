import type { Article } from '../../lib/article/types.ts';
import { interfaceDirection, interfaceLanguage, t } from '../../lib/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { startCards, type Cards } from '../../lib/page/card-controller.ts';
import { createHost } from '../../lib/page/host.ts';
import { startReading } from '../../lib/page/reading.ts';
import type { Reading } from '../../lib/page/types.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { watchStored } from '../../lib/settings/stored-settings.ts';
import { cardSources } from './card-sources.ts';
import { PageCards } from './page-cards.ts';
import { cardRenderer } from './render-card.tsx';
import styles from './styles.css?inline';

export interface Session {
  readonly reading: Reading;
  readonly cards: Cards;
  readonly pageCards: PageCards;
  stop(): void;
}

export interface SessionOptions {
  window: Window & typeof globalThis;
  settings: Settings;
  articleNow(): Article;
  signal: AbortSignal;
  /** The extension was updated or removed underneath. */
  onGone(): void;
  /** The page may have become another. */
  onArticle(): void;
}

/** Reading, cards and clippings of one page, until `stop`; then nothing of ours is left in it. */
export function startSession({ window, settings, articleNow, signal: outer, onGone, onArticle }: SessionOptions): Session {
  const ended = new AbortController();
  const signal = AbortSignal.any([outer, ended.signal]);
  const { document } = window;
  let now = settings;
  signal.addEventListener('abort', watchStored((next) => (now = next)));

  const reading = startReading({ document, readArticle: articleNow, scan: ask, settings, watchSettings: watchStored, onGone, signal });
  const host = createHost(document, styles, { lang: interfaceLanguage(), dir: interfaceDirection(), signal });
  const pageCards = new PageCards();
  const cards = startCards({
    ...cardSources({ reading, pageCards, settings: () => now }),
    clippedOf: () => 0, onSave: async () => false,
    window,
    reading,
    host,
    render: cardRenderer({ t, lang: interfaceLanguage() }),
    rtl: interfaceDirection() === 'rtl',
    stopLabel: (_mention, text, index, count) => t('cardStop', text, index + 1, count),
    signal,
  });

  reading.onChange(() => {
    const { day } = reading.article.published;
    if (pageCards.when.basis !== 'reader') pageCards.tellFor({ day, basis: day ? 'article' : 'none' });
    void pageCards.fetch(reading.mentions.flatMap((mention) => mention.options ?? [mention]));
    void ask({ type: 'mention-count', count: new Set(reading.marks().map(({ mention }) => mention.entity)).size });
    onArticle();
  });
  signal.addEventListener('abort', () => void ask({ type: 'mention-count', count: 0 }));
  return { reading, cards, pageCards, stop: () => ended.abort() };
}
