import type { EntityRef, Mention, Why } from '../match/types.ts';
import type { Card, Statement } from '../pack/card.ts';

/** A dated statement, or the summary, which has no date of its own. */
export type ReportedStatement = Pick<Statement, 'text' | 'sources'> & Partial<Pick<Statement, 'id' | 'date' | 'to'>>;

/** All that is drawn of a card, made by the controller, drawn by `components/card`: the same view gives the same picture. */
export interface CardView {
  subject: Subject;
  /** Names of what lies before and after in the card's own history; null: nothing does. */
  back: string | null;
  forward: string | null;
  expanded: boolean;
  pinned: boolean;
  since: 'closed' | 'open' | 'never';
  /** Drawn as a sheet at the foot of a narrow screen. */
  sheet: boolean;
  /** Whether the name can be muted: not in a private window, of which nothing is stored. */
  mutable: boolean;
  /** `copied`: the clipboard has it. `copy-failed`: the browser refused. `not-stored`: what was muted, or to be underlined again, is as before. */
  notice: 'copied' | 'copy-failed' | 'not-stored' | null;
  actions: CardActions;
}

export type Subject =
  /** The card is on its way; name and kind are known at once. `slow`: long enough to show that something is coming. */
  | { is: 'loading'; name: string; mention: Mention; slow: boolean }
  | { is: 'card'; card: Card; why: Why | null; saved: 'no' | 'saving' | 'yes' | 'failed'; clipped: number }
  /** Two or more readings of the name `text`; the first is the likely one. */
  | { is: 'choose'; text: string; options: Card[]; why: Why }
  | { is: 'muted'; name: string }
  /** What to send to the pack's editors, shown for the reader to copy: nothing is sent from here. */
  | { is: 'report'; card: Card; statement: ReportedStatement | null; url: string; why: Why | null }
  /** The card could not be had: worker gone, storage damaged. */
  | { is: 'failed'; name: string };

export interface CardActions {
  close(): void;
  expand(on: boolean): void;
  pin(on: boolean): void;
  save(): void;
  mute(on: boolean): void;
  /** A text about one statement, or about the entry as a whole. */
  report(statement: ReportedStatement | null): void;
  /** Opens the window for a name of the reader's own. */
  edit(): void;
  copy(text: string): void;
  open(entity: EntityRef): void;
  back(): void;
  forward(): void;
  /** Null: something else than any of the options. */
  choose(entity: EntityRef | null): void;
  /** The day the reader sets for this page; null: back to the article's own. */
  setDay(day: string | null): void;
  retry(): void;
}
