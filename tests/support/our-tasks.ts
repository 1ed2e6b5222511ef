import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  /** Of the thread alone, microseconds: what else runs on the machine does not count. */
  tdur?: number;
  pid: number;
  tid: number;
  args: { data?: { url?: string } };
}

/** Watches `page` from now on; the returned function ends that and tells the CPU milliseconds of the longest main-thread task in which a script of ours ran. */
export async function watchOurTasks(page: Page): Promise<() => Promise<number>> {
  await page.tracing.start({ categories: ['-*', 'toplevel', 'devtools.timeline'] });
  return async () => {
    const trace = new TextDecoder().decode(await page.tracing.stop());
    const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
    const runs = traceEvents.filter(({ name, args }) => /^(?:FunctionCall|EvaluateScript)$/.test(name) && args.data?.url?.startsWith('chrome-extension:'));
    if (runs.length === 0) throw new Error('no script of ours ran');
    const holdsOurs = (task: TraceEvent) => runs.some(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts < task.ts + (task.dur ?? 0));
    const tasks = traceEvents.filter((event) => event.name === 'ThreadControllerImpl::RunTask' && (event.tdur ?? 0) > 1_000 && holdsOurs(event));
    return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
  };
}
