import type { PageModel, PageRequest } from '../../lib/messages/to-page.ts';
import { setDay } from './card-sources.ts';
import { keyOf } from './page-cards.ts';
import type { Session } from './session.ts';

/** Answers the background's and the extension pages' requests; null where the overlay is off. */
export async function answerPage(request: Exclude<PageRequest, { type: 'wake' }>, session: Session | null): Promise<PageModel | null> {
  if (!session) return null;
  const { reading, cards, pageCards } = session;
  switch (request.type) {
    case 'page-model':
      return {
        article: reading.article,
        asOf: pageCards.when,
        mentions: [...reading.mentions],
        cards: await pageCards.fetch(distinct(reading.mentions)),
        clippings: [],
      };
    case 'step':
      cards.step(request.direction);
      return null;
    case 'save-selection':
      return null;
    case 'set-day':
      await setDay(reading, pageCards, request.day);
      cards.refresh();
      return null;
    case 'jump': {
      const places = reading.mentions.filter((mention) => keyOf(mention) === keyOf(request.entity));
      const mention = places[request.index];
      const range = mention && reading.rangeOf(mention);
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      reading.light(mention ?? null);
      return null;
    }
    case 'jump-clipping':
      return null;
  }
}

function distinct<T extends { pack: string; entity: string }>(refs: readonly T[]): T[] {
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}
