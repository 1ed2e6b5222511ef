import type { EntityProblem } from './check-entity.ts';
import { circleFrom, declaredRelationTypes, inverseOf } from './relations.ts';
import type { Entity } from './schema.ts';

/** Relations to nobody, of no kind, to itself, declared twice or from both sides, or leading back in a circle. */
export function checkRelations(entity: Entity, known: (id: string) => Entity | undefined): EntityProblem[] {
  const seen = new Set<string>();
  return (entity.relations ?? []).flatMap(({ type, target, from = '' }, i) => {
    const problem = (message: string): EntityProblem[] => [{ path: ['relations', i], message }];
    const other = known(target);
    if (!declaredRelationTypes.includes(type)) return problem(`unknown relation "${type}" (lib/pack/relations.ts names them)`);
    if (!other) return problem(`relation to "${target}", which is not in the pack`);
    if (target === entity.id) return problem('relation to itself');
    const key = `${type} ${target} ${from}`;
    if (seen.has(key)) return problem(`the relation "${type}" to "${target}" stands twice`);
    seen.add(key);
    const mirrored = inverseOf(type) === type && target < entity.id && other.relations?.some((back) => back.type === type && back.target === entity.id);
    if (mirrored) return problem(`"${target}" declares this relation already: inverses are derived`);
    const circle = circleFrom(entity.id, type, known);
    return circle?.[1] === target || (circle && circle.length === 1) ? problem(`"${type}" leads in a circle: ${[...circle, entity.id].join(', ')}`) : [];
  });
}
