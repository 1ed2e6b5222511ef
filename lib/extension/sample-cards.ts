import { useEffect, useState } from 'preact/hooks';
import { ask } from '../messages/client.ts';
import type { Card } from '../pack/card.ts';

/** The entities of the welcome page's sentence, which is of this day. */
const sample = { day: '2022-09-23', entities: ['sochi-memorandum-2018', 'idlib', 'ankara-government'].map((entity) => ({ pack: 'syria', entity })) };

/** Cards of the welcome page's sample, from the bundled pack itself; empty until it is ready. */
export function useSampleCards(): Card[] {
  const [cards, setCards] = useState<Card[]>([]);
  useEffect(() => {
    void ask({ type: 'cards', entities: sample.entities, day: sample.day, basis: 'article' }).then((reply) => {
      if (reply.ok) setCards(reply.value);
    });
  }, []);
  return cards;
}
