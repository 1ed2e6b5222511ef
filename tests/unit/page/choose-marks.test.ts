import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../lib/match/types.ts';
import { entityKey } from '../../../lib/pack/entity-key.ts';
import { chooseMarks, type Density } from '../../../lib/page/choose-marks.ts';
import type { Block } from '../../../lib/page/types.ts';
import { kinds, type Kind } from '../../../lib/pack/schema.ts';

const all = Object.fromEntries(kinds.map((kind) => [kind, true])) as Record<Kind, boolean>;
const reader: Density = { density: 'block', kinds: all, common: false, muted: [] };

function mention(entity: string, start: number, change: Partial<Mention> = {}): Mention {
  return { pack: 'p', entity, start, end: start + 2, sure: 'one', why: { code: 'name', detail: null }, salience: 'specific', kind: 'group', ...change };
}

function blocks(...ends: number[]): Block[] {
  return ends.map((endUtf16, index) => ({ element: null as unknown as Element, startUtf16: index === 0 ? 0 : ends[index - 1]! + 1, endUtf16, role: 'prose' }));
}

function chosen(mentions: Mention[], change: Partial<Density>, isShown: (mention: Mention) => boolean = () => true): string[] {
  return [...chooseMarks(mentions, blocks(10, 20, 30), { ...reader, ...change }, isShown)].filter((one) => one !== null).map(({ entity, start }) => `${entity}${start}`);
}

describe('chooseMarks', () => {
  const some = [mention('a', 0), mention('a', 3), mention('b', 5), mention('a', 12), mention('b', 25)];

  it.each([
    ['block', ['a0', 'b5', 'a12', 'b25']],
    ['page', ['a0', 'b5']],
    ['all', ['a0', 'a3', 'b5', 'a12', 'b25']],
  ] as const)('takes the first of each entity in each %s', (density, expected) => {
    expect(chosen(some, { density })).toEqual(expected);
  });

  it('leaves out kinds turned off, muted entities, and common ones unless asked for', () => {
    const mixed = [mention('a', 0, { kind: 'person' }), mention('b', 3, { salience: 'common' }), mention('c', 6)];
    expect(chosen(mixed, {})).toEqual(['a0', 'c6']);
    expect(chosen(mixed, { common: true, kinds: { ...all, person: false } })).toEqual(['b3', 'c6']);
    expect(chosen(mixed, { muted: [{ pack: 'p', entity: 'c' }] })).toEqual(['a0']);
  });

  it('takes persons and notions of common salience: only states, capitals and world bodies go without saying', () => {
    const common = (['person', 'concept', 'state', 'place', 'group'] as const).map((kind, at) => mention('a'.repeat(at + 1), at, { salience: 'common', kind }));
    expect(chosen(common, {})).toEqual(['a0', 'aa1']);
  });

  it('takes the next mention where the first is not shown', () => {
    expect(chosen(some, { density: 'page' }, ({ start }) => start > 0)).toEqual(['a3', 'b5']);
  });

  it('asks whether a mention is shown only where the answer counts', () => {
    const asked: number[] = [];
    chosen(some, { density: 'page' }, ({ start }) => asked.push(start) > 0);
    expect(asked).toEqual([0, 5]);
  });

  it('never marks an entity twice in one block, nor leaves out one that is shown', () => {
    const mentions = fc.uniqueArray(fc.record({ entity: fc.constantFrom('a', 'b', 'c'), start: fc.integer({ min: 0, max: 28 }) }), { selector: ({ start }) => start });
    fc.assert(
      fc.property(mentions, (drawn) => {
        const sorted = drawn.map(({ entity, start }) => mention(entity, start)).sort((a, b) => a.start - b.start);
        const three = blocks(10, 20, 30);
        const blockOf = ({ start }: Mention): number => three.findIndex(({ endUtf16 }) => start < endUtf16);
        const pairs = [...chooseMarks(sorted, three, reader, () => true)].filter((one) => one !== null).map((one) => `${blockOf(one)} ${entityKey(one)}`);
        expect(pairs).toEqual([...new Set(sorted.map((one) => `${blockOf(one)} ${entityKey(one)}`))]);
      }),
    );
  });
});
