import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
import type { Chrome } from '../../support/browser.ts';
import { useSession } from '../../support/session.ts';
import { waitForModel } from '../../support/tabs.ts';

declare const chrome: Chrome;
const session = useSession();
let page: Page;
afterEach(() => page.close());

test('what a reader types, passwords first of all, is never scanned, though the page calls itself news', async () => {
  const fields = `<form><input type="password" value="Tall Rifaat"><input value="Tall Rifaat"><textarea>Tall Rifaat</textarea><select><option>Tall Rifaat</option></select></form>
<div contenteditable="true"><p>Dear friend, Tall Rifaat was calm, and so was Manbij.</p></div><div role="textbox" aria-multiline="true" contenteditable="plaintext-only">Manbij</div>`;
  page = await openAttack(session, { body: fields });
  const { mentions } = await waitForModel(session.driven, page);
  expect(mentions.map(({ entity }) => entity)).toContain('idlib');
  expect(mentions.map(({ entity }) => entity).filter((entity) => /rifaat|manbij/.test(entity))).toEqual([]);
});

test('files, the browser’s own pages and other extensions’ are beyond what can be granted', async () => {
  page = await openAttack(session, {});
  const origins = await session.driven.inBackground(() => {
    const manifest = chrome.runtime.getManifest() as { host_permissions?: string[]; optional_host_permissions?: string[]; content_scripts?: unknown; web_accessible_resources?: unknown; externally_connectable?: unknown };
    return { hosts: [...(manifest.host_permissions ?? []), ...(manifest.optional_host_permissions ?? [])], open: [manifest.content_scripts, manifest.web_accessible_resources, manifest.externally_connectable].filter((one) => one !== undefined && one !== null) };
  });
  expect(origins.hosts.sort()).toEqual(['http://*/*', 'https://*/*']);
  expect(origins.open).toEqual([]);
});
