import { describe, expect, it } from 'vitest';
import { cardAt, existsOn } from '../../../lib/pack/as-of.ts';
import type { Card } from '../../../lib/pack/card.ts';
import { lastDay } from '../../../lib/pack/dates.ts';
import { readPackFile } from '../../../lib/pack/import.ts';
import { relationTypes, withInverses } from '../../../lib/pack/relations.ts';
import { validatePack } from '../../../lib/pack/validate.ts';
import { readSource } from '../../../packs/read-source.ts';
import { bookOf } from '../../support/pack.ts';

const result = validatePack(readSource('syria'));
if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
const pack = { ...result.pack, entities: withInverses(result.pack.entities) };
const book = bookOf(pack, '2026-03-20');
const card = (id: string, day: string): Card => {
  const entity = book.entity(id);
  if (!entity) throw new Error(`no ${id}`);
  return cardAt(entity, { day, basis: 'article' }, book);
};
const months = Array.from({ length: 16 * 12 }, (_, i) => `${2011 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

/** Every date that the part of the card above the seam tells; sources keep the dates they were published on. */
function datesAbove({ exists, designations, before }: Card): string[] {
  return [
    ...[exists.from, exists.to].flatMap((date) => date ?? []),
    ...designations.flatMap(({ from, endAnnounced }) => [from, endAnnounced].flatMap((date) => date ?? [])),
    ...before.map(({ date, to }) => to ?? date),
  ];
}

describe('every entity in every month from 2011 to 2026', () => {
  it.each(pack.entities.map(({ id }) => id))('%s tells nothing later than the month, and is never without a summary while it exists', (id) => {
    const entity = book.entity(id);
    for (const month of months) {
      const day = lastDay(month);
      const seen = card(id, day);
      const written = [seen.summary?.text ?? '', ...seen.before.map(({ text }) => text)].flatMap((text) => text.match(/\b(19|20)\d{2}\b/g) ?? []);
      expect(datesAbove(seen).filter((date) => lastDay(date) > day), day).toEqual([]);
      expect(written.filter((year) => year > day.slice(0, 4)), day).toEqual([]);
      expect(seen.related.filter(({ entity: other }) => (book.entity(other)?.exists?.from ?? '') > day), day).toEqual([]);
      if (entity && entity.exists?.from !== undefined && existsOn(entity, day)) expect(seen.summary?.text, day).toBeTruthy();
    }
  });
});

describe('Hayat Tahrir al-Sham', () => {
  const listings = (day: string) => card('hayat-tahrir-al-sham', day).designations.map(({ by, standing }) => `${by.replace(/ \(.*/, '')} ${standing}`);

  it('has four sets of designations on four days', () => {
    expect(listings('2025-06-01')).toEqual(['United States in-force', 'United States in-force', 'United Nations in-force', 'Turkey in-force', 'United Kingdom in-force', 'Russia in-force']);
    expect(listings('2025-08-01')).toEqual(['United States in-force', 'United Nations in-force', 'Turkey in-force', 'United Kingdom in-force', 'Russia in-force']);
    expect(listings('2025-12-01')).toEqual(['United States in-force', 'United Nations in-force', 'Turkey in-force', 'United Kingdom ending', 'Russia in-force']);
    expect(listings('2026-03-15')).toEqual(['United States in-force', 'United Kingdom ending', 'Russia in-force']);
  });

  it('speaks of Idlib on 23 September 2022, and of December 2024 only below the seam', () => {
    const seen = card('hayat-tahrir-al-sham', '2022-09-23');
    expect(seen.summary?.text).toContain('Idlib');
    expect(JSON.stringify([seen.summary?.text, seen.before])).not.toContain('Assad');
    expect(seen.since.some(({ date }) => date === '2024-12-08')).toBe(true);
  });
});

it('names the leader of the day as he was then known', () => {
  expect(card('abu-mohammad-al-julani', '2022-09-23').name).toBe('Abu Mohammad al-Julani');
  expect(card('abu-mohammad-al-julani', '2025-02-01').name).toBe('Ahmed al-Sharaa');
});

it('uses only relations of the vocabulary, derived ones included', () => {
  const used = new Set(pack.entities.flatMap(({ relations = [] }) => relations.map(({ type }) => type)));
  expect([...used].filter((type) => !relationTypes.includes(type))).toEqual([]);
});

it('would be taken as a pack from a file', () => {
  const read = readPackFile(new TextEncoder().encode(JSON.stringify(pack)));
  expect(read.ok ? read.pack.entities.length : read).toBe(pack.entities.length);
});
