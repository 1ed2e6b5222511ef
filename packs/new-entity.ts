import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { idSchema } from '../lib/pack/schema.ts';
import { packsFolder } from './read-source.ts';

/** Writes a skeleton `packs/<pack>/entities/<id>.json` that `check` refuses until it is filled in. Returns its path, or why not. */
export function newEntity(pack: string, id: string): { ok: true; path: string } | { ok: false; reason: string } {
  const parsed = idSchema.safeParse(id);
  if (!parsed.success) return { ok: false, reason: `"${id}": ${parsed.error.issues[0]?.message ?? 'not an id'}` };
  const path = join(packsFolder, pack, 'entities', `${id}.json`);
  if (existsSync(path)) return { ok: false, reason: `${path} exists` };
  const skeleton = {
    id,
    type: 'organisation',
    salience: 'specific',
    name: '',
    exists: { from: '' },
    aliases: [{ text: '', lang: 'en', kind: 'name' }],
    gloss: '',
    summaries: [{ from: '', text: '', sources: [] }],
    facts: [{ text: '', date: '', sources: [] }],
    relations: [],
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(skeleton, null, 2)}\n`);
  return { ok: true, path };
}
