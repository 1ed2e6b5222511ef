import { browser } from 'wxt/browser';
import { everyHost, originsOf, type Access } from './origins.ts';

/** What the reader has granted for an address: every site, its site, or neither. */
export async function accessTo(url: string): Promise<Access> {
  if (await browser.permissions.contains({ origins: everyHost })) return 'all';
  const own = originsOf(url);
  return own.length > 0 && (await browser.permissions.contains({ origins: own })) ? 'site' : 'none';
}

/** Host patterns the reader has granted, every-site ones included. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins;
}

/** Asks the reader; must be called straight from a click. False: refused, or the browser shows no prompt here. */
export async function grant(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Gives grants back; false where the browser keeps them (set by policy, or granted at install). */
export async function takeBack(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins });
  } catch {
    return false;
  }
}

/** Calls `listener` after each grant or withdrawal until the returned function is called. */
export function watchAccess(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
