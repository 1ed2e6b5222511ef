import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hover, hoverIdle, type HoverEffect, type HoverEvent, type HoverState } from '../../../lib/page/hover.ts';

const timing = { dwellMs: 500, graceMs: 300 };

function run(...events: HoverEvent[]): { state: HoverState; effects: HoverEffect[]; wakeAt: number | null } {
  let state = hoverIdle;
  let wakeAt: number | null = null;
  const effects: HoverEffect[] = [];
  for (const event of events) {
    const step = hover(state, event, timing);
    state = step.state;
    wakeAt = step.wakeAt;
    if (step.effect) effects.push(step.effect);
  }
  return { state, effects, wakeAt };
}

const rest = (mark: string | null, at: number, x = 0): HoverEvent => ({ type: 'rest', mark, at, x, y: 0 });
const move = (zone: 'mark' | 'card' | 'bridge' | 'away', at: number, x = 0): HoverEvent => ({ type: 'move', zone, at, x, y: 0 });
const time = (at: number): HoverEvent => ({ type: 'time', at });
const opened = [rest('a', 0), time(500)];

describe('opening', () => {
  test('comes when the dwell ends, counted from the pointer’s last move', () => {
    expect(run(rest('a', 1000)).wakeAt).toBe(1500);
    expect(run(rest('a', 1000), time(1499)).effects).toEqual([]);
    expect(run(rest('a', 1000), time(1500)).effects).toEqual([{ type: 'open', mark: 'a', by: 'hover' }]);
  });
  test('bears a trembling hand, not a moving one', () => {
    expect(run(rest('a', 0), move('away', 200, 6), rest('a', 200, 6), time(500)).effects).toHaveLength(1);
    expect(run(rest('a', 0), move('away', 200, 40), time(500)).effects).toEqual([]);
  });
  test('is off when the page scrolls or a button goes down', () => {
    expect(run(rest('a', 0), { type: 'disturbed' }, time(500)).effects).toEqual([]);
  });
  test('is at once on a press or a key', () => {
    expect(run({ type: 'press', mark: 'a' }).effects).toEqual([{ type: 'open', mark: 'a', by: 'press' }]);
    expect(run({ type: 'key-open', mark: 'a' }).effects).toEqual([{ type: 'open', mark: 'a', by: 'keyboard' }]);
  });
  test('replaces the card of another name', () => {
    expect(run(...opened, rest('b', 900), time(1400)).effects.at(-1)).toEqual({ type: 'open', mark: 'b', by: 'hover' });
  });
});

describe('closing', () => {
  test('comes 300 ms after the pointer has left name and card', () => {
    expect(run(...opened, move('away', 700)).wakeAt).toBe(1000);
    expect(run(...opened, move('away', 700), time(1000)).effects.at(-1)).toEqual({ type: 'close', returnFocus: false });
  });
  test('waits for a pointer on its way to the card, until it stays on the way', () => {
    expect(run(...opened, move('bridge', 700), move('bridge', 900)).wakeAt).toBe(1200);
    expect(run(...opened, move('bridge', 700), move('card', 900)).wakeAt).toBeNull();
  });
  test('on Escape gives the focus back and does not open again under the resting pointer', () => {
    expect(run(...opened, { type: 'escape' }).effects.at(-1)).toEqual({ type: 'close', returnFocus: true });
    expect(run(...opened, { type: 'escape' }, rest('a', 800)).wakeAt).toBeNull();
    expect(run(...opened, { type: 'escape' }, rest(null, 800), rest('a', 900)).wakeAt).toBe(1400);
  });
  test('lets the dwell on another name run on', () => {
    const gone = run(...opened, move('away', 700), rest('b', 720), time(1000));
    expect(gone.effects.at(-1)).toEqual({ type: 'close', returnFocus: false });
    expect(gone.wakeAt).toBe(1220);
  });
  test('of a pinned card is for its button and Escape alone', () => {
    const pinned: HoverEvent[] = [...opened, { type: 'pin', on: true }, move('away', 700)];
    expect(run(...pinned).wakeAt).toBeNull();
    expect(run(...pinned, { type: 'press', mark: null }, { type: 'out-of-sight' }, rest('b', 2000)).effects).toHaveLength(1);
    expect(run(...pinned, { type: 'close' }).effects).toHaveLength(2);
  });
  test('does not take the card from a keyboard that is in it', () => {
    expect(run({ type: 'key-open', mark: 'a' }, move('away', 700)).wakeAt).toBeNull();
  });
  test('waits while an undo is on offer', () => {
    expect(run(...opened, { type: 'hold', until: 7000 }, move('away', 1000)).wakeAt).toBe(7000);
  });
});

const anyEvent: fc.Arbitrary<HoverEvent> = fc.oneof(
  fc.record({ type: fc.constant('move' as const), at: fc.nat(9999), x: fc.nat(99), y: fc.nat(99), zone: fc.constantFrom('mark', 'card', 'bridge', 'away') }),
  fc.record({ type: fc.constant('rest' as const), at: fc.nat(9999), x: fc.nat(99), y: fc.nat(99), mark: fc.constantFrom('a', 'b', null) }),
  fc.record({ type: fc.constant('press' as const), mark: fc.constantFrom('a', 'b', null) }),
  fc.record({ type: fc.constant('pin' as const), on: fc.boolean() }),
  fc.record({ type: fc.constant('time' as const), at: fc.nat(9999) }),
  fc.constantFrom<HoverEvent>({ type: 'disturbed' }, { type: 'escape' }, { type: 'close' }, { type: 'out-of-sight' }, { type: 'key-open', mark: 'a' }),
);

test('whatever happens, opens and closings answer the state: never a close without a card, never two cards', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let state = hoverIdle;
      for (const event of events) {
        const before = state;
        const { state: after, effect } = hover(before, event, timing);
        if (effect?.type === 'close') expect([before.open !== null, after.open]).toEqual([true, null]);
        else if (effect) expect(after.open?.mark).toBe(effect.mark);
        else expect(after.open?.mark).toBe(before.open?.mark);
        state = after;
      }
      expect(hover(state, { type: 'escape' }, timing).state.open).toBeNull();
    }),
  );
});
