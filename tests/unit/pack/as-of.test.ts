import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardAt } from '../../../lib/pack/as-of.ts';
import { addDays, lastDay } from '../../../lib/pack/dates.ts';
import type { Entity } from '../../../lib/pack/schema.ts';
import { makeBook, makeEntity, manifest } from '../../support/pack.ts';

const sources = ['post/a'];
const on = (entity: Entity, day: string | null, others: Entity[] = []) =>
  cardAt(entity, { day, basis: day === null ? 'none' : 'article' }, makeBook([entity, ...others]));
const fact = (date: Partial<Entity['facts'][number]>, text = 'It crossed the river.') => ({ text, sources, ...date });

describe('the seam', () => {
  it.each([
    ['the day itself', { date: '2020-03-01' }, '2020-03-01', 'before'],
    ['the day before', { date: '2020-03-01' }, '2020-02-29', 'since'],
    ['a month, on its last day', { date: '2020-02' }, '2020-02-29', 'before'],
    ['a month, one day short of its end', { date: '2020-02' }, '2020-02-28', 'since'],
    ['a year in its course', { date: '2020' }, '2020-12-30', 'since'],
    ['a stretch that is over', { from: '2019', to: '2020-03' }, '2020-03-31', 'before'],
    ['a stretch that straddles the day', { from: '2019', to: '2020-03' }, '2020-03-30', 'since'],
    ['an open stretch, told as of its beginning', { from: '2020-03' }, '2020-03-31', 'before'],
    ['an open stretch not surely begun', { from: '2020-03' }, '2020-03-30', 'since'],
  ] as const)('puts %s where it belongs', (_, date, day, side) => {
    const card = on(makeEntity({ facts: [fact(date)] }), day);
    expect(card[side]).toHaveLength(1);
    expect(card[side === 'before' ? 'since' : 'before']).toEqual([]);
  });

  it('never puts a date above the seam whose last day is later, whatever the dates', () => {
    const days = fc.integer({ min: 0, max: 5_000 }).map((count) => addDays('2010-01-01', count));
    const dates = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 8 }), days, (all, day) => {
        const card = on(makeEntity({ facts: all.map((date) => fact({ date })) }), day);
        expect(card.before.every(({ date }) => lastDay(date) <= day)).toBe(true);
        expect(card.since.every(({ date }) => lastDay(date) > day)).toBe(true);
        expect([...card.before, ...card.since].map(({ id }) => id).sort()).toEqual(all.map((_, i) => `river-guard#${i}`).sort());
      }),
    );
  });

  it('tells everything above the seam, with the hindsight line, where no date is known', () => {
    const card = on(makeEntity({ facts: [fact({ date: '2023' }), fact({ date: '2020-03-01' })], gloss: 'All of it.' }), null);
    expect(card.summary?.text).toBe('All of it.');
    expect(card.before.map(({ date }) => date)).toEqual(['2020-03-01', '2023']);
    expect(card.since).toEqual([]);
  });
});

describe('the summary', () => {
  const entity = makeEntity({
    exists: { from: '2015-05-01' },
    summaries: [
      { from: '2015-05-01', to: '2019-12-31', text: 'First.', sources },
      { from: '2020-01-01', text: 'Second.', sources },
    ],
  });

  it.each([
    ['2015-05-01', 'First.', 'known'],
    ['2019-12-31', 'First.', 'known'],
    ['2020-01-01', 'Second.', 'known'],
    ['2030-01-01', 'Second.', 'known'],
    ['2015-04-30', undefined, 'before'],
  ])('on %s is %s', (day, text, state) => {
    const card = on(entity, day);
    expect(card.summary?.text).toBe(text);
    expect(card.state).toBe(state);
  });

  it('says that an entity is known from one report only', () => {
    expect(on(makeEntity({ reportOnly: true }), '2020-01-01').state).toBe('report-only');
  });
});

describe('names and existence', () => {
  it('leads with the name of the day, and with the first one before there was any', () => {
    const entity = makeEntity({ names: [{ text: 'Old', from: '2015', to: '2019-12-31' }, { text: 'New', from: '2020-01-01' }] });
    expect(['2014-01-01', '2016-01-01', '2019-12-31', '2020-01-01'].map((day) => on(entity, day).name)).toEqual(['Old', 'Old', 'Old', 'New']);
  });

  it('lists native names before acronyms, one a language, none that came into use later', () => {
    const entity = makeEntity({
      aliases: [
        { text: 'RG', lang: 'en', kind: 'acronym' },
        { text: 'حرس', lang: 'ar', kind: 'native' },
        { text: 'حرس النهر', lang: 'ar', kind: 'native' },
        { text: 'RGX', lang: 'tr', kind: 'acronym', from: '2022' },
      ],
    });
    expect(on(entity, '2021-06-01').otherNames.map(({ text }) => text)).toEqual(['حرس', 'RG']);
    expect(on(entity, '2023-01-01').otherNames.map(({ text }) => text)).toEqual(['حرس', 'RG', 'RGX']);
  });

  it('shows no end that lies ahead', () => {
    const entity = makeEntity({ exists: { from: '2015', to: '2020-06-01' } });
    expect(on(entity, '2020-05-31').exists).toEqual({ from: '2015', to: null });
    expect(on(entity, '2020-06-01').exists).toEqual({ from: '2015', to: '2020-06-01' });
  });

  it('says when the pack has grown old', () => {
    const entity = makeEntity();
    const stale = (today: string) => cardAt(entity, { day: '2020-01-01', basis: 'article' }, makeBook([entity], { today })).asOf.stale;
    expect(stale(addDays(manifest.asOf, 90))).toBe(false);
    expect(stale(addDays(manifest.asOf, 91))).toBe(true);
  });
});

describe('designations', () => {
  const listed = (end?: NonNullable<Entity['designations']>[number]['end']) =>
    makeEntity({ designations: [{ by: 'A state', as: 'listed', from: '2018-05-31', ...(end && { end }), note: 'As begun.', sources }] });
  const standing = (entity: Entity, day: string) => on(entity, day).designations.map((one) => [one.standing, one.endAnnounced, one.note]);

  it('stand from their first day to the one before they end', () => {
    const entity = listed({ date: '2025-07-08' });
    expect(standing(entity, '2018-05-30')).toEqual([]);
    expect(standing(entity, '2018-05-31')).toEqual([['in-force', null, 'As begun.']]);
    expect(standing(entity, '2025-07-07')).toEqual([['in-force', null, 'As begun.']]);
    expect(standing(entity, '2025-07-08')).toEqual([]);
  });

  it('are ending between the announcement and the day of effect', () => {
    const entity = listed({ date: '2025-07-08', announced: '2025-07-01', note: 'To be removed.' });
    expect(standing(entity, '2025-06-30')).toEqual([['in-force', null, 'As begun.']]);
    expect(standing(entity, '2025-07-01')).toEqual([['ending', '2025-07-01', 'To be removed.']]);
  });

  it('stay ending where the day of effect is not known', () => {
    expect(standing(listed({ date: null, announced: '2025-10-21' }), '2026-06-01')).toEqual([['ending', '2025-10-21', 'As begun.']]);
  });

  it('whose beginning is not known stand from the day a source first tells of them', () => {
    const entity = makeEntity({ designations: [{ by: 'A state', as: 'listed', sources }] });
    expect(standing(entity, '2020-01-01')).toEqual([]);
    expect(standing(entity, '2020-01-02')).toHaveLength(1);
  });
});

describe('related entities and disputes', () => {
  const bridge = makeEntity({ id: 'bridge', type: 'place', name: 'The bridge', exists: { from: '2018-01-01' } });

  it('leave out what did not exist yet, what has ended, and the claim that has no source', () => {
    const entity = makeEntity({
      relations: [
        { type: 'based-in', target: 'bridge', from: '2017', to: '2020-06-01', sources },
        { type: 'linked-to', target: 'ferry' },
      ],
    });
    const ferry = makeEntity({ id: 'ferry', name: 'The ferry' });
    const related = (day: string) => on(entity, day, [bridge, ferry]).related.map(({ name, relation }) => [name, relation]);
    expect(related('2017-12-31')).toEqual([['The ferry', null]]);
    expect(related('2019-01-01')).toEqual([['The bridge', 'based-in'], ['The ferry', null]]);
    expect(related('2020-06-02')).toEqual([['The ferry', null]]);
  });

  it('name each related entity once, as it was called on the day', () => {
    const renamed = { ...bridge, names: [{ text: 'Old bridge' }, { text: 'New bridge', from: '2022' }] };
    const entity = makeEntity({ relations: [{ type: 'based-in', target: 'bridge', sources }, { type: 'controls', target: 'bridge', sources }] });
    expect(on(entity, '2021-01-01', [renamed]).related).toEqual([{ entity: 'bridge', kind: 'place', type: 'place', name: 'Old bridge', relation: 'based-in' }]);
  });

  it('become a dispute when there are two positions', () => {
    const position = (holder: string, date: string) => ({ holder, text: `${holder} says so.`, date, sources });
    const entity = makeEntity({ disputes: [{ question: 'Who began?', positions: [position('One', '2020'), position('Other', '2021-05-01')] }] });
    expect(on(entity, '2021-04-30').disputes).toEqual([]);
    expect(on(entity, '2021-05-01').disputes[0]?.positions.map(({ holder }) => holder)).toEqual(['One', 'Other']);
  });
});
