import type { Article } from '../article/types.ts';
import type { EntityRef, Mention } from '../match/types.ts';
import type { Card } from '../pack/card.ts';

/** What the background and the extension's pages ask of the overlay in a tab. Replies are null where nothing is asked back. */
export type PageRequest =
  /** Is the overlay there? It also looks again whether it is wanted on the page as it is now. */
  | { type: 'wake' }
  /** Everything the popup and the brief show of this page. */
  | { type: 'page-model' }
  | { type: 'step'; direction: 1 | -1 }
  | { type: 'save-selection' }
  /** The reader's own date for this page; null: back to the article's. */
  | { type: 'set-day'; day: string | null }
  /** Scroll to the n-th mention of an entity and light it up. */
  | { type: 'jump'; entity: EntityRef; index: number }
  | { type: 'jump-clipping'; id: string };

export interface PageModel {
  article: Article;
  asOf: { day: string | null; basis: 'article' | 'reader' | 'none' };
  mentions: Mention[];
  /** One a mentioned entity, in order of first mention. */
  cards: Card[];
  clippings: { id: string; state: 'anchored' | 'changed' | 'gone' }[];
}

export interface PageReplies {
  wake: true;
  /** Null where the overlay is turned off. */
  'page-model': PageModel | null;
  step: null;
  /** Whether there was a selection to save; what became of it the page's toast tells. */
  'save-selection': boolean;
  'set-day': null;
  jump: null;
  'jump-clipping': null;
}
