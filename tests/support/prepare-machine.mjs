import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumOrNull } from './chromium.mjs';
import { firefoxOrNull } from './firefox.mjs';

/**
 * Runs before `npm start` and `npm test`, on plain Node 20 and with nothing installed: brings the dependencies up to the
 * lockfile and finds or installs the browsers, and the screen without a monitor, named as arguments. Whatever it cannot do it says in one sentence, and the command stops.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} env */
function run(command, args, env = {}) {
  const windows = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, env: { ...process.env, ...env } }).status === 0;
}

/** @param {string} file @returns {[string, { version: string, optional?: boolean }][]} */
function lockedPackages(file) {
  return Object.entries(JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages).filter(([place]) => place !== '');
}

/** Whether `node_modules` holds what the lockfile says. Optional packages are those of other platforms. */
function dependenciesAreCurrent() {
  if (!existsSync(`${root}/node_modules/.package-lock.json`)) return false;
  const installed = new Map(lockedPackages('node_modules/.package-lock.json'));
  return lockedPackages('package-lock.json').every(
    ([place, { version, optional }]) => installed.get(place)?.version === version || (optional === true && !installed.has(place)),
  );
}

/** Scripts run on the Node that the lockfile brings (Linux x64), else on the reader's own. */
function nodeIsNewEnough() {
  if (existsSync(`${root}/node_modules/.bin/node`)) return true;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** @param {string[]} packages */
function installWithApt(packages) {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return false;
  console.log(`Installing ${packages.join(' ')} with apt …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['update', '-qq'], quiet) && run('apt-get', ['install', '-y', '-qq', ...packages], quiet);
}

if (!dependenciesAreCurrent()) {
  console.log('Installing the dependencies …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) stop('The dependencies could not be installed: see what npm says above.');
}
if (!nodeIsNewEnough()) stop(`Backgrounder needs Node 22.12 or newer; this is ${process.versions.node}.`);

const browsers = {
  chromium: { find: chromiumOrNull, variable: 'CHROMIUM_PATH', packages: ['chromium'], words: 'Chromium, Chrome or Edge (140 or newer)' },
  firefox: { find: firefoxOrNull, variable: 'FIREFOX_PATH', packages: ['firefox-esr'], words: 'Firefox (140 or newer)' },
};
for (const [name, { find, variable, packages, words }] of Object.entries(browsers)) {
  if (!process.argv.includes(name) || find()) continue;
  if (process.env[variable] !== undefined || !installWithApt(packages) || !find()) {
    stop(`Backgrounder needs a browser: install ${words}, or set ${variable} to its program file.`);
  }
}

const screen = ['Xvfb', 'openbox', 'xdotool'];
const isThere = () => screen.every((program) => spawnSync('which', [program]).status === 0);
if (process.argv.includes('screen') && !isThere() && !(installWithApt(['xvfb', 'openbox', 'xdotool']) && isThere())) {
  stop(`To press the browser's own prompts these are needed: ${screen.join(', ')}.`);
}
