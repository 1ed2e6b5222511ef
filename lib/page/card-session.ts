import { limits } from '../limits.ts';
import type { EntityRef, Mention } from '../match/types.ts';
import type { Card } from '../pack/card.ts';
import type { Settings } from '../settings/schema.ts';
import { CardHistory } from './card-history.ts';
import type { CardActions, CardView, Subject } from './card-view.ts';

/** What a card needs to know and what it can have done. Cards fetched before come at once, without a promise. */
export interface CardSources {
  cardOf(entity: EntityRef): Card | null | Promise<Card | null>;
  settings(): Settings;
  /** The article's address, for an error report. */
  url(): string;
  /** How many excerpts in the library name the entity; 0 where not known yet. */
  clippedOf(entity: EntityRef): number;
  /** Saves the excerpt around a mention; whether it was stored. */
  onSave(mention: Mention): Promise<boolean>;
  /** Whether it was stored. */
  onMute(entity: EntityRef, muted: boolean): Promise<boolean>;
  /** Whether names can be muted here at all. */
  mutable: boolean;
  /** Opens the window for a name of the reader's own. */
  onEdit(entity: EntityRef): void;
  /** The reader said that a mention is none of what was offered. */
  onDismiss(mention: Mention): void;
  /** Fulfilled when `cardOf` answers for the new day. */
  onSetDay(day: string | null): Promise<void>;
  /** Whether the clipboard took it. */
  onCopy(text: string): Promise<boolean>;
}

export interface SessionHooks {
  draw(view: CardView): void;
  close(): void;
  pin(on: boolean): void;
  /** Keeps the card for this long even if the pointer leaves. */
  hold(ms: number): void;
}

/** What the reader chose for an ambiguous name. Holds for the page. */
export type Choices = Map<string, EntityRef>;

interface Entry {
  /** Null: the choice between readings. */
  entity: EntityRef | null;
  name: string;
  expanded: boolean;
  saved: 'no' | 'saving' | 'yes' | 'failed';
}

/** One opened card from its mention to its closing: what it shows now and what its buttons do. Draws anew on every change. */
export class CardSession {
  readonly #mention: Mention;
  readonly #text: string;
  readonly #sources: CardSources;
  readonly #hooks: SessionHooks;
  readonly #choices: Choices;
  readonly #history: CardHistory<Entry>;
  readonly #sheet: boolean;
  readonly #actions: CardActions;
  #subject: Subject;
  #notice: CardView['notice'] = null;
  #pinned: boolean;
  #ended = false;

  /** `text` is the mention as the page writes it. Nothing is drawn before `start`. */
  constructor(mention: Mention, text: string, sources: CardSources, hooks: SessionHooks, options: { choices: Choices; sheet: boolean; pinned: boolean }) {
    this.#mention = mention;
    this.#text = text;
    this.#sources = sources;
    this.#hooks = hooks;
    this.#choices = options.choices;
    this.#sheet = options.sheet;
    this.#pinned = options.pinned;
    const chosen = this.#choices.get(text);
    const asks = mention.sure === 'choose' && !chosen;
    this.#history = new CardHistory(entry(asks ? null : (chosen ?? mention), text));
    this.#subject = this.#loading(false);
    this.#actions = this.#makeActions();
  }

  start(): void {
    this.#show();
  }

  /** Asks for the present subject again: the day, a setting or the pack has changed. */
  refresh(): void {
    if (this.#subject.is === 'card' || this.#subject.is === 'choose' || this.#subject.is === 'failed') this.#show();
  }

  /** Back (-1) or forward (1) through the names opened in this card; from a report back leads to the card it is about. */
  go(direction: 1 | -1): void {
    if (this.#subject.is !== 'report') this.#history.go(direction);
    this.#show();
  }

  /** Whatever is still under way draws nothing any more. */
  end(): void {
    this.#ended = true;
  }

  #show(): void {
    const shown = this.#history.now;
    const { entity } = shown;
    this.#notice = null;
    if (entity === null) {
      const cards = (this.#mention.options ?? [this.#mention]).map((option) => this.#sources.cardOf(option));
      this.#await(cards.some(isPromise) ? Promise.all(cards) : (cards as (Card | null)[]), (found) => {
        const options = found.filter((card) => card !== null);
        return options.length > 0 ? { is: 'choose', text: this.#text, options, why: this.#mention.why } : this.#failed();
      });
    } else {
      this.#await(this.#sources.cardOf(entity), (card) => {
        if (!card) return this.#failed();
        shown.name = card.name;
        return {
          is: 'card',
          card,
          why: isSame(entity, this.#mention) ? this.#mention.why : null,
          saved: shown.saved,
          clipped: this.#sources.clippedOf(entity),
          map: card.map,
        };
      });
    }
  }

  /** Draws at once where the value is there already; else the name, then grey lines, then the subject. */
  #await<T>(value: T | Promise<T>, subjectOf: (value: T) => Subject): void {
    if (!isPromise(value)) return this.#draw(subjectOf(value));
    const loading = this.#loading(false);
    if (this.#subject.is === 'loading' || this.#subject.is === 'failed') this.#draw(loading);
    const shown = this.#history.now;
    const waits = () => !this.#ended && this.#history.now === shown;
    const timer = setTimeout(() => waits() && this.#draw(this.#loading(true)), limits.cardSlowMs);
    value.then(
      (settled) => {
        clearTimeout(timer);
        if (waits()) this.#draw(subjectOf(settled));
      },
      () => {
        clearTimeout(timer);
        if (waits()) this.#draw(this.#failed());
      },
    );
  }

  #loading(slow: boolean): Subject {
    return { is: 'loading', name: this.#history.now.name, mention: this.#mention, slow };
  }

  #failed(): Subject {
    return { is: 'failed', name: this.#history.now.name };
  }

  #draw(subject: Subject = this.#subject): void {
    if (this.#ended) return;
    this.#subject = subject;
    const { now, previous, next } = this.#history;
    this.#hooks.draw({
      subject,
      back: previous?.name ?? null,
      forward: next?.name ?? null,
      expanded: now.expanded,
      pinned: this.#pinned,
      since: this.#sources.settings().since,
      sheet: this.#sheet,
      mutable: this.#sources.mutable,
      notice: this.#notice,
      actions: this.#actions,
    });
  }

  #makeActions(): CardActions {
    const sources = this.#sources;
    return {
      close: () => this.#hooks.close(),
      expand: (on) => {
        this.#history.now.expanded = on;
        this.#draw();
      },
      pin: (on) => {
        this.#pinned = on;
        this.#hooks.pin(on);
        this.#draw();
      },
      save: () => void this.#save(),
      mute: (on) => void this.#mute(on),
      report: (statement) => {
        if (this.#subject.is !== 'card') return;
        const { card, why } = this.#subject;
        this.#draw({ is: 'report', card, statement: statement ?? card.summary, url: sources.url(), why });
      },
      edit: () => {
        const { entity } = this.#history.now;
        if (entity) sources.onEdit(entity);
      },
      copy: (text) => void this.#copy(text),
      open: (entity) => {
        this.#history.push(entry({ pack: entity.pack, entity: entity.entity }, entity.entity));
        this.#show();
      },
      back: () => this.go(-1),
      forward: () => this.go(1),
      choose: (entity) => {
        if (entity) {
          this.#choices.set(this.#text, entity);
          this.#history.push(entry(entity, this.#text));
          this.#show();
        } else {
          sources.onDismiss(this.#mention);
          this.#hooks.close();
        }
      },
      setDay: (day) => void sources.onSetDay(day).then(() => this.#show()),
      retry: () => this.#show(),
    };
  }

  async #save(): Promise<void> {
    const saving = this.#history.now;
    const mark = (saved: Entry['saved']) => {
      saving.saved = saved;
      if (this.#history.now === saving && this.#subject.is === 'card') this.#draw({ ...this.#subject, saved });
    };
    mark('saving');
    mark((await this.#sources.onSave(this.#mention)) ? 'yes' : 'failed');
  }

  async #mute(on: boolean): Promise<void> {
    const shown = this.#history.now;
    if (!shown.entity) return;
    const stored = await this.#sources.onMute(shown.entity, on);
    if (this.#ended || this.#history.now !== shown) return;
    if (stored && !on) return this.#show();
    this.#notice = stored ? null : 'not-stored';
    if (on && stored) this.#hooks.hold(limits.toastMs);
    this.#draw(stored ? { is: 'muted', name: shown.name } : this.#subject);
  }

  async #copy(text: string): Promise<void> {
    this.#notice = (await this.#sources.onCopy(text)) ? 'copied' : 'copy-failed';
    this.#draw();
  }
}

function entry(entity: EntityRef | null, name: string): Entry {
  return { entity: entity && { pack: entity.pack, entity: entity.entity }, name, expanded: false, saved: 'no' };
}

function isSame(one: EntityRef, other: EntityRef): boolean {
  return one.pack === other.pack && one.entity === other.entity;
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return value instanceof Promise;
}
