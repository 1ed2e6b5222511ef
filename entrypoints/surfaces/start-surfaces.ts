import { copyText } from '../../lib/copy-text.ts';
import { interfaceIn } from '../../lib/i18n.ts';
import { batches } from '../../lib/messages/batches.ts';
import { ask } from '../../lib/messages/client.ts';
import { startCards } from '../../lib/page/card-controller.ts';
import { startClippings } from '../../lib/page/clipping-controller.ts';
import { createHost } from '../../lib/page/host.ts';
import { newId } from '../../lib/page/new-id.ts';
import type { Surfaces, SurfacesDeps } from '../../lib/page/surfaces.ts';
import { watchPacks } from '../../lib/settings/packs-revision.ts';
import { cardSources } from './card-sources.ts';
import { ClippedCounts } from './clipped-counts.ts';
import { withLastWords } from './last-words.ts';
import { PageCards } from './page-cards.ts';
import { drawers } from './drawers.tsx';
import styles from './styles.css?inline';

/** Cards and clippings over a reading, until `signal` aborts; then nothing of them is left in the page. */
export async function startSurfaces({ window, reading, settings, signal }: SurfacesDeps): Promise<Surfaces | null> {
  const { t: translate, lang, dir } = await interfaceIn(settings().language, async (language) => {
    const reply = await ask({ type: 'sentences', language });
    return reply.ok ? reply.value : null;
  });
  if (signal.aborted) return null;
  const t = withLastWords(translate);
  const draw = drawers({ t, lang });
  const host = createHost(window.document, styles, { lang, dir, signal });
  const pageCards = new PageCards(reading);
  const counts = new ClippedCounts(reading);
  const clippings = startClippings({
    window,
    reading,
    host,
    ofPage: (url, barUrl) => ask({ type: 'clippings-of-page', url, barUrl }),
    seen: (sightings) => batches(sightings).forEach((batch) => void ask({ type: 'clippings-seen', sightings: batch })),
    save: async (draft) => {
      const reply = await ask({ type: 'save-clipping', draft });
      void counts.follow();
      return reply;
    },
    remove: (id) => ask({ type: 'remove-clipping', id }),
    restore: (id) => ask({ type: 'restore-clipping', id }),
    openNote: (id) => void ask({ type: 'open', what: 'note', clipping: id }),
    markLabel: (state) => t(state === 'changed' ? 'clipMarkChanged' : 'clipMark'),
    renderBar: draw.bar,
    renderToast: draw.toast,
    copy: copyText,
    newId,
    now: () => new Date().toISOString(),
    signal,
  });
  const cards = startCards({
    ...cardSources({ reading, pageCards, settings }),
    clippedOf: (ref) => counts.of(ref),
    onSave: (mention) => clippings.saveAround(mention),
    window,
    reading,
    host,
    render: draw.card,
    rtl: dir === 'rtl',
    stopLabel: (_mention, text, index, count) => t('cardStop', text, index + 1, count),
    signal,
  });
  const follow = () => {
    void pageCards.follow();
    void counts.follow();
  };
  reading.onChange(follow);
  follow();
  signal.addEventListener(
    'abort',
    watchPacks(() => {
      pageCards.forget();
      follow();
      cards.refresh();
    }),
  );
  return {
    cards,
    clippings,
    setDay: async (day) => {
      await pageCards.setDay(day);
      cards.refresh();
    },
    model: async () => ({
      article: reading.article,
      asOf: pageCards.when,
      mentions: [...reading.mentions],
      cards: await pageCards.follow(),
      clippings: clippings.states(),
    }),
  };
}
