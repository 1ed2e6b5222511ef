import { ask } from '../../lib/messages/client.ts';
import type { CardSources } from '../../lib/page/card-session.ts';
import type { Reading } from '../../lib/page/types.ts';
import { reportError } from '../../lib/report-error.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import type { PageCards } from './page-cards.ts';

interface Wiring {
  reading: Reading;
  pageCards: PageCards;
  settings(): Settings;
}

/** What the cards of this page are made from and what their buttons have done. */
export function cardSources({ reading, pageCards, settings }: Wiring): Omit<CardSources, 'onSave' | 'clippedOf'> {
  return {
    cardOf: (ref) => pageCards.of(ref),
    settings,
    url: () => reading.article.canonical,
    mapOf: () => null,
    onMute: (entity, muted) => void ask({ type: 'mute', entity: { pack: entity.pack, entity: entity.entity }, muted }),
    onDismiss: (mention) => void ask({ type: 'mute', entity: { pack: mention.pack, entity: mention.entity }, muted: true }),
    onSetDay: (day) => setDay(reading, pageCards, day),
    onCopy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch (error) {
        reportError('copy', error);
        return false;
      }
    },
  };
}

/** Tells the page's cards for a day of the reader's choosing; null: for the article's own again. */
export async function setDay(reading: Reading, pageCards: PageCards, day: string | null): Promise<void> {
  const own = reading.article.published.day;
  pageCards.tellFor(day ? { day, basis: 'reader' } : { day: own, basis: own ? 'article' : 'none' });
  await pageCards.fetch(reading.mentions.flatMap((mention) => mention.options ?? [mention]));
}
