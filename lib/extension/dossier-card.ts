import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Card } from '../pack/card.ts';
import { reportError } from '../report-error.ts';
import { cardsOf } from '../store/cards.ts';
import { PackStore } from '../store/packs.ts';

/** What the packs know of an entity up to their end, `key` being `pack/entity`; undefined until read, null where no pack has it. */
export function useDossierCard(key: string | null): Card | null | undefined {
  const store = useMemo(() => new PackStore(), []);
  const [card, setCard] = useState<Card | null>();
  useEffect(() => {
    setCard(undefined);
    const [pack, entity] = key?.split('/') ?? [];
    if (pack === undefined || entity === undefined) return;
    let stale = false;
    const today = new Date().toISOString().slice(0, 10);
    cardsOf(store, [{ pack, entity }], { day: null, basis: 'none' }, today).then(
      ([found]) => {
        if (!stale) setCard(found ?? null);
      },
      (error: unknown) => reportError('dossier', error),
    );
    return () => {
      stale = true;
    };
  }, [store, key]);
  return card;
}
