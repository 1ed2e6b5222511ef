import { browser, type Browser } from 'wxt/browser';
import { trustedCanonical } from '../article/address.ts';
import { askPage } from '../messages/client.ts';
import type { RequestOf } from '../messages/schema.ts';
import { readSettings } from '../settings/items.ts';
import { newsRule, offBy, siteOf } from '../settings/site-rules.ts';
import { reportError } from '../report-error.ts';

const gateId = 'gate';

/**
 * Keeps the registered gate in step with the hosts the reader has granted: new pages get it from the browser, pages
 * already open get it at once. One after the other: granting right after installing is two events at once.
 */
export async function followPermissions(): Promise<void> {
  if (await navigator.locks.request(gateId, registerGate)) await serveOpenTabs();
}

/** Whether the gate is registered now, for some hosts or all. */
async function registerGate(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^(https?|\*):/.test(origin));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [gateId] });
  const script = { id: gateId, js: ['gate.js'], matches, runAt: 'document_end' as const, persistAcrossSessions: true };
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [gateId] });
    return false;
  }
  if (registered.length === 0) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
  return true;
}

/** Runs the gate in every open tab we may read. */
export async function serveOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  await Promise.all(tabs.map((tab) => tab.id !== undefined && runScript(tab.id, '/gate.js')));
}

/** Puts the overlay into the page a gate has judged, where the reader's rules and its verdict say so. */
export async function overlayIfWanted(seen: RequestOf<'page-seen'>, tabId: number): Promise<void> {
  const settings = await readSettings();
  const site = siteOf(seen.url);
  const canonical = trustedCanonical(seen.canonical, seen.url);
  if (site === null || offBy(settings, site, canonical) !== null) return;
  const rule = newsRule(settings, site, canonical);
  const wanted = rule ? rule === 'always' : seen.news.is;
  if (wanted) await putOverlay(tabId);
}

/** Injects the overlay unless it is there; false where no script may run (the browser's own pages, stores, PDF viewers). */
export async function putOverlay(tabId: number): Promise<boolean> {
  return (await askPage(tabId, { type: 'wake' })) !== null || (await runScript(tabId, '/overlay.js'));
}

/** Puts style rules into a tab's page, or into all documents there that we may touch. In Firefox only rules of USER origin reach into shadow roots. */
export async function insertStyles(tabId: number, css: string, allFrames: boolean): Promise<void> {
  await unlessForbidden(browser.scripting.insertCSS({ target: { tabId, allFrames }, css, origin: import.meta.env.FIREFOX ? 'USER' : 'AUTHOR' }));
}

/** Runs one of our scripts in a tab's page; false where none may run. */
export function runScript(tabId: number, file: string): Promise<boolean> {
  return unlessForbidden(browser.scripting.executeScript({ target: { tabId }, files: [file as never] }));
}

/** Whether it could be done; a page that may not be read is left alone, any other failure reported. */
async function unlessForbidden(doing: Promise<unknown>): Promise<boolean> {
  try {
    await doing;
    return true;
  } catch (error) {
    if (!isNoAccess(error)) reportError('inject', error);
    return false;
  }
}

/** A tab without our permission, gone, or showing a page no extension may read: expected, not an error of ours. */
function isNoAccess(error: unknown): boolean {
  return /cannot (access|be scripted)|no tab with id|missing host permission|frame .* (removed|error page)/i.test(String(error));
}

/** The tab the reader looks at. */
export async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
