import type { Statement } from '../pack/card.ts';
import { firstDay } from '../pack/dates.ts';
import { entityKey } from '../pack/entity-key.ts';
import { kindOf, type Kind } from '../pack/schema.ts';
import type { Clipping } from './schema.ts';

export type DossierEntry = { is: 'fact'; date: string; statement: Statement } | { is: 'clipping'; date: string; clipping: Clipping };

/** Background and excerpts on one line, in years, oldest first. An excerpt stands at its article's day, undated ones at the day of saving. */
export function dossierYears(statements: readonly Statement[], clippings: readonly Clipping[]): { year: string; entries: DossierEntry[] }[] {
  const entries: DossierEntry[] = [
    ...statements.map((statement) => ({ is: 'fact' as const, date: statement.date, statement })),
    ...clippings.map((clipping) => ({ is: 'clipping' as const, date: clipping.page.published ?? clipping.capturedAt.slice(0, 10), clipping })),
  ];
  entries.sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : firstDay(a.date) > firstDay(b.date) ? 1 : 0));
  const years = new Map<string, DossierEntry[]>();
  for (const entry of entries) {
    const year = entry.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].map(([year, own]) => ({ year, entries: own }));
}

export interface MentionedWith {
  /** `pack/entity`. */
  key: string;
  name: string;
  kind: Kind;
  count: number;
}

/** Who else is named in the excerpts that name an entity, most often first. */
export function mentionedWith(clippings: readonly Clipping[], key: string): MentionedWith[] {
  const others = new Map<string, MentionedWith>();
  for (const { entities } of clippings) {
    for (const entity of entities) {
      const other = entityKey(entity);
      if (other === key) continue;
      const known = others.get(other);
      others.set(other, { key: other, name: known?.name ?? entity.name, kind: kindOf[entity.type], count: (known?.count ?? 0) + 1 });
    }
  }
  return [...others.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
