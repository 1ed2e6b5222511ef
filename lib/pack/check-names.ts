import { firstDay, lastDay } from './dates.ts';
import type { Alias, Entity } from './schema.ts';

interface NameProblem {
  entity: string;
  /** Index into the entity's aliases. */
  alias: number;
  message: string;
}

/**
 * Names that two entities share with nothing to tell them apart. They are told apart when at least one of the two needs a
 * word near it (`requires`), or when the stretches in which they were in use do not meet.
 */
export function checkNames(entities: readonly Entity[]): NameProblem[] {
  const owners = new Map<string, { entity: Entity; alias: Alias }[]>();
  const problems: NameProblem[] = [];
  for (const entity of entities) {
    entity.aliases.forEach((alias, i) => {
      const key = `${alias.lang} ${alias.caseSensitive === true ? alias.text : alias.text.toLowerCase()}`;
      const others = owners.get(key) ?? [];
      const clash = others.find((other) => other.entity !== entity && !isToldApart(other, { entity, alias }));
      if (clash) problems.push({ entity: entity.id, alias: i, message: `the name "${alias.text}" is also one of ${clash.entity.id}, with nothing to tell them apart` });
      owners.set(key, [...others, { entity, alias }]);
    });
  }
  return problems;
}

function isToldApart(a: { entity: Entity; alias: Alias }, b: { entity: Entity; alias: Alias }): boolean {
  if (a.alias.requires !== undefined || b.alias.requires !== undefined) return true;
  return endsBefore(a, b) || endsBefore(b, a);
}

function endsBefore(a: { entity: Entity; alias: Alias }, b: { entity: Entity; alias: Alias }): boolean {
  const to = a.alias.to ?? a.entity.exists?.to;
  const from = b.alias.from ?? b.entity.exists?.from;
  return to !== undefined && from !== undefined && lastDay(to) < firstDay(from);
}
