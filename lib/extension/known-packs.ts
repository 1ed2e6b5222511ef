import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { limits } from '../limits.ts';
import type { EntityRef } from '../match/types.ts';
import { addDays } from '../pack/dates.ts';
import type { PackInfo } from '../store/packs.ts';
import { PackStore } from '../store/packs.ts';
import { reportError } from '../report-error.ts';

export type KnownPack = PackInfo & { stale: boolean };

/** The packs there are, and the names of some of their entities by `pack/entity`. */
export function useKnownPacks(named: readonly EntityRef[]): {
  packs: KnownPack[] | null;
  names: ReadonlyMap<string, string>;
  enable: (id: string, on: boolean) => void;
} {
  const store = useMemo(() => new PackStore(), []);
  const [packs, setPacks] = useState<KnownPack[] | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const read = useCallback(() => void store.list().then((list) => setPacks(list.map(withAge)), (error: unknown) => reportError('packs', error)), [store]);
  useEffect(read, [read]);
  useEffect(() => {
    void namesOf(store, named).then(setNames, (error: unknown) => reportError('packs', error));
  }, [store, named]);
  return { packs, names, enable: (id, on) => void store.enable(id, on).then(read, (error: unknown) => reportError('packs', error)) };
}

function withAge(pack: PackInfo): KnownPack {
  const today = new Date().toISOString().slice(0, 10);
  return { ...pack, stale: addDays(pack.manifest.asOf, limits.packStaleDays) < today };
}

async function namesOf(store: PackStore, refs: readonly EntityRef[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const pack of new Set(refs.map((ref) => ref.pack))) {
    const ids = refs.filter((ref) => ref.pack === pack).map((ref) => ref.entity);
    const entries = await store.entities(pack, ids);
    for (const { entity } of entries?.found ?? []) names.set(`${pack}/${entity.id}`, entity.name);
  }
  return names;
}
