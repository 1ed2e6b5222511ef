import { existsSync } from 'node:fs';

/** Plain Node 20, no dependencies: also used before the install. */
const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium-family browser: `CHROMIUM_PATH`, else a usual place; null where there is none. */
export function chromiumOrNull() {
  const own = process.env.CHROMIUM_PATH;
  if (own) return existsSync(own) ? own : null;
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** @returns {string} The browser's path. A missing browser is an error, never a skip. */
export function findChromium() {
  const path = chromiumOrNull();
  if (!path) throw new Error('No Chromium, Chrome or Edge found. Install one, or set CHROMIUM_PATH to its program file.');
  return path;
}

/** Flags for a quiet, offline browser. The sandbox needs a user other than root. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
