import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleWith } from '../../support/attack-page.ts';
import { wickedFiles } from '../../support/hostile-packs.ts';
import { dumpDatabase, openOptions, sayingInOptions } from '../../support/options.ts';
import { makeEntity, manifest, source } from '../../support/pack.ts';
import { makePack } from '../../support/pack-content.ts';
import { press, readCard, settled, waitForPaint } from '../../support/reader.ts';
import { useSession } from '../../support/session.ts';

const session = useSession();
const valid = makePack({ manifest: { ...manifest, id: 'hills' } });
let folder: string;
let options: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-packs-'));
  options = await openOptions(session.driven);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bring(text: string, name = 'pack.json'): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await (await options.waitForSelector('input[type="file"]'))!.uploadFile(path);
}

test('a pack of markup, remote images and style sheets is text on card and settings, and asks for nothing', async () => {
  const { driven } = session;
  const leaks = ['<img src="https://leak.example/a.png" onerror="alert(1)">', '<style>@import url(https://leak.example/b.css);</style>', '![x](https://leak.example/c.png)', '<svg onload="alert(1)">'];
  const said = leaks.join(' ');
  const pack = makePack({
    manifest: { ...manifest, id: 'leaky', title: `Leaky ${leaks[0]}`, description: said, licence: leaks[1]! },
    sources: { 'post/a': { ...source, publisher: `Post ${leaks[0]}`, title: said } },
    entities: [makeEntity({ name: `River Guard ${leaks[3]}`, gloss: said, summaries: [{ text: said, sources: ['post/a'] }], facts: [{ text: said, date: '2020-03-01', sources: ['post/a'] }] })],
  });
  const asked: string[] = [];
  const noteForeign = (page: Page) => page.on('request', (request) => !/^(moz|chrome)-extension:/.test(request.url()) && asked.push(request.url())).on('dialog', (dialog) => asked.push(dialog.message()));
  noteForeign(options);
  await bring(JSON.stringify(pack));
  await sayingInOptions(options, /is in use: 1 names?/);
  session.server.put('guard.html', articleWith({}).replace('Nobody in', 'The River Guard came too. Nobody in'));
  const page = await driven.open(session.server.url('guard.html', 'attacker.example'));
  await waitForPaint(page);
  noteForeign(page);
  const card = await readCard(driven, page, 'River Guard');
  for (const leak of leaks) expect(card).toContain(leak);
  await press(driven, page, 'More').catch(() => undefined);
  await settled(driven, page);
  const made = await driven.inRoot(page, (root) => root.querySelectorAll('img, script, iframe, link, object, svg[onload], [style*="url("]').length);
  expect(made).toBe(0);
  expect(await options.evaluate(() => document.querySelectorAll('main img[src*="leak"], main iframe, svg[onload]').length)).toBe(0);
  expect(asked).toEqual([]);
  await page.close();
});

describe('nothing changes, to the byte, for a pack with', () => {
  const text = JSON.stringify(valid);
  const ring = { ...valid, entities: [makeEntity({ id: 'a', aliases: [{ text: 'Guard A', lang: 'en', kind: 'name' }], relations: [{ type: 'no-such-tie' as never, target: 'a', sources: ['post/a'] }] })] };
  const wicked: [what: string, file: string][] = [
    ...['__proto__', 'constructor', 'prototype'].map((key): [string, string] => [`the key ${key}`, text.replace('"gloss"', `"${key}": {"polluted": true}, "gloss"`)]),
    ...wickedFiles(valid),
    ['an object of 10,000 levels', text.replace('"facts":[', `"facts":[${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},`)],
    ['an entity tied to itself', JSON.stringify(ring)],
    ['an address that runs a script', text.replace('https://post.example/1', 'javascript:alert(1)')],
  ];

  test.each(wicked)('%s', async (what, file) => {
    await options.bringToFront();
    const before = await dumpDatabase(options, 'packs');
    const name = `${what.replace(/\W+/g, '-')}.json`;
    await bring(file, name);
    await sayingInOptions(options, new RegExp(`${name}.{0,3} was not added. Nothing has changed`));
    expect(await dumpDatabase(options, 'packs')).toBe(before);
    expect(await options.evaluate(() => ({}) as { polluted?: unknown }).then(({ polluted }) => polluted)).toBeUndefined();
  });
});
