/** What is read of the events of a Chromium trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  /** Of the thread alone: what else runs on the machine does not count. */
  tdur?: number;
  pid: number;
  tid: number;
  id?: string;
  args: {
    data?: {
      url?: string;
      functionName?: string;
      startTime?: number;
      timeDeltas?: number[];
      cpuProfile?: { samples?: number[]; nodes?: { id: number; parent?: number; callFrame: { url?: string } }[] };
    };
  };
}

/** A stretch of a thread before whose end no input is heard; times in microseconds. */
export interface Turn {
  ts: number;
  endTs: number;
  /** Of the thread alone. */
  cpuUs: number;
}

/** Categories that `turnsOf` needs. */
export const turnCategories = ['-*', 'toplevel'];

/** Events of a trace as it was recorded. */
export function readEvents(trace: Uint8Array | undefined): TraceEvent[] {
  if (!trace) throw new Error('nothing was traced');
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The thread's turns in order: each a task and the microtasks after it, which Chromium records beside the task and not within. */
export function turnsOf(events: readonly TraceEvent[], { pid, tid }: { pid: number; tid: number }): Turn[] {
  const turns: Turn[] = [];
  const parts = events.filter((event) => event.pid === pid && event.tid === tid && event.dur !== undefined && /^(?:ThreadControllerImpl::RunTask|BlinkScheduler_PerformMicrotaskCheckpoint)$/.test(event.name));
  for (const { name, ts, dur = 0, tdur = 0 } of parts.sort((a, b) => a.ts - b.ts)) {
    const last = turns.at(-1);
    if (last && ts < last.endTs) continue;
    if (last && name === 'BlinkScheduler_PerformMicrotaskCheckpoint') {
      last.endTs = ts + dur;
      last.cpuUs += tdur;
    } else turns.push({ ts, endTs: ts + dur, cpuUs: tdur });
  }
  return turns;
}
