/** An entity in one text: its pack and its id, both of lower-case words joined by hyphens, so that no two entities share one. */
export function entityKey({ pack, entity }: { pack: string; entity: string }): string {
  return `${pack}/${entity}`;
}
