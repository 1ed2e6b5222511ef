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
    /** The draft is kept; `gone`: the extension was updated or removed, the text can only be copied. */
    | { is: 'failed'; reason: Reason };
  copied: boolean;
  onUndo(event: Event): void;
  onAgain(event: Event): void;
  onRetry(event: Event): void;
  onNote(event: Event): void;
  onCopy(event: Event): void;
  onDismiss(): void;
  /** Pointer or focus is on it: it stays. */
  onHold(on: boolean): void;
}
