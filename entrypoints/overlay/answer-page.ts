import type { PageReplies, PageRequest } from '../../lib/messages/to-page.ts';
import type { Session } from './session.ts';

/** Answers the background's and the extension pages' requests; null where the overlay is off. */
export async function answerPage(request: Exclude<PageRequest, { type: 'wake' }>, session: Session | null): Promise<PageReplies[PageRequest['type']] | null> {
  const surfaces = await session?.surfaces();
  if (!session || !surfaces) return null;
  switch (request.type) {
    case 'page-model':
      return surfaces.model();
    case 'step':
      surfaces.cards.step(request.direction);
      return null;
    case 'save-selection':
      return surfaces.clippings.saveSelection();
    case 'set-day':
      await surfaces.setDay(request.day);
      return null;
    case 'jump':
      jump(session, request);
      return null;
    case 'jump-clipping':
      surfaces.clippings.jumpTo(request.id);
      return null;
  }
}

/** Brings the n-th mention of an entity into view and lights all of them up. */
function jump({ reading }: Session, { entity, index }: Extract<PageRequest, { type: 'jump' }>): void {
  const mentions = reading.mentions.filter((mention) => mention.pack === entity.pack && mention.entity === entity.entity);
  const mention = mentions[index];
  const range = mention && reading.rangeOf(mention);
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  reading.light(mention ?? null);
}
