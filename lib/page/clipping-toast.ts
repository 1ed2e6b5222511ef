import type { ClippingDraft } from '../clip/schema.ts';
import { limits } from '../limits.ts';
import type { Reason, Reply } from '../messages/schema.ts';
import type { ToastView } from './clipping-view.ts';
import type { Host } from './types.ts';

export interface ToastDeps {
  window: Window;
  host: Host;
  save(draft: ClippingDraft): Promise<Reply<'save-clipping'>>;
  remove(id: string): Promise<Reply<'remove-clipping'>>;
  restore(id: string): Promise<Reply<'restore-clipping'>>;
  openNote(id: string): void;
  /** Whether the clipboard took the excerpts. */
  copy(drafts: ClippingDraft[]): Promise<boolean>;
  renderToast(layer: HTMLElement, view: ToastView | null): void;
  /** The library's clippings of this page have changed. */
  onStored(): void;
}

interface Excerpt {
  draft: ClippingDraft;
  /** Told with the success. */
  names: string[];
  /** Puts it into the library, for the first time or again. */
  put(): Promise<Reply<'save-clipping' | 'restore-clipping'>>;
}

/** What is told, of which excerpt, and the row it has in the library, which may be an earlier one with the same words. */
interface Shown {
  subject: ToastView['subject'];
  excerpt: Excerpt;
  id: string;
}

/** Saves excerpts and tells the reader what came of each; whatever fails, an excerpt is kept until it is stored or dismissed. */
export class ClippingToast {
  readonly #deps: ToastDeps;
  /** Not in the library, or not known to be, by the draft's id. */
  readonly #unsaved = new Map<string, Excerpt>();
  #reason: Reason = 'failed';
  #shown: Shown | null = null;
  #copied = false;
  #timer = 0;

  constructor(deps: ToastDeps) {
    this.#deps = deps;
  }

  /** Saves a draft; the row's id once it is stored, null where it is not. `names` are told with the success. */
  save(draft: ClippingDraft, names: string[]): Promise<string | null> {
    return this.#put({ draft, names, put: () => this.#deps.save(draft) });
  }

  /** Goes with the reading it belongs to. An excerpt that could not be stored, as where the extension was updated underneath, stays until the reader is done with it. */
  end(): void {
    if (this.#reason === 'private-window') this.#unsaved.clear();
    this.#rest();
  }

  async #put(excerpt: Excerpt): Promise<string | null> {
    const reply = await excerpt.put();
    const { id } = excerpt.draft;
    if (!reply.ok) {
      this.#unsaved.set(id, excerpt);
      this.#reason = reply.reason;
      this.#rest();
      return null;
    }
    this.#unsaved.delete(id);
    const row = reply.value ?? { id, already: false };
    this.#show({ subject: row.already ? { is: 'already' } : { is: 'saved', names: excerpt.names }, excerpt, id: row.id });
    this.#deps.onStored();
    return row.id;
  }

  async #putAll(): Promise<void> {
    for (const excerpt of [...this.#unsaved.values()]) await this.#put(excerpt);
    if (this.#unsaved.size > 0) this.#rest();
  }

  async #remove(excerpt: Excerpt, id: string): Promise<void> {
    const reply = await this.#deps.remove(id);
    if (!reply.ok) {
      this.#show({ subject: { is: 'not-removed', reason: reply.reason, text: excerpt.draft.selector.exact }, excerpt, id });
      return;
    }
    // What is told of another excerpt by now must not seem to be what was removed.
    if (this.#shown === null || this.#shown.excerpt === excerpt) this.#show({ subject: { is: 'removed' }, excerpt, id });
    this.#deps.onStored();
  }

  /** Tells of what is not saved, or nothing more. */
  #rest(): void {
    const [excerpt] = this.#unsaved.values();
    if (!excerpt) return this.#show(null);
    const { draft } = excerpt;
    this.#show({ subject: { is: 'failed', reason: this.#reason, count: this.#unsaved.size, text: draft.selector.exact }, excerpt, id: draft.id });
  }

  #dismiss(): void {
    if (this.#shown?.subject.is === 'failed') this.#unsaved.clear();
    this.#rest();
  }

  #show(shown: Shown | null): void {
    this.#shown = shown;
    this.#copied = false;
    this.#hold(false);
    this.#draw();
  }

  /** A failure stays until dismissed. */
  #hold(on: boolean): void {
    this.#deps.window.clearTimeout(this.#timer);
    const is = this.#shown?.subject.is;
    if (on || is === undefined || is === 'failed' || is === 'not-removed') return;
    this.#timer = this.#deps.window.setTimeout(() => this.#dismiss(), limits.toastMs);
  }

  #draw(): void {
    const { host, renderToast } = this.#deps;
    const layer = host.layer('toast');
    renderToast(layer, this.#shown && this.#viewOf(this.#shown));
    if (this.#shown === null) host.release('toast');
  }

  #viewOf(shown: Shown): ToastView {
    const { host, restore, openNote, copy } = this.#deps;
    const { subject, excerpt, id } = shown;
    const trusted = (act: () => unknown) => (event: Event) => void (host.trusts(event) && act());
    return {
      subject,
      copied: this.#copied,
      onUndo: trusted(() => this.#remove(excerpt, id)),
      onAgain: trusted(() => this.#put({ ...excerpt, put: () => restore(id) })),
      onRetry: trusted(() => this.#putAll()),
      onNote: trusted(() => openNote(id)),
      onCopy: trusted(async () => {
        const copied = await copy([...this.#unsaved.values()].map(({ draft }) => draft));
        if (this.#shown !== shown) return;
        this.#copied = copied;
        this.#draw();
      }),
      onDismiss: () => this.#dismiss(),
      onHold: (on) => this.#hold(on),
    };
  }
}
