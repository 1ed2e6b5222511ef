import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOut, differences, filesIn, runScript, unpack } from '../support/checkout.ts';
import { pngSize } from '../support/png-size.ts';
import { unzip } from '../support/unzip.ts';

const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string; version: string };
const packages = ['chrome', 'firefox', 'sources'] as const;
type Package = (typeof packages)[number];

const temporary = mkdtempSync(join(tmpdir(), 'packages-'));
const [one, other, rebuilt] = [join(temporary, 'one'), join(temporary, 'somewhere', 'else', 'deeper'), join(temporary, 'rebuilt')];
const at = (checkout: string, kind: Package): string => join(checkout, '.output', `${name}-${version}-${kind}.zip`);
const read = (checkout: string, kind: Package): Buffer => readFileSync(at(checkout, kind));

/** Each is explained in `.github/store/firefox.md`: code of Zod's and Preact's that never runs here, and Android, which is not offered. */
const knownWarnings = ['DANGEROUS_EVAL', 'DANGEROUS_EVAL', 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', 'UNSAFE_VAR_ASSIGNMENT', 'UNSAFE_VAR_ASSIGNMENT'];

interface LintReport {
  summary: { errors: number; notices: number; warnings: number };
  warnings: { code: string; file: string }[];
}

beforeAll(() => {
  for (const checkout of [one, other]) checkOut(checkout);
  runScript(one, 'zip', { NODE_ENV: undefined });
  // Where a release is built, and from within what, must not show in it.
  runScript(other, 'zip', { NODE_ENV: 'test', TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface Manifest {
  version: string;
  icons: Record<string, string>;
  permissions: string[];
}

function manifestOf(kind: 'chrome' | 'firefox'): Manifest {
  return JSON.parse(String(unzip(read(one, kind)).get('manifest.json'))) as Manifest;
}

function lint(archive: string): LintReport {
  const linter = fileURLToPath(new URL('../../node_modules/addons-linter/bin/addons-linter', import.meta.url));
  return JSON.parse(spawnSync(process.execPath, [linter, '--output', 'json', archive], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout) as LintReport;
}

describe.each(packages)('the package %s', (kind) => {
  test('is the same from two checkouts, byte for byte', () => {
    expect(differences(unzip(read(one, kind)), unzip(read(other, kind)))).toEqual([]);
    expect(read(one, kind).equals(read(other, kind))).toBe(true);
  });

  test('says nothing of the machine it was made on', () => {
    const naming = [...unzip(read(other, kind))].filter(([, content]) => content.includes(temporary)).map(([path]) => path);
    expect(naming).toEqual([]);
  });
});

test('the source package, built as Firefox’s reviewers are told to, gives the bytes of the Firefox package', () => {
  unpack(unzip(read(one, 'sources')), rebuilt);
  runScript(rebuilt, 'build:firefox');
  const built = filesIn(join(rebuilt, '.output', 'firefox-mv3'));
  expect(built.size).toBeGreaterThan(0);
  expect(differences(built, unzip(read(one, 'firefox')))).toEqual([]);
});

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (kind) => {
  test('has the version of package.json', () => {
    expect(manifestOf(kind).version).toBe(version);
  });

  test('names icons of the sizes that browsers and stores want, each as large as it says', () => {
    const { icons } = manifestOf(kind);
    expect(Object.keys(icons)).toEqual(expect.arrayContaining(['16', '32', '48', '128']));
    const files = unzip(read(one, kind));
    for (const [size, path] of Object.entries(icons)) expect(pngSize(files.get(path)!)).toEqual([Number(size), Number(size)]);
  });
});

test.each(['README.md', '.github/store/permissions.md'])('%s has a reason for each permission asked for at install, and for no other', (path) => {
  const asked = new Set((['chrome', 'firefox'] as const).flatMap((kind) => manifestOf(kind).permissions));
  const [, table] = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').split('| permission | why');
  const reasoned = [...table!.split('\n\n')[0]!.matchAll(/^\| `([a-zA-Z]+)`.* \|.+\|$/gm)].map(([, permission]) => permission!);
  expect(reasoned.sort()).toEqual([...asked].sort());
});

test('Firefox’s store finds no error in its package, and warns of nothing but what its reviewers are told', () => {
  const { summary, warnings } = lint(at(one, 'firefox'));
  expect(summary).toMatchObject({ errors: 0, notices: 0 });
  expect(warnings.map(({ code }) => code).sort()).toEqual(knownWarnings);
});
