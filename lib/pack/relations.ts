import type { Entity } from './schema.ts';

interface RelationType {
  /** What the target is to this entity in turn; null: nothing worth a line on the target's card. */
  inverse: string | null;
  /** A remark of the editors, not a claim about the world: it needs no source. */
  editorial?: true;
}

const symmetric = (type: string): [string, RelationType] => [type, { inverse: type }];
const pair = (type: string, inverse: string | null): [string, RelationType] => [type, { inverse }];

/** Relations an entity file may declare, read "this entity <type> target". */
const declared: ReadonlyMap<string, RelationType> = new Map([
  pair('part-of', 'includes'),
  pair('member-of', 'has-member'),
  pair('led-by', 'leads'),
  pair('president-of', 'has-president'),
  pair('founded-by', 'founded'),
  pair('works-for', null),
  pair('successor-of', 'predecessor-of'),
  pair('merged-into', 'absorbed'),
  pair('split-from', null),
  pair('affiliate-of', 'has-affiliate'),
  pair('armed-force-of', 'has-armed-force'),
  pair('supported-by', 'supports'),
  symmetric('fought'),
  symmetric('rival-of'),
  symmetric('allied-with'),
  symmetric('linked-to'),
  symmetric('negotiated-with'),
  pair('controlled-by', 'controls'),
  pair('based-in', 'base-of'),
  pair('took-place-in', 'site-of'),
  pair('conducted-by', 'conducted'),
  pair('directed-against', 'target-of'),
  pair('follows', 'followed-by'),
  pair('ended-by', 'ended'),
  pair('led-to', 'resulted-from'),
  pair('signed-by', 'signed'),
  pair('signed-in', 'signing-place-of'),
  pair('negotiated-by', 'negotiated'),
  pair('guaranteed-by', 'guarantees'),
  pair('supplements', 'supplemented-by'),
  pair('created-by', 'created'),
  pair('concerns', 'subject-of'),
  ['stands-for', { inverse: null, editorial: true }],
  ['not-to-be-confused-with', { inverse: 'not-to-be-confused-with', editorial: true }],
]);

/** Relations a source file may declare: the inverses are derived and never written. */
export const declaredRelationTypes: readonly string[] = [...declared.keys()];

/** Every relation a card can show, declared and derived. */
export const relationTypes: readonly string[] = [
  ...new Set([...declared].flatMap(([type, { inverse }]) => [type, ...(inverse === null ? [] : [inverse])])),
];

/** Whether the relation is a claim, told on a card only with a source of its own. */
export function relationNeedsSource(type: string): boolean {
  return declared.get(type)?.editorial !== true;
}

/** What the target is to the source of a declared relation, or null. */
export function inverseOf(type: string): string | null {
  return declared.get(type)?.inverse ?? null;
}

/** Relations that order their entities: following one of them must never lead back. */
const ordering = ['part-of', 'successor-of', 'merged-into', 'follows', 'supplements', 'created-by'];

/** The ids on a circle of one ordering relation that passes through `start`, or null. */
export function circleFrom(start: string, type: string, entity: (id: string) => Entity | undefined): string[] | null {
  if (!ordering.includes(type)) return null;
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | null => {
    seen.add(id);
    for (const relation of entity(id)?.relations ?? []) {
      if (relation.type !== type) continue;
      if (relation.target === start) return [...path, id];
      const circle = seen.has(relation.target) ? null : walk(relation.target, [...path, id]);
      if (circle) return circle;
    }
    return null;
  };
  return walk(start, []);
}

/** The entities with each declared relation's inverse added to its target, after the target's own; order is kept. */
export function withInverses(entities: readonly Entity[]): Entity[] {
  const derived = new Map<string, NonNullable<Entity['relations']>>();
  for (const entity of entities) {
    for (const { type, target, ...rest } of entity.relations ?? []) {
      const inverse = inverseOf(type);
      if (inverse === null) continue;
      derived.set(target, [...(derived.get(target) ?? []), { type: inverse, target: entity.id, ...rest }]);
    }
  }
  return entities.map((entity) => {
    const added = derived.get(entity.id);
    return added ? { ...entity, relations: [...(entity.relations ?? []), ...added] } : entity;
  });
}
