import { describe, expect, it } from 'vitest';
import { longestOfOurs } from '../../support/our-tasks.ts';
import type { TraceEvent } from '../../support/trace.ts';

const overlay = 'chrome-extension://abc/overlay.js';

function event(name: string, fromMs: number, ms: number, args: TraceEvent['args'] = {}): TraceEvent {
  return { name, ts: fromMs * 1_000, dur: ms * 1_000, tdur: ms * 1_000, pid: 1, tid: 1, args };
}

const task = (fromMs: number, ms: number): TraceEvent => event('ThreadControllerImpl::RunTask', fromMs, ms);
const microtasks = (fromMs: number, ms: number): TraceEvent => event('BlinkScheduler_PerformMicrotaskCheckpoint', fromMs, ms);
const call = (fromMs: number, url: string): TraceEvent => event('FunctionCall', fromMs, 1, { data: { url } });

/** A profile that begins at 0 with one sample, in a function that ours called. */
function sampled(atMs: number): TraceEvent[] {
  const nodes = [
    { id: 1, callFrame: { url: overlay } },
    { id: 2, parent: 1, callFrame: {} },
  ];
  return [
    { ...event('Profile', 0, 0, { data: { startTime: 0 } }), id: 'p' },
    { ...event('ProfileChunk', 0, 0, { data: { timeDeltas: [atMs * 1_000], cpuProfile: { nodes, samples: [2] } } }), id: 'p', tid: 9 },
  ];
}

describe('the longest task of ours', () => {
  it('is one in which a function of ours was called, and not a longer one of the page', () => {
    expect(longestOfOurs([task(0, 90), call(1, 'https://news.test/page.js'), task(100, 40), call(101, overlay)])).toBe(40);
  });

  it('ends with the microtasks after it', () => {
    expect(longestOfOurs([task(0, 10), call(1, overlay), microtasks(10, 100)])).toBe(110);
  });

  it('may be what goes on after an await, of which the trace holds no call', () => {
    expect(longestOfOurs([task(0, 5), call(1, overlay), task(10, 1), microtasks(11, 100), ...sampled(50)])).toBe(101);
  });

  it('is asked in vain where no script of ours ran', () => {
    expect(() => longestOfOurs([task(0, 10), call(1, 'https://news.test/page.js')])).toThrow('no script of ours ran');
  });
});
