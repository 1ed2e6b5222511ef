import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type BrowserName = 'chromium' | 'firefox';

/**
 * Builds the packs and the extension, `granted` with its hosts granted from the start (see `wxt.config.ts`), and returns the
 * build's folder. Throws with the tool's own words where that fails.
 */
export function buildExtension(browser: BrowserName, granted: boolean): string {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  run('packs/pack.ts', ['build']);
  run('node_modules/wxt/bin/wxt.mjs', ['build', '-b', target, '--mv3'], granted ? { BACKGROUNDER_GRANTED: '1' } : {});
  return `${root}.output/${target}-mv3${granted ? '-granted' : ''}`;
}

function run(script: string, args: string[], env: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  });
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
