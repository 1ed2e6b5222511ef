import { siteOf } from '../settings/site-rules.ts';

/** The grant for every site, as the manifest offers it. */
export const everyHost = ['http://*/*', 'https://*/*'];

/** What the reader has granted for a page: every site, its own, or neither. */
export type Access = 'all' | 'site' | 'none';

/** Host patterns that cover an address' site and its subdomains, on both schemes; empty where none can be granted. */
export function originsOf(url: string): string[] {
  const site = siteOf(url);
  if (site === null) return [];
  const host = /^[\d.]+$|^\[/.test(site) || !site.includes('.') ? site : `*.${site}`;
  return [`http://${host}/*`, `https://${host}/*`];
}

/** The site a host pattern is for; null for patterns that cover every site. */
export function siteOfOrigin(origin: string): string | null {
  const host = /^[^:]+:\/\/([^/]+)\//.exec(origin)?.[1];
  return host === undefined || host === '*' ? null : host.replace(/^\*\./, '');
}
