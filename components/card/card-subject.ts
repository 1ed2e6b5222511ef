import type { Subject } from '../../lib/page/card-view.ts';

export type CardSubject = Extract<Subject, { is: 'card' }>;

/** Whether there is anything beyond the first glance. */
export function hasMore({ card, why, clipped }: CardSubject): boolean {
  return (
    card.before.length + card.designations.length + card.disputes.length + card.related.length + card.distinguish.length > 0 ||
    card.map !== null ||
    why !== null ||
    clipped > 0
  );
}

