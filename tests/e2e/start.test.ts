import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the browsers started here keep their profiles. */
const profiles = mkdtempSync(`${tmpdir()}/backgrounder-start-`);
afterAll(() => rmSync(profiles, { recursive: true }));

interface Outcome {
  status: number | null;
  output: string;
}

/** Runs `npm start`'s script without a display; `interruptAt` sends Ctrl-C's signal when the output says so. */
function start(interruptAt?: RegExp): Promise<Outcome> {
  return new Promise((resolve) => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    const child = spawn(process.execPath, ['--experimental-strip-types', 'tests/support/start.ts', inject('browser')], { cwd: root, env: { ...env, TMPDIR: profiles } });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (interruptAt?.test(output)) child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (status) => resolve({ status, output }));
  });
}

test('npm start without a display prints the card and the saved row, and leaves pictures of both', { timeout: 120_000 }, async () => {
  const { status, output } = await start();
  expect(output).toMatch(/as of 23 sep/i);
  expect(output).toMatch(/Row in the library:\s+.*meeting in Sochi/s);
  for (const picture of ['card.png', 'library.png']) expect(existsSync(`${root}.screenshots/${picture}`)).toBe(true);
  expect(status).toBe(0);
});

test('npm start leaves no profile behind when it is interrupted', { timeout: 120_000 }, async () => {
  await start(/Underlined in the article/);
  expect(readdirSync(profiles)).toEqual([]);
});
