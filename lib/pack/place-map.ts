import type { PlaceMap } from './card.ts';
import type { Entity, PackFile } from './schema.ts';

export type Outlines = NonNullable<PackFile['outlines']>;
/** What a map needs of a place to put it down. */
export type Landmark = Pick<Entity, 'id' | 'name'>;

/** The places that stand on every map of their state: the well-known ones that lie on an outline. */
export function landmarksOf({ outlines = {}, entities }: Pick<PackFile, 'outlines' | 'entities'>): Landmark[] {
  const grounds = Object.values(outlines);
  return entities
    .filter(({ id, type, salience }) => type === 'place' && salience === 'common' && grounds.some(({ points }) => Object.hasOwn(points, id)))
    .map(({ id, name }) => ({ id, name }));
}

/** Where the entity lies: the outline of its state with itself and the state's landmarks, or its own outline; null: no outline. */
export function placeMapOf(entity: Landmark, outlines: Outlines, landmarks: readonly Landmark[]): PlaceMap | null {
  const own = Object.hasOwn(outlines, entity.id) ? outlines[entity.id] : undefined;
  if (own) return { viewBox: own.viewBox, path: own.path, points: [] };
  const ground = Object.values(outlines).find(({ points }) => Object.hasOwn(points, entity.id));
  if (!ground) return null;
  const shown = [entity, ...landmarks.filter(({ id }) => id !== entity.id)];
  return {
    viewBox: ground.viewBox,
    path: ground.path,
    points: shown.flatMap(({ id, name }) => {
      const point = Object.hasOwn(ground.points, id) ? ground.points[id] : undefined;
      return point ? [{ ...point, name, here: id === entity.id }] : [];
    }),
  };
}
