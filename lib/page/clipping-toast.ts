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
  /** Whether the clipboard took the excerpt. */
  copy(draft: ClippingDraft): Promise<boolean>;
  renderToast(layer: HTMLElement, view: ToastView | null): void;
  /** The library's clippings of this page have changed. */
  onStored(): void;
}

/** Saves one excerpt after the other and tells the reader what came of it; whatever fails, the draft is kept until dismissed. */
export class ClippingToast {
  readonly #deps: ToastDeps;
  #subject: ToastView['subject'] | null = null;
  #draft: ClippingDraft | null = null;
  #names: string[] = [];
  /** The draft is not in the library, or not known to be. */
  #unsaved = false;
  /** The row in the library, which may be an earlier one with the same words. */
  #id = '';
  /** Whether what failed was a removal or a return, to be tried again. */
  #lastTry: () => Promise<void> = async () => undefined;
  #copied = false;
  #timer = 0;

  constructor(deps: ToastDeps) {
    this.#deps = deps;
  }

  /** Saves a draft; the row's id once it is stored, null where it is not. `names` are told with the success. */
  async save(draft: ClippingDraft, names: string[]): Promise<string | null> {
    this.#draft = draft;
    this.#names = names;
    this.#unsaved = true;
    this.#lastTry = async () => void (await this.#store());
    return this.#store();
  }

  dismiss(): void {
    this.#unsaved = false;
    this.#show(null);
  }

  /** Goes with the reading it belongs to. An excerpt that could not be stored, as where the extension was updated underneath, stays until the reader is done with it. */
  end(): void {
    if (this.#unsaved) this.#draw();
    else this.dismiss();
  }

  async #store(): Promise<string | null> {
    const draft = this.#draft;
    if (!draft) return null;
    const reply = await this.#deps.save(draft);
    if (this.#draft !== draft) return reply.ok ? reply.value.id : null;
    this.#unsaved = !reply.ok && reply.reason !== 'private-window';
    if (!reply.ok) return this.#fail(reply.reason);
    this.#id = reply.value.id;
    this.#show(reply.value.already ? { is: 'already' } : { is: 'saved', names: this.#names });
    this.#deps.onStored();
    return this.#id;
  }

  async #change(ask: (id: string) => Promise<Reply<'remove-clipping' | 'restore-clipping'>>, after: ToastView['subject']): Promise<void> {
    this.#lastTry = () => this.#change(ask, after);
    const reply = await ask(this.#id);
    if (!reply.ok) {
      this.#fail(reply.reason);
      return;
    }
    this.#show(after);
    this.#deps.onStored();
  }

  #fail(reason: Reason): null {
    this.#show({ is: 'failed', reason });
    return null;
  }

  #show(subject: ToastView['subject'] | null): void {
    this.#subject = subject;
    this.#copied = false;
    this.#hold(false);
    this.#draw();
  }

  /** A failure stays until dismissed: the excerpt is not in the library. */
  #hold(on: boolean): void {
    this.#deps.window.clearTimeout(this.#timer);
    if (on || this.#subject === null || this.#subject.is === 'failed') return;
    this.#timer = this.#deps.window.setTimeout(() => this.dismiss(), limits.toastMs);
  }

  #draw(): void {
    const { host, renderToast } = this.#deps;
    const layer = host.layer('toast');
    renderToast(layer, this.#subject && this.#viewOf(this.#subject));
    if (this.#subject === null) host.release('toast');
  }

  #viewOf(subject: ToastView['subject']): ToastView {
    const { host, remove, restore, openNote, copy } = this.#deps;
    const trusted = (act: () => unknown) => (event: Event) => void (host.trusts(event) && act());
    return {
      subject,
      copied: this.#copied,
      onUndo: trusted(() => this.#change(remove, { is: 'removed' })),
      onAgain: trusted(() => this.#change(restore, { is: 'saved', names: this.#names })),
      onRetry: trusted(() => this.#lastTry()),
      onNote: trusted(() => openNote(this.#id)),
      onCopy: trusted(async () => {
        this.#copied = this.#draft !== null && (await copy(this.#draft));
        this.#draw();
      }),
      onDismiss: () => this.dismiss(),
      onHold: (on) => this.#hold(on),
    };
  }
}
