import type { PageModel } from '../messages/to-page.ts';
import type { Settings } from '../settings/schema.ts';
import type { Cards } from './card-controller.ts';
import type { Clippings } from './clipping-controller.ts';
import type { Reading } from './types.ts';

/**
 * What a reader sees and touches in a page: cards, the selection bar, saved excerpts. A script of its own, fetched when
 * the page has been read: what finds and underlines names stays small, and the card is there before it is wanted.
 */
export interface Surfaces {
  readonly cards: Cards;
  readonly clippings: Clippings;
  /** Everything the popup and the brief show of this page. */
  model(): Promise<PageModel>;
  /** Tells cards for a day of the reader's choosing; null: for the article's own again. */
  setDay(day: string | null): Promise<void>;
}

export interface SurfacesDeps {
  window: Window & typeof globalThis;
  reading: Reading;
  settings(): Settings;
  signal: AbortSignal;
}

/** Null where `signal` aborted before its sentences were there. */
export type StartSurfaces = (deps: SurfacesDeps) => Promise<Surfaces | null>;

/** Where the overlay finds the surfaces' script: our isolated world, which the page cannot see. */
export const surfacesSlot = Symbol.for('backgrounder.surfaces');
