import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What a clone does not have; see `.gitignore`. */
const made = new Set(['.git', 'node_modules', '.output', '.wxt', '.screenshots', 'coverage', join('public', 'packs')]);

/** A second checkout: this one's sources in `folder`, with this one's dependencies. */
export function checkOut(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root)) {
    if (!made.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !made.has(relative(root, path)) });
  }
  linkDependencies(folder);
}

/** Writes `files` into `folder`, with this checkout's dependencies beside them. */
export function unpack(files: ReadonlyMap<string, Buffer>, folder: string): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  linkDependencies(folder);
}

function linkDependencies(folder: string): void {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Runs one of the scripts of `package.json` in `folder`; throws with its own words where it fails. `undefined` in `env` takes a variable away. */
export function runScript(folder: string, script: string, env: Record<string, string | undefined> = {}): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env }, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm run ${script} failed in ${folder}:\n${stdout}${stderr}`);
}

/** The files under `folder` by their path in it. */
export function filesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => [relative(folder, join(parentPath, name)).replaceAll('\\', '/'), readFileSync(join(parentPath, name))]));
}

/** Paths that only one of the two has, or whose bytes differ. */
export function differences(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => !other.get(path) || !one.get(path)?.equals(other.get(path)!)).sort();
}
