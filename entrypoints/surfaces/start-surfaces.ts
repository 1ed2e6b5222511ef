import { interfaceDirection, interfaceLanguage, t } from '../../lib/i18n.ts';
import { startCards } from '../../lib/page/card-controller.ts';
import { createHost } from '../../lib/page/host.ts';
import type { Surfaces, SurfacesDeps } from '../../lib/page/surfaces.ts';
import { cardSources } from './card-sources.ts';
import { PageCards } from './page-cards.ts';
import { cardRenderer } from './render-card.tsx';
import styles from './styles.css?inline';

/** Cards and clippings over a reading, until `signal` aborts; then nothing of them is left in the page. */
export function startSurfaces({ window, reading, settings, signal }: SurfacesDeps): Surfaces {
  const lang = interfaceLanguage();
  const dir = interfaceDirection();
  const host = createHost(window.document, styles, { lang, dir, signal });
  const pageCards = new PageCards(reading);
  const cards = startCards({
    ...cardSources({ reading, pageCards, settings }),
    clippedOf: () => 0,
    onSave: async () => false,
    window,
    reading,
    host,
    render: cardRenderer({ t, lang }),
    rtl: dir === 'rtl',
    stopLabel: (_mention, text, index, count) => t('cardStop', text, index + 1, count),
    signal,
  });
  const setDay = async (day: string | null): Promise<void> => {
    await pageCards.setDay(day);
    cards.refresh();
  };
  reading.onChange(() => void pageCards.follow());
  void pageCards.follow();
  return {
    cards,
    setDay,
    model: async () => ({
      article: reading.article,
      asOf: pageCards.when,
      mentions: [...reading.mentions],
      cards: await pageCards.follow(),
      clippings: [],
    }),
  };
}
