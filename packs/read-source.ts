import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackText } from '../lib/pack/validate.ts';

export const packsFolder = fileURLToPath(new URL('.', import.meta.url));

/** Folders under `packs/` that hold a `pack.json`, in order. */
export function packIds(): string[] {
  return readdirSync(packsFolder).filter((name) => existsSync(join(packsFolder, name, 'pack.json'))).sort();
}

/** The source files of one pack, paths relative to its folder, in order. */
export function readSource(id: string): PackText[] {
  const folder = join(packsFolder, id);
  const inFolder = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.json')).map((file) => join(path, file)) : [];
  };
  return [join(folder, 'pack.json'), join(folder, 'corrections.json'), ...inFolder('entities'), ...inFolder('sources')]
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}
