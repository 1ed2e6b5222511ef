import type { Reason } from '../messages/schema.ts';

/** The small bar under a selection; drawn by `components/clippings/SelectionBar`. */
export interface SelectionBarView {
  copied: boolean;
  /** Each gets the event, so that its trust can be checked. */
  onSave(event: Event): void;
  onNote(event: Event): void;
  onCopy(event: Event): void;
}

/** What became of an excerpt; drawn by `components/clippings/Toast`. */
export interface ToastView {
  subject:
    /** `names`: what the page calls the known entities in the excerpt, each once. */
    | { is: 'saved'; names: string[] }
    | { is: 'already' }
    | { is: 'removed' }
    /** So many excerpts are kept here, of which this is the first; `gone`: the extension was updated or removed, they can only be copied. */
    | { is: 'failed'; reason: Reason; count: number; text: string }
    /** The excerpt `text` is still in the library. */
    | { is: 'not-removed'; reason: Reason; text: string };
  copied: boolean;
  onUndo(event: Event): void;
  onAgain(event: Event): void;
  /** Of all that are kept here, as is `onCopy`. */
  onRetry(event: Event): void;
  onNote(event: Event): void;
  onCopy(event: Event): void;
  onDismiss(): void;
  /** Pointer or focus is on it: it stays. */
  onHold(on: boolean): void;
}
