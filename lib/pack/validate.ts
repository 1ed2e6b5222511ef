import type { z } from '../zod.ts';
import { refsOf } from './as-of.ts';
import { checkEntity } from './check-entity.ts';
import { checkHindsight, lateNames } from './check-hindsight.ts';
import { checkNames } from './check-names.ts';
import { checkRelations } from './check-relations.ts';
import { readJsonLines, type JsonLines, type JsonPath } from './json-lines.ts';
import { correctionsFileSchema, entitySchema, packManifestSchema, sourcesFileSchema, type CorrectionsFile, type Entity, type PackFile, type PackManifest, type Source, type SourcesFile } from './schema.ts';

/** A text of a pack's source: `pack.json`, `corrections.json`, `entities/<id>.json` or `sources/<file>.json`. */
export interface PackText {
  path: string;
  text: string;
}

export interface PackProblem {
  file: string;
  /** 1-based. */
  line: number;
  message: string;
}

interface Read<T> {
  path: string;
  /** File name without folder and `.json`. */
  stem: string;
  json: JsonLines;
  data: T;
}

/**
 * Checks a pack's source files and joins them into one pack, entities and sources in order of their ids.
 * Problems are in order of file and line; while a file cannot be read at all, checks across files wait.
 */
export function validatePack(files: readonly PackText[]): { ok: true; pack: PackFile } | { ok: false; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  const ofFolder = (folder: string) => files.filter(({ path }) => path.startsWith(folder)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifests = readAll(files.filter(({ path }) => path === 'pack.json'), packManifestSchema, problems);
  const corrections = readAll(files.filter(({ path }) => path === 'corrections.json'), correctionsFileSchema, problems);
  const sources = readAll(ofFolder('sources/'), sourcesFileSchema, problems);
  const entities = readAll(ofFolder('entities/'), entitySchema, problems);
  const manifest = manifests[0]?.data;
  if (!files.some(({ path }) => path === 'pack.json')) problems.push({ file: 'pack.json', line: 1, message: 'missing' });
  if (!manifest || problems.length > 0) return { ok: false, problems: sorted(problems) };

  const bySource = flattenSources(sources);
  checkAcross(manifest, entities, sources, bySource, problems);
  for (const log of corrections) checkCorrections(log, manifest, entities, bySource, problems);
  if (problems.length > 0) return { ok: false, problems: sorted(problems) };
  return {
    ok: true,
    pack: { format: 1, manifest, sources: Object.fromEntries(bySource), entities: entities.map(({ data }) => data) },
  };
}

function readAll<T>(files: readonly PackText[], schema: z.ZodType<T>, problems: PackProblem[]): Read<T>[] {
  return files.flatMap(({ path, text }) => {
    const read = readJsonLines(text);
    if (!read.ok) {
      problems.push(...read.problems.map((problem) => ({ file: path, ...problem })));
      return [];
    }
    const parsed = schema.safeParse(read.json.value);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => ({ file: path, line: lineOfIssue(read.json, issue), message: messageOf(issue) })));
      return [];
    }
    return [{ path, stem: path.replace(/^.*\//, '').replace(/\.json$/, ''), json: read.json, data: parsed.data }];
  });
}

function lineOfIssue(json: JsonLines, issue: z.core.$ZodIssue): number {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
  return json.lineOf(issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path);
}

function messageOf(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function flattenSources(files: readonly Read<SourcesFile>[]): Map<string, Source> {
  return new Map(
    files.flatMap(({ stem, data: { publisher, nature, about, items } }) =>
      Object.entries(items)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { title, url, date, note }]): [string, Source] => [
          `${stem}/${key}`,
          { publisher, nature, ...(about && { about }), title, url, ...(date && { date }), ...(note && { note }) },
        ]),
    ),
  );
}

function checkAcross(
  manifest: PackManifest,
  entities: readonly Read<Entity>[],
  sources: readonly Read<SourcesFile>[],
  bySource: ReadonlyMap<string, Source>,
  problems: PackProblem[],
): void {
  const byId = new Map<string, Read<Entity>>();
  const used = new Set<string>();
  const all = entities.map(({ data }) => data);
  const late = lateNames(all);
  for (const entity of entities) {
    const report = (path: JsonPath, message: string) => problems.push({ file: entity.path, line: entity.json.lineOf(path), message });
    const { id } = entity.data;
    const twin = byId.get(id);
    if (twin) report(['id'], `the id "${id}" is taken by ${twin.path}`);
    else if (id !== entity.stem) report(['id'], `the id "${id}" differs from the file's name`);
    byId.set(id, twin ?? entity);
    for (const ref of refsOf(entity.data)) {
      used.add(ref);
      if (!bySource.has(ref)) report(pathOfText(entity.data, ref), `unknown source "${ref}"`);
    }
    for (const { path, message } of [...checkEntity(entity.data, manifest.asOf), ...checkHindsight(entity.data, late)]) report(path, message);
  }
  const known = (id: string) => byId.get(id)?.data;
  for (const entity of entities) {
    for (const { path, message } of checkRelations(entity.data, known)) problems.push({ file: entity.path, line: entity.json.lineOf(path), message });
  }
  for (const { entity, alias, message } of checkNames(all)) {
    const read = byId.get(entity);
    if (read) problems.push({ file: read.path, line: read.json.lineOf(['aliases', alias]), message });
  }
  for (const { path, stem, json, data } of sources) {
    for (const key of Object.keys(data.items)) {
      if (!used.has(`${stem}/${key}`)) problems.push({ file: path, line: json.lineOf(['items', key]), message: `no statement uses the source "${stem}/${key}"` });
    }
  }
}

/** Each correction is of an entity here, read somewhere, and no younger than the one above it. */
function checkCorrections(
  { path, json, data }: Read<CorrectionsFile>,
  manifest: PackManifest,
  entities: readonly Read<Entity>[],
  bySource: ReadonlyMap<string, Source>,
  problems: PackProblem[],
): void {
  data.corrections.forEach(({ date, version, entity, sources }, i) => {
    const report = (key: string, message: string) => problems.push({ file: path, line: json.lineOf(['corrections', i, key]), message });
    const above = data.corrections[i - 1];
    if (!entities.some(({ data: { id } }) => id === entity)) report('entity', `"${entity}" is not in the pack`);
    for (const ref of sources) if (!bySource.has(ref)) report('sources', `unknown source "${ref}"`);
    if (above && above.date < date) report('date', `younger than the one above it (${above.date}): the newest stands first`);
    if (version.localeCompare(manifest.version, 'en', { numeric: true }) > 0) report('version', `version ${version} is later than the pack's, ${manifest.version}`);
  });
}

/** Path of the first array item or value equal to `text`. */
function pathOfText(value: unknown, text: string, path: JsonPath = []): JsonPath {
  return findText(value, text, path) ?? [];
}

function findText(value: unknown, text: string, path: JsonPath): JsonPath | null {
  if (value === text) return path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    const found = findText(child, text, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return null;
}

function sorted(problems: PackProblem[]): PackProblem[] {
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
