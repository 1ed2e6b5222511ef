import { limits } from '../limits.ts';
import type { PackManifest, Source } from '../pack/schema.ts';
import type { PackStore } from './packs.ts';

/**
 * A pack as a file that can be imported again, in pieces to be joined; one entity a line, so that an error can name it.
 * `as` takes the place of fields of its manifest. Null where there is no such pack.
 */
export async function exportPack(store: PackStore, id: string, as: Partial<PackManifest> = {}): Promise<string[] | null> {
  const { db } = store;
  return db.transaction('r', db.packs, db.entities, db.grounds, async () => {
    const pack = await db.packs.get(id);
    if (!pack) return null;
    const pieces = [`{"format":1,\n"manifest":${JSON.stringify({ ...pack.manifest, ...as })},\n"entities":[`];
    const sources = new Map<string, Source>();
    let last = '';
    for (;;) {
      const rows = await db.entitiesAfter(pack.generation, last, limits.packWriteEntities);
      for (const row of rows) {
        pieces.push(`${last === '' ? '' : ','}\n${JSON.stringify(row.entity)}`);
        last = row.id;
        for (const [ref, source] of Object.entries(row.sources)) sources.set(ref, source);
      }
      if (rows.length < limits.packWriteEntities) break;
    }
    pieces.push(`],\n"sources":{${linesOf(sources)}}`);
    const outlines = new Map(Object.entries((await db.grounds.get(pack.generation))?.outlines ?? {}));
    pieces.push(outlines.size > 0 ? `,\n"outlines":{${linesOf(outlines)}}}\n` : '}\n');
    return pieces;
  });
}

function linesOf(entries: ReadonlyMap<string, unknown>): string {
  return [...entries].map(([key, value]) => `\n${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',');
}
