import type { EntityRef } from '../../lib/match/types.ts';
import { batches } from '../../lib/messages/batches.ts';
import { ask } from '../../lib/messages/client.ts';
import { entityKey } from '../../lib/pack/entity-key.ts';
import type { Reading } from '../../lib/page/types.ts';

/** How often the library names each entity of the page, asked for ahead so that a card need not wait. */
export class ClippedCounts {
  readonly #reading: Reading;
  readonly #counts = new Map<string, number>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** 0 where not known yet. */
  of({ pack, entity }: EntityRef): number {
    return this.#counts.get(entityKey({ pack, entity })) ?? 0;
  }

  /** Counts anew for the entities the page names now. */
  async follow(): Promise<void> {
    for (const entities of batches([...this.#reading.entities])) {
      const reply = await ask({ type: 'clipped-counts', entities });
      if (reply.ok) for (const [at, { pack, entity }] of entities.entries()) this.#counts.set(entityKey({ pack, entity }), reply.value[at] ?? 0);
    }
  }
}
