import { browser } from 'wxt/browser';
import { z } from '../zod.ts';
import type { MatchRules } from '../match/compile.ts';
import { isNewer } from '../pack/edition.ts';
import { packFileSchema } from '../pack/schema.ts';
import type { PackStore } from '../store/packs.ts';
import { sha256 } from '../store/sha256.ts';

const fileSchema = z.strictObject({ path: z.string(), sha256: z.string(), bytes: z.int() });
const bundleSchema = z.strictObject({
  packs: z.array(
    z.looseObject({
      id: z.string(),
      version: z.string(),
      asOf: z.string(),
      hash: z.string(),
      files: z.strictObject({ pack: fileSchema, index: fileSchema, rules: fileSchema }),
    }),
  ),
});

/**
 * Brings the packs' database to what the extension was shipped with. Cheap where it already is: one small file and one
 * read. Heals an emptied or half-written database, because what counts is the hash that is stored, not that we once ran.
 * An edition of the same pack that the reader imported stays until the bundled one is newer. Throws where a file does not have the hash it was built with.
 */
export async function seedPacks(store: PackStore): Promise<boolean> {
  const bundle = bundleSchema.parse(await (await bundled('bundle.json')).json());
  const stored = new Map((await store.list()).map((pack) => [pack.id, pack]));
  let changed = false;
  for (const { id, version, asOf, hash, files } of bundle.packs) {
    const there = stored.get(id);
    if (there?.origin === 'imported' ? !isNewer({ version, asOf }, there.manifest) : there?.hash === hash) continue;
    const [pack, index, rules] = await Promise.all([verified(files.pack), verified(files.index), verified(files.rules)]);
    const outcome = await store.replace({
      file: packFileSchema.parse(json(pack)),
      index,
      rules: json(rules) as MatchRules,
      hash,
      bytes: files.pack.bytes + files.index.bytes + files.rules.bytes,
      origin: 'bundled',
    });
    changed ||= outcome === 'replaced';
  }
  return changed;
}

function bundled(path: string): Promise<Response> {
  return fetch(browser.runtime.getURL(`/packs/${path}` as never));
}

async function verified({ path, sha256: built }: z.infer<typeof fileSchema>): Promise<ArrayBuffer> {
  const bytes = await (await bundled(path)).arrayBuffer();
  const hex = await sha256(bytes);
  if (hex !== built) throw new Error(`packs/${path} is damaged: its hash is ${hex}, built as ${built}. Reinstall the extension.`);
  return bytes;
}

function json(bytes: ArrayBuffer): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
