import { limits } from '../limits.ts';

/** Work cut into slices: between two of them the page has its turn. */
export interface Slices {
  /** Whether this slice has used up its time. */
  spent(): boolean;
  /** Lets the page's input and frames through and begins a new slice. */
  giveWay(): Promise<void>;
  /** Waits for something that happens elsewhere, off this clock. */
  awaiting<T>(other: Promise<T>): Promise<T>;
  /** Main-thread milliseconds used since the beginning. */
  usedMs(): number;
}

/** Begins the first slice now. */
export function startSlices(sliceMs: number = limits.sliceMs): Slices {
  let startedMs = performance.now();
  let usedMs = 0;
  async function awaiting<T>(other: Promise<T>): Promise<T> {
    usedMs += performance.now() - startedMs;
    const value = await other;
    startedMs = performance.now();
    return value;
  }
  return {
    spent: () => performance.now() - startedMs >= sliceMs,
    giveWay: () => awaiting(nextTurn()),
    awaiting,
    usedMs: () => usedMs + performance.now() - startedMs,
  };
}

/** Runs a generator to its end in slices; null if `signal` ended it. */
export async function inSlices<T>(steps: Generator<unknown, T>, slices: Slices, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!slices.spent()) continue;
    await slices.giveWay();
    if (signal.aborted) return null;
  }
}

/** Runs a generator to its end at one go, for where nothing may come between. */
export function runToEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `scheduler.yield` comes back before other tasks of its kind but after input; a timer is the next best thing. */
function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}
