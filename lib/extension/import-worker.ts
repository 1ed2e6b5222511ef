import type { ImportProgress } from '../pack/import.ts';
import { importPack, type ImportOutcome } from '../store/import-pack.ts';
import { whileNoImport } from '../store/pack-lock.ts';
import { PackStore } from '../store/packs.ts';

/** What the page sends: once. */
export interface ImportOrder {
  file: File;
  generation: string;
}
/** What it hears: progress, then the outcome. */
export type ImportNews = { progress: ImportProgress } | { outcome: ImportOutcome };

/** A thread of its own: checking a pack and making its index take seconds, in which the page must go on. It is ended to cancel. */
addEventListener('message', ({ data }: MessageEvent<ImportOrder>) => {
  const tell = (news: ImportNews) => postMessage(news);
  const store = new PackStore();
  const work = async (): Promise<ImportOutcome> => {
    await store.sweep(new Date().toISOString());
    return importPack(store, data.file, {
      generation: data.generation,
      signal: new AbortController().signal,
      onProgress: (progress) => tell({ progress }),
    });
  };
  whileNoImport(work).then(
    (outcome) => tell({ outcome: outcome ?? { ok: false, reason: 'busy', detail: '', line: null } }),
    (error: unknown) => tell({ outcome: { ok: false, reason: 'storage-failed', detail: String(error), line: null } }),
  );
});
