import { existsSync } from 'node:fs';

/** Plain Node 20, no dependencies: also used before the install. */
const candidates = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
];

/** Path of Firefox: `FIREFOX_PATH`, else a usual place; null where there is none. */
export function firefoxOrNull() {
  const own = process.env.FIREFOX_PATH;
  if (own) return existsSync(own) ? own : null;
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** @returns {string} Firefox' path. A missing browser is an error, never a skip. */
export function findFirefox() {
  const path = firefoxOrNull();
  if (!path) throw new Error('No Firefox found. Install it, or set FIREFOX_PATH to its program file.');
  return path;
}
