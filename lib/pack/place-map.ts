import type { PlaceMap } from './card.ts';
import type { Entity, PackFile } from './schema.ts';

/** Where the entity lies: the outline of its state with itself and the state's well-known places, or its own outline; null: no outline. */
export function placeMapOf(entity: Entity, { outlines = {}, entities }: Pick<PackFile, 'outlines' | 'entities'>): PlaceMap | null {
  const own = outlines[entity.id];
  if (own) return { viewBox: own.viewBox, path: own.path, points: [] };
  const ground = Object.values(outlines).find(({ points }) => points[entity.id]);
  if (!ground) return null;
  const shown = entities.filter(({ id, type, salience }) => id === entity.id || (type === 'place' && salience === 'common'));
  return {
    viewBox: ground.viewBox,
    path: ground.path,
    points: shown.flatMap(({ id, name }) => {
      const point = ground.points[id];
      return point ? [{ ...point, name, here: id === entity.id }] : [];
    }),
  };
}
