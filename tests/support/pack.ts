import type { PackBook } from '../../lib/pack/as-of.ts';
import type { Entity, PackFile, PackManifest, Source } from '../../lib/pack/schema.ts';

export const manifest: PackManifest = {
  id: 'valley',
  title: 'The valley',
  description: 'An invented pack.',
  version: '1.0.0',
  asOf: '2024-06-30',
  licence: 'CC BY 4.0',
};

export const source: Source = { publisher: 'The Valley Post', nature: 'media', title: 'A report', url: 'https://post.example/1', date: '2020-01-02' };

/** A small valid entity; what a test is about is passed in. */
export function makeEntity(changes: Partial<Entity> = {}): Entity {
  return {
    id: 'river-guard',
    type: 'armed-group',
    salience: 'specific',
    name: 'River Guard',
    aliases: [{ text: 'River Guard', lang: 'en', kind: 'name' }],
    gloss: 'Armed group of the valley.',
    summaries: [{ text: 'Armed group of the valley.', sources: ['post/a'] }],
    facts: [{ text: 'It crossed the river.', date: '2020-03-01', sources: ['post/a'] }],
    ...changes,
  };
}

export function makeBook(entities: readonly Entity[], changes: Partial<PackBook> = {}): PackBook {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return { manifest, origin: 'bundled', today: '2024-07-01', source: () => source, entity: (id) => byId.get(id), ...changes };
}

/** A pack opened as the background opens it. */
export function bookOf(pack: PackFile, today: string): PackBook {
  const byId = new Map(pack.entities.map((entity) => [entity.id, entity]));
  return { manifest: pack.manifest, origin: 'bundled', today, source: (ref) => pack.sources[ref], entity: (id) => byId.get(id) };
}
