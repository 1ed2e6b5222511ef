import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMatcher } from '../lib/match/compile.ts';
import { withInverses } from '../lib/pack/relations.ts';
import type { PackFile } from '../lib/pack/schema.ts';
import { outlinesOf } from './outlines.ts';

const bundledFolder = fileURLToPath(new URL('../public/packs/', import.meta.url));

interface BuiltFile {
  /** Relative to `packs/` in the extension. */
  path: string;
  sha256: string;
  bytes: number;
}

/** Writes the packs into `folder` as the extension bundles them; the same sources give the same bytes. Returns what it wrote. */
export function buildPacks(packs: readonly PackFile[], folder: string = bundledFolder): BuiltFile[] {
  rmSync(folder, { recursive: true, force: true });
  const entries = [];
  for (const pack of packs) {
    const { id, version, asOf, title } = pack.manifest;
    const built: PackFile = { ...pack, entities: withInverses(pack.entities), outlines: outlinesOf(id, pack.entities) };
    const { index, rules } = compileMatcher(built.entities);
    const write = (path: string, content: string | Uint8Array) => writeTo(folder, path, content);
    const files = {
      pack: write(`${id}/pack.json`, JSON.stringify(built)),
      index: write(`${id}/index.bin`, new Uint8Array(index)),
      rules: write(`${id}/rules.json`, JSON.stringify(rules)),
    };
    entries.push({ id, version, asOf, title, files, hash: sha256(Object.values(files).map((file) => file.sha256).join(' ')) });
  }
  const bundle = writeTo(folder, 'bundle.json', `${JSON.stringify({ packs: entries }, null, 2)}\n`);
  return [...entries.flatMap((entry) => Object.values(entry.files)), bundle];
}

function writeTo(folder: string, path: string, content: string | Uint8Array): BuiltFile {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
  return { path, sha256: sha256(content), bytes: Buffer.byteLength(content) };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
