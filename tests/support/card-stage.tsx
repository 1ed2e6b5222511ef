import { render } from 'preact';
import { CardSurface } from '../../components/card/CardSurface.tsx';
import { WordsProvider, type Words } from '../../components/shared/words.ts';
import card from '../../components/styles/card.css?inline';
import controls from '../../components/styles/controls.css?inline';
import pageRoot from '../../components/styles/page-root.css?inline';
import tokens from '../../components/styles/tokens.css?inline';
import type { Mention } from '../../lib/match/types.ts';
import { startCards, type Cards, type CardsDeps } from '../../lib/page/card-controller.ts';
import type { CardView } from '../../lib/page/card-view.ts';
import { createHost } from '../../lib/page/host.ts';
import type { Host } from '../../lib/page/types.ts';
import { defaultSettings } from '../../lib/settings/default-settings.ts';
import { aCard } from './card-fixture.ts';
import { fakeReading, type FakeReading } from './fake-reading.ts';
import { english } from './words.ts';

export const overlayCss = tokens + controls + card + pageRoot;

export interface Stage {
  cards: Cards;
  host: Host;
  reading: FakeReading;
  /** The open card's element inside the closed root; null: none is open. */
  card(): HTMLElement | null;
  /** The keyboard's ring, or null. */
  stop(): HTMLElement | null;
  views: CardView[];
  /** Times of each drawing of a new card, by `performance.now()`. */
  end(): void;
}

/** Cards over an article in this very document, as the overlay wires them, on a fixture instead of a pack. */
export function stageCards(root: Element, names: Record<string, Partial<Mention>>, change: Partial<CardsDeps> = {}, words: Words = english): Stage {
  const ending = new AbortController();
  const rtl = change.rtl ?? false;
  const host = createHost(document, overlayCss, { lang: words.lang, dir: rtl ? 'rtl' : 'ltr', signal: ending.signal });
  const reading = fakeReading(root, names);
  const views: CardView[] = [];
  let cardLayer: HTMLElement | null = null;
  const stopLayer = () => cardLayer?.getRootNode() as ShadowRoot | undefined;
  let shadow: ShadowRoot | undefined;
  const cards = startCards({
    window,
    reading,
    host,
    rtl,
    settings: () => defaultSettings,
    url: () => 'https://example.org/news',
    cardOf: (entity) => aCard({ entity: entity.entity, name: entity.entity }),
    clippedOf: () => 0,
    stopLabel: (_, text, index, count) => english.t('cardStop', text, index + 1, count),
    onSave: () => Promise.resolve(true),
    onMute: () => Promise.resolve(true),
    mutable: true,
    onEdit() {},
    onDismiss() {},
    onSetDay: () => Promise.resolve(),
    onCopy: () => Promise.resolve(true),
    signal: ending.signal,
    ...change,
    render(layer, view) {
      cardLayer = layer;
      shadow = stopLayer();
      if (view) views.push(view);
      render(view && <WordsProvider value={words}><CardSurface view={view} /></WordsProvider>, layer);
    },
  });
  return {
    cards,
    host,
    reading,
    views,
    card: () => cardLayer?.querySelector<HTMLElement>('.bk-card') ?? null,
    stop: () => shadow?.querySelector<HTMLElement>('.bk-stop') ?? (host.layer('stop').querySelector<HTMLElement>('.bk-stop')),
    end: () => ending.abort(),
  };
}
