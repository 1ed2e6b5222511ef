import type { EntityRef } from '../../lib/match/types.ts';
import { batches } from '../../lib/messages/batches.ts';
import { ask } from '../../lib/messages/client.ts';
import type { AsOf, Card } from '../../lib/pack/card.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import type { Reading } from '../../lib/page/types.ts';

type When = Pick<AsOf, 'day' | 'basis'>;

/** Cards of the page's entities, fetched right after a scan: one opens within a frame, and with the worker dead. */
export class PageCards {
  readonly #reading: Reading;
  #when: When = { day: null, basis: 'none' };
  /** Of the article the reader set a day for. */
  #setFor: string | null = null;
  #cards = new Map<string, Card | Promise<Card | null>>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The day cards are told for. */
  get when(): When {
    return this.#when;
  }

  /** Cards of all entities the page names, in order of first mention, for the article's day unless the reader set one for this very article. */
  follow(): Promise<Card[]> {
    if (this.#when.basis !== 'reader' || this.#setFor !== this.#reading.article.url) this.#tellFor(this.#ownDay());
    return this.#fetch(this.#reading.entities);
  }

  /** Cards for a day of the reader's choosing; null: for the article's own again. Fulfilled when they are there. */
  async setDay(day: string | null): Promise<void> {
    this.#setFor = this.#reading.article.url;
    this.#tellFor(day ? { day, basis: 'reader' } : this.#ownDay());
    await this.follow();
  }

  /** What was fetched counts no more: the packs have changed. */
  forget(): void {
    this.#cards = new Map();
  }

  /** The card if it is there, else a promise of it; null: the pack has none, or the background cannot be reached. */
  of(ref: EntityRef): Card | Promise<Card | null> {
    return this.#cards.get(entityKey(ref)) ?? this.#fetch([ref]).then(([card]) => card ?? null);
  }

  #ownDay(): When {
    const { day } = this.#reading.article.published;
    return { day, basis: day ? 'article' : 'none' };
  }

  /** Cards of another day are forgotten. */
  #tellFor(when: When): void {
    if (when.day === this.#when.day && when.basis === this.#when.basis) return;
    this.#when = when;
    this.#cards = new Map();
  }

  /** Fetches those not yet there, in as few messages as take them; those had, each once, in order. */
  async #fetch(refs: readonly EntityRef[]): Promise<Card[]> {
    const cards = this.#cards;
    const wanted = new Map(refs.map(({ pack, entity }) => [entityKey({ pack, entity }), { pack, entity }]));
    const missing = [...wanted].filter(([key]) => !cards.has(key));
    for (const batch of batches(missing)) {
      const coming = ask({ type: 'cards', entities: batch.map(([, ref]) => ref), ...this.#when });
      for (const [key] of batch) {
        const card = coming.then((reply) => (reply.ok ? (reply.value.find((one) => entityKey(one) === key) ?? null) : null));
        cards.set(key, card);
        void card.then((found) => (found ? cards.set(key, found) : cards.delete(key)));
      }
    }
    const found = await Promise.all([...wanted.keys()].map((key) => cards.get(key) ?? null));
    return found.filter((card) => card !== null);
  }
}
