import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Dexie } from 'dexie';

/** One hash over every row of every table, so that a database can be shown to be unchanged to the byte. */
export async function dumpHash(db: Dexie): Promise<string> {
  const hash = createHash('sha256');
  for (const table of db.tables) {
    hash.update(table.name);
    await table.each((row, { primaryKey }) => hash.update(serialize([primaryKey, row])));
  }
  return hash.digest('hex');
}
