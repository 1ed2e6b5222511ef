import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodePage } from './node-document.ts';

/** Flag for Chromium: nothing but our own server can be reached. */
export const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
/** Put before a saved page: none of its scripts runs, so what differs between two loads is ours. A policy, because timers stand still, ours too, where scripts are turned off. */
export const inert = `<!doctype html><meta charset=utf-8><meta http-equiv="content-security-policy" content="script-src 'none'">`;

/** Text of a saved page, gzipped or not. */
export function htmlOf(path: string): string {
  const bytes = readFileSync(path);
  return decodePage(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}
