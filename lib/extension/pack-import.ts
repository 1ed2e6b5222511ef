import { useRef, useState } from 'preact/hooks';
import { ask } from '../messages/client.ts';
import type { ImportProgress, ImportState } from '../pack/import.ts';
import { reportError } from '../report-error.ts';
import type { ImportOutcome } from '../store/import-pack.ts';
import { afterImport } from '../store/pack-lock.ts';
import { PackStore } from '../store/packs.ts';
import type { ImportNews, ImportOrder } from './import-worker.ts';

export interface PackImport {
  state: ImportState;
  choose: (file: File) => void;
  /** Ends it at once; nothing of it stays. */
  cancel: () => void;
}

const beginning: ImportProgress = { step: 'check', done: 0, total: 0 };

/** Adds packs from files, in a thread of its own; every page hears of one that came in. */
export function usePackImport(): PackImport {
  const [state, setState] = useState<ImportState>({ is: 'idle' });
  const running = useRef<{ worker: Worker; order: ImportOrder } | null>(null);

  function choose(file: File): void {
    if (running.current) return;
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    const order: ImportOrder = { file, generation: crypto.randomUUID() };
    running.current = { worker, order };
    setState({ is: 'running', file: file.name, progress: beginning });
    worker.addEventListener('message', ({ data }: MessageEvent<ImportNews>) => {
      if ('progress' in data) setState({ is: 'running', file: file.name, progress: data.progress });
      else void finish(data.outcome);
    });
    worker.addEventListener('error', (event) => {
      reportError('import', event.message);
      void finish({ ok: false, reason: 'storage-failed', detail: '', line: null });
    });
    worker.postMessage(order);
  }

  async function finish(outcome: ImportOutcome): Promise<void> {
    const name = running.current?.order.file.name ?? '';
    running.current?.worker.terminate();
    running.current = null;
    if (!outcome.ok) return setState({ is: 'failed', file: name, failure: outcome });
    await ask({ type: 'packs-changed' });
    setState({ is: 'done', title: outcome.pack.manifest.title, entities: outcome.pack.entities });
  }

  async function cancel(): Promise<void> {
    const broken = running.current;
    if (!broken) return;
    broken.worker.terminate();
    running.current = null;
    setState({ is: 'failed', file: broken.order.file.name, failure: { ok: false, reason: 'cancelled', detail: '', line: null } });
    const store = new PackStore();
    await afterImport(() => store.sweep(new Date().toISOString()));
    // The last write may have been through before the thread was ended: then the pack is in, and is told so.
    const late = (await store.holds(broken.order.generation)) ? await ask({ type: 'packs-changed' }) : null;
    if (late) setState({ is: 'idle' });
    store.close();
  }

  return { state, choose, cancel: () => void cancel().catch((error: unknown) => reportError('import', error)) };
}
