import type { Page } from 'puppeteer-core';
import { readEvents, turnCategories, turnsOf, type TraceEvent } from './trace.ts';

/** What of ours runs in pages; the worker and the extension's own pages run elsewhere. */
const ours = /^chrome-extension:\/\/[^/]+\/(?:gate|overlay|surfaces)\.js$/;

/** Categories that `longestOfOurs` needs. */
export const ourCategories = [...turnCategories, 'devtools.timeline', 'disabled-by-default-v8.cpu_profiler'];

/** A moment at which a script of ours ran on a thread; microseconds. */
type Moment = Pick<TraceEvent, 'pid' | 'tid' | 'ts'>;

/**
 * Watches `page` from now on; the returned function ends that and tells the CPU milliseconds of the longest task, its
 * microtasks included, in which a script of ours ran.
 */
export async function watchOurTasks(page: Page): Promise<() => Promise<number>> {
  await page.tracing.start({ categories: ourCategories });
  return async () => longestOfOurs(readEvents(await page.tracing.stop()));
}

/** The same of a recorded trace. Throws where no script of ours ran. */
export function longestOfOurs(events: readonly TraceEvent[]): number {
  const threads = Map.groupBy([...calls(events), ...samples(events)], ({ pid, tid }) => `${pid} ${tid}`);
  if (threads.size === 0) throw new Error('no script of ours ran');
  const longestUs = [...threads.values()].map((moments) => {
    const at = moments.map(({ ts }) => ts).sort((a, b) => a - b);
    let next = 0;
    let longest = 0;
    for (const { ts, endTs, cpuUs } of turnsOf(events, moments[0]!)) {
      while (next < at.length && at[next]! < ts) next += 1;
      if (next < at.length && at[next]! < endTs) longest = Math.max(longest, cpuUs);
    }
    return longest;
  });
  return Math.max(...longestUs) / 1_000;
}

function calls(events: readonly TraceEvent[]): Moment[] {
  return events.filter(({ name, args }) => /^(?:FunctionCall|EvaluateScript)$/.test(name) && ours.test(args.data?.url ?? ''));
}

/** What goes on after an `await` leaves no call in the trace; the profiler, which looks five times a millisecond, sees whose it is. */
function* samples(events: readonly TraceEvent[]): Generator<Moment> {
  const profiles = events.filter(({ name }) => name === 'Profile');
  for (const { pid, tid, id, args } of profiles) {
    let ts = args.data?.startTime ?? 0;
    const nodes = new Set<number>();
    for (const chunk of events) {
      if (chunk.name !== 'ProfileChunk' || chunk.pid !== pid || chunk.id !== id) continue;
      const { timeDeltas = [], cpuProfile } = chunk.args.data ?? {};
      // A node comes after its parent: called by us is ours, too.
      for (const node of cpuProfile?.nodes ?? []) if (ours.test(node.callFrame.url ?? '') || nodes.has(node.parent ?? -1)) nodes.add(node.id);
      for (const [index, sample] of (cpuProfile?.samples ?? []).entries()) {
        ts += timeDeltas[index] ?? 0;
        if (nodes.has(sample)) yield { pid, tid, ts };
      }
    }
  }
}
