import type { EntityRef } from '../../lib/match/types.ts';
import { ask } from '../../lib/messages/client.ts';
import type { AsOf, Card } from '../../lib/pack/card.ts';

type When = Pick<AsOf, 'day' | 'basis'>;

/** Cards of the page's entities, fetched right after a scan: one opens within a frame, and with the worker dead. */
export class PageCards {
  #when: When = { day: null, basis: 'none' };
  #cards = new Map<string, Card | Promise<Card | null>>();

  get when(): When {
    return this.#when;
  }

  /** Sets the day cards are told for; those of another day are forgotten. */
  tellFor(when: When): void {
    if (when.day === this.#when.day && when.basis === this.#when.basis) return;
    this.#when = when;
    this.#cards = new Map();
  }

  /** The card if it is there, else a promise of it; null: the pack has none, or the background cannot be reached. */
  of(ref: EntityRef): Card | Promise<Card | null> {
    return this.#cards.get(keyOf(ref)) ?? this.fetch([ref]).then(([card]) => card ?? null);
  }

  /** Those of `refs` that are there now, in order. */
  known(refs: readonly EntityRef[]): Card[] {
    return refs.flatMap((ref) => {
      const card = this.#cards.get(keyOf(ref));
      return card && !(card instanceof Promise) ? [card] : [];
    });
  }

  /** Fetches those not yet there, in one message. */
  async fetch(refs: readonly EntityRef[]): Promise<Card[]> {
    const cards = this.#cards;
    const missing = refs.filter((ref) => !cards.has(keyOf(ref)));
    if (missing.length > 0) {
      const coming = ask({ type: 'cards', entities: missing.map(({ pack, entity }) => ({ pack, entity })), ...this.#when });
      for (const ref of missing) {
        const card = coming.then((reply) => (reply.ok ? (reply.value.find((one) => keyOf(one) === keyOf(ref)) ?? null) : null));
        cards.set(keyOf(ref), card);
        void card.then((found) => (found ? cards.set(keyOf(ref), found) : cards.delete(keyOf(ref))));
      }
    }
    const found = await Promise.all(refs.map((ref) => cards.get(keyOf(ref)) ?? null));
    return found.filter((card) => card !== null);
  }
}

/** One string an entity. */
export function keyOf({ pack, entity }: EntityRef): string {
  return `${pack}/${entity}`;
}
