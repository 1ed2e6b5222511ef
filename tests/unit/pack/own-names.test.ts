import { describe, expect, it } from 'vitest';
import { cardAt } from '../../../lib/pack/as-of.ts';
import { readPackFile } from '../../../lib/pack/import.ts';
import { ownNameDraftSchema, ownPack, ownPackId } from '../../../lib/pack/own-names.ts';
import { anOwnName } from '../../support/own-name.ts';
import { bookOf } from '../../support/pack.ts';

const words = { title: 'My names', description: 'Names you added.', licence: 'yours' };
const { id: _, addedAt: __, editedAt: ___, ...draft } = anOwnName();

describe('a draft', () => {
  const faultsOf = (change: object, source: object = {}) => {
    const parsed = ownNameDraftSchema.safeParse({ ...draft, ...change, source: { ...draft.source, ...source } });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };

  it.each([
    ['nothing', {}, {}, []],
    ['one letter', { name: 'Q' }, {}, ['name']],
    ['letters of two alphabets', { name: 'Аfrin' }, {}, ['name']],
    ['no line', { line: '  ' }, {}, ['line']],
    ['a javascript: address', {}, { url: 'javascript:alert(1)' }, ['source.url']],
    ['a day that is none', {}, { date: '2022-02-30' }, ['source.date']],
    ['twenty-one other names', { otherNames: Array.from({ length: 21 }, (_, at) => `Name ${at}`) }, {}, ['otherNames']],
  ])('is at fault in its field for %s', (_, change, source, expected) => {
    expect(faultsOf(change, source)).toEqual(expected);
  });
});

describe('the pack of the reader’s own names', () => {
  const cardOn = (day: string | null, change = {}) => {
    const pack = ownPack([anOwnName(change)], words)!;
    return cardAt(pack.entities[0]!, { day, basis: day ? 'article' : 'none' }, { ...bookOf(pack, '2030-01-01'), origin: 'own' });
  };

  it('is a pack like any other', () => {
    const pack = ownPack([anOwnName(), anOwnName({ id: '1f3e0c1e-6d0f-4c0e-9a54-4b8f3b8f0d12', name: 'قلعة', otherNames: [] })], words)!;
    expect(readPackFile(new TextEncoder().encode(JSON.stringify(pack)))).toEqual({ ok: true, pack });
    expect(pack.manifest).toMatchObject({ id: ownPackId, asOf: '2024-06-01' });
    expect(pack.entities.map(({ aliases }) => aliases.map(({ lang }) => lang))).toEqual([['en', 'en'], ['ar']]);
  });

  it('is none where there are no names', () => {
    expect(ownPack([], words)).toBeNull();
  });

  it('tells its line on articles from the day of its source on, and below the seam on earlier ones', () => {
    const line = anOwnName().line;
    expect(cardOn('2022-05-06')).toMatchObject({ state: 'known', summary: { text: line }, since: [] });
    expect(cardOn('2022-05-05')).toMatchObject({ state: 'before', summary: null, before: [], since: [{ text: line, date: '2022-05-06' }] });
    expect(cardOn(null).summary?.text).toBe(line);
  });

  it('tells its line at any date where the source has none', () => {
    expect(cardOn('1999-01-01', { source: { ...anOwnName().source, date: null } }).summary?.text).toBe(anOwnName().line);
  });

  it('never counts as old: it is as new as the reader’s own words', () => {
    expect(cardOn('2022-05-06').asOf.stale).toBe(false);
  });
});
