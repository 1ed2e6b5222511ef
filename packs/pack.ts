import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFile } from '../lib/pack/schema.ts';
import { validatePack } from '../lib/pack/validate.ts';
import { buildPacks } from './build.ts';
import { coverageOf, readTexts } from './coverage.ts';
import { jsonSchemas } from './json-schema.ts';
import { newEntity } from './new-entity.ts';
import { packIds, packsFolder, readSource } from './read-source.ts';
import { statsOf } from './stats.ts';

const usage = `npm run pack -- check            check every pack: file, line and reason of each fault
npm run pack -- build            check, then write public/packs/
npm run pack -- stats            what the packs hold and how well they are sourced
npm run pack -- coverage FILE…   frequent capitalised names in the texts (txt, or jsonl with "text") that no pack knows
npm run pack -- new ID [PACK]    begin an entity's file
npm run pack -- schema           write packs/schema/ anew from the code's schemas`;

/** Every pack under `packs/`, valid; otherwise prints each fault as `file:line: reason` and returns null. */
function readPacks(): PackFile[] | null {
  const packs: PackFile[] = [];
  let faults = 0;
  for (const id of packIds()) {
    const result = validatePack(readSource(id));
    if (result.ok) packs.push(result.pack);
    else {
      faults += result.problems.length;
      for (const { file, line, message } of result.problems) console.error(`packs/${id}/${file}:${line}: ${message}`);
    }
  }
  if (faults > 0) console.error(`${faults} fault${faults === 1 ? '' : 's'}`);
  return faults > 0 ? null : packs;
}

function withPacks(use: (packs: readonly PackFile[]) => readonly string[]): number {
  const packs = readPacks();
  if (!packs) return 1;
  for (const line of use(packs)) console.log(line);
  return 0;
}

function writeSchemas(): number {
  mkdirSync(join(packsFolder, 'schema'), { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(packsFolder, 'schema', name), text);
  return 0;
}

function begin(id: string, pack = 'syria'): number {
  const made = newEntity(pack, id);
  console.log(made.ok ? made.path : made.reason);
  return made.ok ? 0 : 1;
}

function run([command, ...rest]: string[]): number {
  const [first, second] = rest;
  if (command === 'check') return withPacks((packs) => packs.map(({ manifest, entities }) => `${manifest.id} ${manifest.version}: ${entities.length} entities, no faults`));
  if (command === 'build') return withPacks((packs) => buildPacks(packs).map(({ path, bytes }) => `public/packs/${path}  ${bytes} bytes`));
  if (command === 'stats') return withPacks((packs) => packs.flatMap(statsOf));
  if (command === 'coverage' && first !== undefined) return withPacks((packs) => coverageOf(packs, rest.flatMap(readTexts)));
  if (command === 'new' && first !== undefined) return begin(first, second);
  if (command === 'schema') return writeSchemas();
  console.error(usage);
  return 1;
}

process.exitCode = run(process.argv.slice(2));
