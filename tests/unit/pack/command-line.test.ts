import { describe, expect, it } from 'vitest';
import { validatePack } from '../../../lib/pack/validate.ts';
import { coverageOf } from '../../../packs/coverage.ts';
import { outlinesOf } from '../../../packs/outlines.ts';
import { readSource } from '../../../packs/read-source.ts';
import { statsOf } from '../../../packs/stats.ts';
import { landmarksOf, placeMapOf } from '../../../lib/pack/place-map.ts';
import type { PackFile } from '../../../lib/pack/schema.ts';
import { makeEntity, manifest, source } from '../../support/pack.ts';

const pack: PackFile = {
  format: 1,
  manifest,
  sources: { 'post/a': source, 'wiki/b': { ...source, publisher: 'A wiki', nature: 'encyclopaedia' } },
  entities: [
    makeEntity({
      aliases: [{ text: 'River Guard', lang: 'en', kind: 'name' }, { text: 'حرس', lang: 'ar', kind: 'native' }],
      facts: [
        { text: 'One.', date: '2020', sources: ['post/a', 'wiki/b'] },
        { text: 'Two.', date: '2021', sources: ['wiki/b'], contested: { text: 'Disputed.' } },
      ],
    }),
  ],
};

it('stats tells how much there is and how it is sourced', () => {
  const lines = statsOf(pack);
  expect(lines).toContain('aliases: 2 (en 1, ar 1)');
  expect(lines).toContain('entities without summaries: 0');
  expect(lines).toContain('facts with two or more publishers: 1 (50.0 %)');
  expect(lines).toContain('facts resting only on encyclopaedias: 1 (50.0 %)');
  expect(lines).toContain('contested facts: 1');
});

describe('coverage', () => {
  const texts = (text: string, count = 5) => Array.from({ length: count }, () => text);

  it('counts mentions of known names, possessives with them', () => {
    const lines = coverageOf([pack], texts("that day the River Guard met Lake Guard; River Guard's boats left Al-Bahr."));
    expect(lines[1]).toBe('known mentions: 10 (50.0 %)');
    expect(lines.slice(4).map((line) => line.trim())).toEqual(['5  lake guard (in 5)', '5  al bahr (in 5)']);
  });

  it('leaves out generic words, words the texts also write small, and names of fewer than five texts', () => {
    const lines = coverageOf([pack], [...texts('many fighters left on Monday. Fighters stayed, he said.'), ...texts('then Lake Guard came.', 4)]);
    expect(lines).toContain('unknown names: 0');
  });
});

describe('outlines', () => {
  const result = validatePack(readSource('syria'));
  if (!result.ok) throw new Error('the pack is faulty');
  const { entities } = result.pack;
  const outlines = outlinesOf('syria', entities);
  const mapOf = (id: string) => placeMapOf(entities.find((entity) => entity.id === id) ?? makeEntity(), outlines, landmarksOf({ entities, outlines }));

  it('put every place of Syria on Syria, border towns and ports too', () => {
    const placed = entities.filter(({ type, place, id }) => type === 'place' && place && id !== 'sochi').map(({ id }) => id);
    expect(Object.keys(outlines.syria?.points ?? {}).sort()).toEqual(placed.sort());
  });

  it('keep north up and west to the left', () => {
    const { aleppo, damascus, latakia } = outlines.syria?.points ?? {};
    expect(aleppo!.y).toBeLessThan(damascus!.y);
    expect(latakia!.x).toBeLessThan(aleppo!.x);
  });

  it('show a place with the capital, a state by itself, and nothing for a person', () => {
    expect(mapOf('aleppo')?.points.map(({ name, here }) => [name, here])).toEqual([['Aleppo', true], ['Damascus', false]]);
    expect(mapOf('syria')?.points).toEqual([]);
    expect(mapOf('vladimir-putin')).toBeNull();
  });
});
