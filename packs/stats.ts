import type { PackFile } from '../lib/pack/schema.ts';

/** What a pack holds and how well it is sourced, as lines to print. */
export function statsOf({ manifest, entities, sources }: PackFile): string[] {
  const facts = entities.flatMap((entity) => entity.facts);
  const publishers = (refs: readonly string[]) => new Set(refs.map((ref) => sources[ref]?.publisher)).size;
  const isEncyclopaedic = (refs: readonly string[]) => refs.every((ref) => sources[ref]?.nature === 'encyclopaedia');
  const relations = entities.flatMap((entity) => entity.relations ?? []);
  const byLanguage = Object.entries(Object.groupBy(entities.flatMap((entity) => entity.aliases), (alias) => alias.lang))
    .map(([lang, aliases]): [string, number] => [lang, aliases?.length ?? 0])
    .sort((a, b) => b[1] - a[1]);
  return [
    `${manifest.id} ${manifest.version}, knowledge ends on ${manifest.asOf}`,
    `entities: ${entities.length} (${entities.filter((entity) => entity.salience === 'specific').length} specific to the story)`,
    `aliases: ${byLanguage.reduce((sum, [, count]) => sum + count, 0)} (${byLanguage.map(([lang, count]) => `${lang} ${count}`).join(', ')})`,
    `summaries: ${entities.reduce((sum, entity) => sum + entity.summaries.length, 0)}`,
    `entities without summaries: ${entities.filter((entity) => entity.summaries.length === 0).length}`,
    `facts: ${facts.length}`,
    `facts with two or more publishers: ${share(facts.filter((fact) => publishers(fact.sources) > 1).length, facts.length)}`,
    `facts resting only on encyclopaedias: ${share(facts.filter((fact) => isEncyclopaedic(fact.sources)).length, facts.length)}`,
    `contested facts: ${facts.filter((fact) => fact.contested).length}`,
    `designations: ${entities.reduce((sum, entity) => sum + (entity.designations?.length ?? 0), 0)}`,
    `relations: ${relations.length} declared, ${share(relations.filter((relation) => relation.sources).length, relations.length)} with sources of their own`,
    `sources: ${Object.keys(sources).length} by ${new Set(Object.values(sources).map((source) => source.publisher)).size} publishers`,
  ];
}

export function share(part: number, whole: number): string {
  return `${part} (${whole === 0 ? 0 : ((100 * part) / whole).toFixed(1)} %)`;
}
