import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { limits } from '../limits.ts';
import type { EntityRef } from '../match/types.ts';
import { ask } from '../messages/client.ts';
import { addDays } from '../pack/dates.ts';
import { entityKey } from '../pack/entity-key.ts';
import { ownPackId } from '../pack/own-names.ts';
import { reportError } from '../report-error.ts';
import { watchPacks } from '../settings/packs-revision.ts';
import type { PackInfo } from '../store/packs.ts';
import { PackStore } from '../store/packs.ts';
import { exportPack } from '../store/export-pack.ts';
import { saveFile } from './save-file.ts';

/** `stale`: its knowledge ended long ago. */
export type KnownPack = PackInfo & { stale: boolean };

export interface KnownPacks {
  /** All but the reader's own; null until read. */
  packs: KnownPack[] | null;
  /** Names of the entities asked for, by `pack/entity`. */
  names: ReadonlyMap<string, string>;
  problem: 'unread' | 'not-stored' | null;
  /** The pack taken out last, for as long as that can be undone. */
  removed: KnownPack | null;
  remove: (id: string) => void;
  undoRemove: () => void;
  forgetRemoved: () => void;
  /** Hands a pack to the reader as a file. */
  exportFile: (id: string) => void;
}

/** The packs there are, kept in step with every other context, and the names of some of their entities. */
export function useKnownPacks(named: readonly EntityRef[]): KnownPacks {
  const store = useMemo(() => new PackStore(), []);
  const [packs, setPacks] = useState<KnownPack[] | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState<KnownPacks['problem']>(null);
  const [removed, setRemoved] = useState<KnownPack | null>(null);

  const failed = useCallback((as: KnownPacks['problem'], error: unknown) => {
    reportError('packs', error);
    setProblem(as);
  }, []);
  useEffect(() => {
    const read = () => void listed(store).then(setPacks, (error: unknown) => failed('unread', error));
    read();
    return watchPacks(read);
  }, [store, failed]);
  useEffect(() => {
    void namesOf(store, named).then(setNames, (error: unknown) => reportError('packs', error));
  }, [store, named]);

  async function changed(work: () => Promise<unknown>, then: KnownPack | null): Promise<void> {
    try {
      await work();
      await ask({ type: 'packs-changed' });
      setRemoved(then);
      setProblem(null);
    } catch (error) {
      failed('not-stored', error);
    }
  }

  return {
    packs,
    names,
    problem,
    removed,
    remove: (id) => void changed(() => store.remove(id, new Date().toISOString()), packs?.find((pack) => pack.id === id) ?? null),
    undoRemove: () => void (removed && changed(() => store.restore(removed.id), null)),
    forgetRemoved: useCallback(() => setRemoved(null), []),
    exportFile: (id) => void exportFile(store, id).catch((error: unknown) => reportError('export', error)),
  };
}

async function listed(store: PackStore): Promise<KnownPack[]> {
  const today = new Date().toISOString().slice(0, 10);
  return (await store.list())
    .filter(({ origin }) => origin !== 'own')
    .map((pack) => ({ ...pack, stale: addDays(pack.manifest.asOf, limits.packStaleDays) < today }));
}

/** Names of one's own go under an id of their day: as a file they are a pack like any other. */
async function exportFile(store: PackStore, id: string): Promise<void> {
  const name = id === ownPackId ? `${ownPackId}-${new Date().toISOString().slice(0, 10)}` : id;
  const pieces = await exportPack(store, id, { id: name });
  if (pieces) saveFile(`${name}.json`, pieces, 'application/json');
}

async function namesOf(store: PackStore, refs: readonly EntityRef[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const pack of new Set(refs.map((ref) => ref.pack))) {
    const ids = refs.filter((ref) => ref.pack === pack).map((ref) => ref.entity);
    const entries = await store.entities(pack, ids);
    for (const { entity } of entries?.found ?? []) names.set(entityKey({ pack, entity: entity.id }), entity.name);
  }
  return names;
}
