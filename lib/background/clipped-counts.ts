import type { EntityRef } from '../match/types.ts';
import { entityKey } from '../pack/entity-key.ts';
import type { ClippingStore } from '../store/clippings.ts';

/** How many clippings name an entity: counted once over the library, and anew after it has changed. */
export class ClippedCounts {
  readonly #store: ClippingStore;
  #counts: Promise<Map<string, number>> | null = null;

  constructor(store: ClippingStore) {
    this.#store = store;
    store.watch(() => (this.#counts = null));
  }

  /** Counts in the order asked for; 0 where the library cannot be read. */
  async of(refs: readonly EntityRef[]): Promise<number[]> {
    this.#counts ??= this.#count();
    const counts = await this.#counts;
    return refs.map((ref) => counts.get(entityKey(ref)) ?? 0);
  }

  async #count(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const listed = await this.#store.list();
    if (!listed.ok) {
      this.#counts = null;
      return counts;
    }
    for (const ref of listed.value.flatMap((clipping) => clipping.entities)) counts.set(entityKey(ref), (counts.get(entityKey(ref)) ?? 0) + 1);
    return counts;
  }
}
