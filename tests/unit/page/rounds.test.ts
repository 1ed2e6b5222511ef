import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../../lib/limits.ts';
import { newRounds, type Due } from '../../../lib/page/rounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(fails: (count: number) => boolean) {
  const begun: Due[] = [];
  const told: unknown[] = [];
  const round = (due: Due) => (fails(begun.push(due)) ? Promise.reject(new Error('hostile')) : Promise.resolve());
  const rounds = newRounds({ hidden: false } as Document, new AbortController().signal, round, (error) => told.push(error));
  return { rounds, begun, told };
}

test('tells of a round that threw, and does not try it again by itself', async () => {
  const { rounds, begun, told } = start(() => true);
  rounds.want('text');
  await vi.advanceTimersByTimeAsync(limits.rereadGapMs * 20);
  expect(begun).toEqual(['text']);
  expect(told).toEqual([new Error('hostile')]);
});

test.each([
  ['the reader comes back', 'wake'],
  ['it is to be looked at again', 'want'],
] as const)('reads again what a round failed to read when %s', async (_, how) => {
  const { rounds, begun } = start((count) => count === 1);
  rounds.want('text');
  await vi.advanceTimersByTimeAsync(limits.rereadGapMs * 20);
  if (how === 'wake') rounds.wake();
  else rounds.want('look');
  await vi.advanceTimersByTimeAsync(limits.rereadGapMs * 20);
  expect(begun).toEqual(['text', 'text']);
});

test('does nothing when woken with nothing due', async () => {
  const { rounds, begun } = start(() => false);
  rounds.wake();
  await vi.advanceTimersByTimeAsync(limits.rereadGapMs * 20);
  expect(begun).toEqual([]);
});
