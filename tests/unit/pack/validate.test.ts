import { describe, expect, it } from 'vitest';
import { validatePack, type PackText } from '../../../lib/pack/validate.ts';
import { makeEntity, manifest } from '../../support/pack.ts';

const pretty = (value: unknown) => JSON.stringify(value, null, 2);
const sources = { publisher: 'The Valley Post', nature: 'media', items: { a: { title: 'A report', url: 'https://post.example/1', date: '2020-01-02' } } };

function files(entity: unknown = makeEntity(), more: PackText[] = []): PackText[] {
  return [
    { path: 'pack.json', text: pretty(manifest) },
    { path: 'sources/post.json', text: pretty(sources) },
    { path: 'entities/river-guard.json', text: typeof entity === 'string' ? entity : pretty(entity) },
    ...more,
  ];
}

/** Problems as `file:line: message`. */
function problemsOf(all: PackText[]): string[] {
  const result = validatePack(all);
  return result.ok ? [] : result.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

/** 1-based line of the first line that holds `text` in the entity's file. */
function lineWith(all: PackText[], text: string, path = 'entities/river-guard.json'): number {
  return (all.find((file) => file.path === path)?.text.split('\n').findIndex((line) => line.includes(text)) ?? -1) + 1;
}

it('joins valid files into one pack', () => {
  const result = validatePack(files());
  expect(result).toMatchObject({ ok: true, pack: { format: 1, manifest, sources: { 'post/a': { publisher: 'The Valley Post', title: 'A report' } } } });
});

describe('a faulty entity is refused with file, line and reason', () => {
  const ref = ['post/a'];
  const summary = (from: string | undefined, to: string | undefined, text = 'Armed group.') => ({ ...(from && { from }), ...(to && { to }), text, sources: ref });
  const cases: [what: string, entity: object, at: string, reason: string][] = [
    ['an unknown relation target', makeEntity({ relations: [{ type: 'part-of', target: 'nowhere' }] }), '"type": "part-of"', 'relation to "nowhere", which is not in the pack'],
    ['an unknown relation', makeEntity({ relations: [{ type: 'uncle-of', target: 'river-guard' }] }), '"type": "uncle-of"', 'unknown relation "uncle-of"'],
    ['a relation to itself', makeEntity({ relations: [{ type: 'part-of', target: 'river-guard' }] }), '"type": "part-of"', 'relation to itself'],
    ['a bad date', makeEntity({ facts: [{ text: 'It rained.', date: '2020-02-30', sources: ref }] }), '"date"', 'facts.0.date: a date as YYYY, YYYY-MM or YYYY-MM-DD'],
    ['the year 9999', makeEntity({ facts: [{ text: 'It rained.', date: '9999', sources: ref }] }), '"date"', 'facts.0.date: a date as'],
    ['a fact without a source', makeEntity({ facts: [{ text: 'It rained.', date: '2020', sources: [] }] }), '"sources": []', 'facts.0.sources: a statement needs at least one source'],
    ['a fact with two dates', makeEntity({ facts: [{ text: 'It rained.', date: '2020', from: '2020', sources: ref }] }), '"text": "It rained."', 'facts.0: a fact has either date or from'],
    ['an unknown source', makeEntity({ facts: [{ text: 'It rained.', date: '2020', sources: ['post/b'] }] }), '"post/b"', 'unknown source "post/b"'],
    ['an end before the beginning', makeEntity({ exists: { from: '2020', to: '2019-05' } }), '"exists"', 'ends (2019-05) before it begins (2020)'],
    ['a date after the pack\'s end', makeEntity({ facts: [{ text: 'It rained.', date: '2025', sources: ref }] }), '"text": "It rained."', '2025 lies after the pack\'s end, 2024-06-30'],
    ['an id that is not the file\'s name', makeEntity({ id: 'lake-guard' }), '"id"', 'the id "lake-guard" differs from the file\'s name'],
    ['no summary', makeEntity({ summaries: [] }), '"summaries"', 'no summary'],
    ['a gap between summaries', makeEntity({ summaries: [summary(undefined, '2019-12-31', 'One.'), summary('2020-01-02', undefined, 'Two.')] }), '"from": "2020-01-02"', 'gap: the summary before it ends on 2019-12-31'],
    ['overlapping summaries', makeEntity({ summaries: [summary(undefined, '2019-12-31', 'One.'), summary('2019-12-31', undefined, 'Two.')] }), '"from": "2019-12-31"', 'overlaps the summary before it, which ends on 2019-12-31'],
    ['a last summary with an end', makeEntity({ summaries: [summary(undefined, '2019-12-31')] }), '"to": "2019-12-31"', 'the last summary has no end'],
    ['a first summary later than the entity', makeEntity({ exists: { from: '2018-01-01' }, summaries: [summary('2019-01-01', undefined)] }), '"from": "2019-01-01"', 'begins on 2019-01-01, later than the entity (2018-01-01)'],
    ['a summary that names a later year', makeEntity({ summaries: [summary(undefined, '2018-12-31', 'A group dissolved in 2021.'), summary('2019-01-01', undefined)] }), 'A group dissolved in 2021', 'names 2021, later than 2018-12-31'],
    ['a summary that names a later day', makeEntity({ summaries: [summary(undefined, '2018-12-31'), summary('2019-01-01', undefined, 'A group that split on 2 January 2019.')] }), 'A group that split', 'names 2 January 2019, later than 2019-01-01'],
    ['a loaded word', makeEntity({ gloss: 'Its militants hold the bridge.' }), '"gloss"', '"militants" outside a quotation or attribution'],
    ['a loaded word in a caveat', makeEntity({ facts: [{ text: 'It rained.', date: '2020', sources: ref, contested: { text: 'The regime fell.' } }] }), 'The regime fell', '"regime" outside a quotation or attribution'],
    ['a loaded word in the note of a listing', makeEntity({ designations: [{ by: 'A', as: 'b', from: '2020', note: 'It stood with rebels.', sources: ref }] }), '"by": "A"', '"rebels" outside a quotation or attribution'],
    ['a loaded question', makeEntity({ disputes: [{ question: 'Who began the massacre?', positions: [{ holder: 'A', text: 'B.', sources: ref }, { holder: 'B', text: 'A.', sources: ref }] }] }), 'Who began', '"massacre" outside a quotation or attribution'],
    ['a position later than the pack', makeEntity({ disputes: [{ question: 'Who began?', positions: [{ holder: 'A', text: 'B.', date: '2025', sources: ref }, { holder: 'B', text: 'A.', sources: ref }] }] }), '"holder": "A"', '2025 lies after the pack\'s end'],
    ['a position that names a later day', makeEntity({ disputes: [{ question: 'Who began?', positions: [{ holder: 'A', text: 'B, said on 3 May 2020.', date: '2020-05-02', sources: ref }, { holder: 'B', text: 'A.', sources: ref }] }] }), 'B, said on', 'names 3 May 2020, later than 2020-05-02'],
    ['an end of a listing with no day at all', makeEntity({ designations: [{ by: 'A', as: 'b', end: { date: null }, sources: ref }] }), '"end"', 'an end needs a day, or the day it was announced'],
    ['a key nobody reads', { ...makeEntity(), colour: 'red' }, '"colour"', 'Unrecognized key'],
    ['a name given twice', makeEntity({ aliases: [{ text: 'RG', lang: 'en', kind: 'acronym' }, { kind: 'name', text: 'RG', lang: 'en' }] }), '"kind": "name"', 'the name "RG" (en) stands twice'],
    ['a one-letter name', makeEntity({ aliases: [{ text: 'R', lang: 'en', kind: 'acronym' }] }), '"text": "R"', 'aliases.0.text: Too small'],
  ];

  it.each(cases)('%s', (_, entity, at, reason) => {
    const all = files(entity);
    const problems = problemsOf(all);
    const line = lineWith(all, at);
    expect(problems.join('\n')).toContain(reason);
    const found = problems.find((problem) => problem.includes(reason));
    expect(Math.abs(Number(found?.split(':')[1]) - line), `${found} near line ${line}`).toBeLessThanOrEqual(1);
    expect(found).toMatch(/^entities\/river-guard\.json:\d+: /);
  });

  it('a summary that uses the name of something begun later', () => {
    const later = makeEntity({ id: 'lake-guard', name: 'Lake Guard', aliases: [], exists: { from: '2021-05-01' }, summaries: [summary('2021-05-01', undefined)], facts: [] });
    const early = makeEntity({ summaries: [summary(undefined, '2019-12-31', 'Forerunner of Lake Guard.'), summary('2020-01-01', undefined)] });
    const problems = problemsOf(files(early, [{ path: 'entities/lake-guard.json', text: pretty(later) }]));
    expect(problems).toEqual([expect.stringContaining('names "Lake Guard" (lake-guard, from 2021-05-01), later than 2019-12-31')]);
  });

  it('relations that lead in a circle', () => {
    const lake = makeEntity({ id: 'lake', aliases: [], relations: [{ type: 'part-of', target: 'river-guard' }] });
    const all = files(makeEntity({ relations: [{ type: 'part-of', target: 'lake' }] }), [{ path: 'entities/lake.json', text: pretty(lake) }]);
    expect(problemsOf(all)).toContainEqual(expect.stringContaining('"part-of" leads in a circle: river-guard, lake, river-guard'));
  });

  it('a relation that both sides declare', () => {
    const lake = makeEntity({ id: 'lake', aliases: [], relations: [{ type: 'rival-of', target: 'river-guard' }] });
    const all = files(makeEntity({ relations: [{ type: 'rival-of', target: 'lake' }] }), [{ path: 'entities/lake.json', text: pretty(lake) }]);
    expect(problemsOf(all)).toEqual([expect.stringContaining('"lake" declares this relation already')]);
  });

  it('a duplicate id, naming the file that has it', () => {
    const problems = problemsOf(files(makeEntity(), [{ path: 'entities/zz.json', text: pretty(makeEntity()) }]));
    expect(problems).toContain('entities/zz.json:2: the id "river-guard" is taken by entities/river-guard.json');
  });

  it('a name that two entities share with nothing to tell them apart', () => {
    const twin = makeEntity({ id: 'twin' });
    const all = files(makeEntity(), [{ path: 'entities/twin.json', text: pretty(twin) }]);
    const line = lineWith(all, '"text": "River Guard"', 'entities/twin.json');
    expect(problemsOf(all).some((one) => [line - 1, line].some((at) => one === `entities/twin.json:${at}: the name "River Guard" is also one of river-guard, with nothing to tell them apart`))).toBe(true);
    const told = makeEntity({ id: 'twin', aliases: [{ text: 'River Guard', lang: 'en', kind: 'name', requires: ['lake'] }] });
    expect(problemsOf(files(makeEntity(), [{ path: 'entities/twin.json', text: pretty(told) }]))).toEqual([]);
  });

  it('a source no statement uses', () => {
    const all = files();
    const spare = { ...sources, items: { ...sources.items, spare: { title: 'Spare', url: 'https://post.example/2' } } };
    const changed = all.map((file) => (file.path === 'sources/post.json' ? { ...file, text: pretty(spare) } : file));
    expect(problemsOf(changed)).toEqual([`sources/post.json:${lineWith(changed, '"spare"', 'sources/post.json')}: no statement uses the source "post/spare"`]);
  });
});

describe('a hostile or broken file is refused', () => {
  it.each([
    ['broken JSON', '{\n  "id": "river-guard",\n  "name": \n}', 'entities/river-guard.json:4: not JSON'],
    ['a trailing comma', '{\n  "id": "a",\n}', 'not JSON'],
    ['a comment', '{\n  // hello\n  "id": "a"\n}', 'entities/river-guard.json:2: not JSON'],
    ['nothing', '', 'entities/river-guard.json:1: not JSON'],
    ['a repeated key', '{\n  "id": "a",\n  "id": "b"\n}', 'entities/river-guard.json:3: the key "id" stands twice'],
    ['a prototype key', '{\n  "id": "a",\n  "x": { "__proto__": 1 }\n}', 'entities/river-guard.json:3: the key "__proto__" is not allowed'],
    ['a constructor key', '{\n  "constructor": {}\n}', 'entities/river-guard.json:2: the key "constructor" is not allowed'],
    ['ten thousand levels', '['.repeat(10_000) + ']'.repeat(10_000), 'nested deeper than 32 levels'],
    ['a list', '[]', 'expected object'],
  ])('%s', (_, text, reason) => {
    expect(problemsOf(files(text)).join('\n')).toContain(reason);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://post.example/1', '//post.example', 'ftp://post.example'])('a source at %s', (url) => {
    const bad = { ...sources, items: { a: { title: 'A report', url } } };
    const all = files().map((file) => (file.path === 'sources/post.json' ? { ...file, text: pretty(bad) } : file));
    expect(problemsOf(all)).toEqual([`sources/post.json:${lineWith(all, '"url"', 'sources/post.json')}: items.a.url: an http(s) address`]);
  });

  it('a missing manifest', () => {
    expect(problemsOf(files().slice(1))).toEqual(['pack.json:1: missing']);
  });
});

describe('the log of corrections', () => {
  const entry = { date: '2024-05-02', version: '1.0.0', entity: 'river-guard', was: 'It crossed the lake.', is: 'It crossed the river.', sources: ['post/a'] };
  const log = (...corrections: object[]): PackText => ({ path: 'corrections.json', text: pretty({ corrections }) });
  const cases: [what: string, corrections: object[], at: string, reason: string][] = [
    ['an entity the pack lacks', [{ ...entry, entity: 'lake-guard' }], '"lake-guard"', '"lake-guard" is not in the pack'],
    ['an unknown source', [{ ...entry, sources: ['post/b'] }], '"sources"', 'unknown source "post/b"'],
    ['no source', [{ ...entry, sources: [] }], '"sources"', 'a statement needs at least one source'],
    ['an older one above a younger one', [{ ...entry, date: '2024-05-01' }, entry], '"date": "2024-05-02"', 'younger than the one above it (2024-05-01)'],
    ['a version that is still to come', [{ ...entry, version: '1.10.0' }], '"version"', 'version 1.10.0 is later than the pack\'s, 1.0.0'],
  ];

  it('is taken when it is in order', () => {
    expect(problemsOf(files(makeEntity(), [log(entry, { ...entry, date: '2024-05-01' })]))).toEqual([]);
  });

  it.each(cases)('%s is refused', (_, corrections, at, reason) => {
    const all = files(makeEntity(), [log(...corrections)]);
    expect(problemsOf(all)).toEqual([expect.stringContaining(`corrections.json:${lineWith(all, at, 'corrections.json')}: `)]);
    expect(problemsOf(all)[0]).toContain(reason);
  });
});
