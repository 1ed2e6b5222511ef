import { limits } from '../limits.ts';
import { startSlices, type Slices } from './slices.ts';

/** What a round has to do: read the text again, or only mark it again. */
export type Due = 'text' | 'look';

export interface Rounds {
  /** Asks for a round; one that reads does everything. */
  want(due: Due): void;
  /** Begins what is due or has failed, now that the page may have come into sight. */
  wake(): void;
}

/**
 * Does one round of work at a time, with a rest after each that grows with what it cost, and none while the page is hidden.
 * There is a timer only while something is due. What a round throws goes to `onError`; the round is made up for by the next one.
 */
export function newRounds(document: Document, signal: AbortSignal, round: (due: Due, slices: Slices) => Promise<void>, onError: (error: unknown) => void): Rounds {
  let due: Due | null = null;
  /** What a round has failed to do: not begun again by itself, which might fail for ever. */
  let owed: Due | null = null;
  let running = false;
  let restUntilMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function schedule(): void {
    if (due === null || running || timer !== undefined || document.hidden || signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!document.hidden && !signal.aborted) void work();
    }, Math.max(0, restUntilMs - performance.now()));
  }

  async function work(): Promise<void> {
    const now = due ?? 'look';
    due = null;
    running = true;
    const slices = startSlices();
    try {
      await round(now, slices);
    } catch (error) {
      owed = now;
      onError(error);
    } finally {
      running = false;
      restUntilMs = performance.now() + Math.max(limits.rereadGapMs, slices.usedMs() * limits.rereadRest);
      schedule();
    }
  }

  function take(what: Due | null): void {
    due = [due, owed, what].includes('text') ? 'text' : (what ?? due ?? owed);
    owed = null;
    schedule();
  }

  return { want: take, wake: () => take(null) };
}
