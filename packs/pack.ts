import { buildPacks } from './build.ts';
import { packIds, readSource } from './read-source.ts';
import { validatePack } from '../lib/pack/validate.ts';
import type { PackFile } from '../lib/pack/schema.ts';

const usage = `npm run pack -- check            check every pack
npm run pack -- build            check, and write public/packs/`;

/** Every pack under `packs/`, valid; otherwise prints each problem as `file:line: reason` and returns null. */
function readPacks(): PackFile[] | null {
  const packs: PackFile[] = [];
  let failed = 0;
  for (const id of packIds()) {
    const result = validatePack(readSource(id));
    if (result.ok) packs.push(result.pack);
    else for (const { file, line, message } of result.problems) {
      console.error(`packs/${id}/${file}:${line}: ${message}`);
      failed++;
    }
  }
  if (failed > 0) console.error(`${failed} problem${failed === 1 ? '' : 's'}`);
  return failed > 0 ? null : packs;
}

function run(command: string | undefined): number {
  if (command === undefined || !['check', 'build'].includes(command)) {
    console.error(usage);
    return 1;
  }
  const packs = readPacks();
  if (!packs) return 1;
  if (command === 'build') for (const { path, bytes } of buildPacks(packs)) console.log(`public/packs/${path}  ${bytes} bytes`);
  for (const { manifest, entities } of packs) console.log(`${manifest.id} ${manifest.version}: ${entities.length} entities, knowledge ends on ${manifest.asOf}`);
  return 0;
}

process.exitCode = run(process.argv[2]);
