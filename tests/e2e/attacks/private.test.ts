import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { openAttack } from '../../support/attack-page.ts';
import type { Chrome } from '../../support/browser.ts';
import { painted } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';
import { pageModel, waitForModel } from '../../support/tabs.ts';

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

const letter = 'Fighters of Hayat Tahrir al-Sham left Idlib for Afrin, where the Syrian National Army waited for them behind the groves, and nobody could say why or for how long they would stay. ';
const rows = Array.from({ length: 30 }, (_, at) => `<tr><td><input type="checkbox"></td><td>Desk ${at}</td><td><a href="/m/${at}">Idlib and Manbij, notes of the week</a></td><td>12:${10 + at}</td></tr>`).join('');

test.each([
  ['a mailbox', 'http://mail.post.example/inbox', `<div role="application"><h1>Inbox</h1><table role="grid">${rows}</table></div>`],
  ['a letter being read', 'http://mail.post.example/inbox/17', `<div role="main"><h2>Notes from the border</h2><div dir="ltr">${`<p>${letter}</p>`.repeat(6)}</div><div contenteditable="true" role="textbox">Reply</div></div>`],
  ['a letter being read, where nothing can be typed', 'http://webmail.provider.example/read?id=17', `<div role="main"><h2>Notes from the border</h2>${`<p>${letter}</p>`.repeat(6)}</div>`],
  ['a bank', 'http://onlinebanking.bank.example/account', `<h1>Account</h1><form><input type="password"></form><table>${rows.replaceAll('notes of the week', 'relief fund, 40.00')}</table><p>${letter}</p>`],
  ['a bank that has let one in', 'http://bank.example/accounts/1234567/statement', `<h1>Statement of account</h1><table>${rows.replaceAll('notes of the week', 'relief fund, 40.00')}</table>${`<p>${letter}</p>`.repeat(3)}`],
  ['a document being written', 'http://docs.office.example/d/1', `<div role="application"><div contenteditable="true">${`<p>${letter}</p>`.repeat(6)}</div></div>`],
  ['a form for a password', 'http://paper.example/signin', `<h1>Sign in to read</h1><form><label>Name <input></label><label>Password <input type="password"></label></form><p>${letter}</p>`],
])('%s is never scanned', async (_, address, body) => {
  const { driven, server } = session;
  const { hostname, pathname, search } = new URL(address);
  server.put(pathname.slice(1), `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${hostname}</title></head><body style="margin: 80px">${body}</body></html>`);
  page = await driven.open(`${server.url(pathname.slice(1), hostname)}${search}`);
  await pause(1_500);
  expect(await painted(page)).toEqual([]);
  expect(await pageModel(driven, page)).toBeNull();
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
