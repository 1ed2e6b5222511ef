import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBackup } from '../../../lib/clip/backup.ts';
import { readImport } from '../../../lib/clip/import/read-import.ts';
import { anyClipping, anyClippings } from '../../support/any-clipping.ts';
import { aClipping } from '../../support/clipping.ts';
import { clippingShelf } from '../../support/clipping-shelf.ts';

const made = '2026-11-24T12:00:00.000Z';
const making = { newId: () => '3f0c6a52-6d0e-4b7e-9f1e-0d5b8f7a1cff', now: made };
const read = (file: string) => readImport(file, making);

describe('a backup', () => {
  it('holds every field of every clipping', () => {
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        expect(read(toBackup(clippings, made))).toEqual({ ok: true, from: 'backup', clippings, skipped: 0 });
      }),
    );
    expect(read(toBackup(clippingShelf, made))).toMatchObject({ clippings: clippingShelf });
    expect(read(toBackup([], made))).toMatchObject({ ok: true, clippings: [] });
  });

  it('once damaged is taken whole or not at all, with the reason, over 1,000 mutations', () => {
    const whole = toBackup(fc.sample(anyClipping, { numRuns: 20, seed: 7 }).concat(clippingShelf), made);
    const clippings = read(whole);
    const place = fc.nat({ max: whole.length - 1 });
    const mutation = fc.oneof(
      fc.record({ at: place, put: fc.string({ minLength: 1, maxLength: 3 }) }).map(({ at, put }) => whole.slice(0, at) + put + whole.slice(at + put.length)),
      fc.record({ at: place, put: fc.constantFrom('"', '}', ']', ',', '\\', '0', 'a', '\u0000', ' ') }).map(({ at, put }) => whole.slice(0, at) + put + whole.slice(at)),
      fc.record({ at: place, length: fc.integer({ min: 1, max: 2_000 }) }).map(({ at, length }) => whole.slice(0, at) + whole.slice(at + length)),
      place.map((at) => whole.slice(0, at)),
      fc.tuple(fc.nat({ max: 24 }), fc.nat({ max: 24 })).map(([from, to]) => linesSwapped(whole, from, to)),
      fc.nat({ max: 24 }).map((line) => whole.split('\n').toSpliced(1 + line, 1).join('\n')),
    );
    const reasons = new Map<string, number>();
    fc.assert(
      fc.property(mutation, (file) => {
        const outcome = read(file);
        reasons.set(outcome.ok ? 'ok' : outcome.reason, (reasons.get(outcome.ok ? 'ok' : outcome.reason) ?? 0) + 1);
        // Taken: not one letter of a clipping may differ, in whatever order they stand.
        if (outcome.ok) expect(sorted(outcome.clippings)).toEqual(clippings.ok && sorted(clippings.clippings));
        else expect(['not-json', 'not-a-backup', 'newer', 'damaged']).toContain(outcome.reason);
      }),
      { numRuns: 1_000, seed: 20_261_125 },
    );
    expect(reasons.get('damaged')).toBeGreaterThan(50);
    expect(reasons.get('not-json')).toBeGreaterThan(50);
  }, 60_000);

  it('says at which line or clipping it is damaged', () => {
    const whole = toBackup(clippingShelf, made);
    expect(read(whole.replace('seven years after', 'eight years after'))).toEqual({ ok: false, reason: 'damaged', where: { clipping: 1 } });
    expect(read(whole.replace('Convoys in Afrin', 'Convoys in Idlib'))).toEqual({ ok: false, reason: 'damaged', where: { clipping: 4 } });
    expect(read(whole.replace('"dir":"rtl"', '"dir":rtl'))).toEqual({ ok: false, reason: 'not-json', where: { line: 4 } });
    expect(read(whole.slice(0, whole.indexOf('Convoys in Afrin')))).toEqual({ ok: false, reason: 'not-json', where: { line: 5 } });
    expect(read(whole.split('\n').toSpliced(2, 1).join('\n'))).toEqual({ ok: false, reason: 'damaged', where: { clipping: 5 } });
  });

  it.each([
    ['of a later version', (file: string) => file.replace('"version":1', '"version":2'), 'newer'],
    ['that is another program’s', () => '{"bookmarks":[]}', 'not-a-backup'],
    ['that is a picture', () => '\u0089PNG\r\n', 'not-json'],
    ['that is empty', () => '', 'not-json'],
    ['with one id twice', () => toBackup([aClipping(), aClipping({ note: 'other' })], made), 'damaged'],
  ])('%s is refused', (_, damage, reason) => {
    expect(read(damage(toBackup(clippingShelf, made)))).toMatchObject({ ok: false, reason });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with a key called %s anywhere is refused, even with the right sum', (key) => {
    for (const path of [[], ['page'], ['selector'], ['selector', 'position']]) {
      const row = structuredClone(aClipping()) as unknown as Record<string, unknown>;
      const at = path.reduce((node, step) => node[step] as Record<string, unknown>, row);
      Object.defineProperty(at, key, { value: { polluted: true }, enumerable: true });
      expect(read(toBackup([row as never], made))).toEqual({ ok: false, reason: 'damaged', where: { clipping: 1 } });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with an address that is no web page, or a date that is none, is refused', () => {
    for (const page of [{ url: 'javascript:alert(1)' }, { published: '9999-99-99x' }, { byline: Array<string>(21).fill('x') }]) {
      expect(read(toBackup([aClipping({ page })], made))).toEqual({ ok: false, reason: 'damaged', where: { clipping: 1 } });
    }
  });
});

function linesSwapped(file: string, from: number, to: number): string {
  const lines = file.split('\n');
  const rows = lines.slice(1, 26).map((line) => line.replace(/,$/, ''));
  [rows[from], rows[to]] = [rows[to]!, rows[from]!];
  return [lines[0], rows.join(',\n'), ...lines.slice(26)].join('\n');
}

function sorted<T extends { id: string }>(rows: T[]): T[] {
  return rows.toSorted((a, b) => a.id.localeCompare(b.id));
}
