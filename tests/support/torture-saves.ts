import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Clipping } from '../../lib/clip/schema.ts';
import { launchChromium, type Chrome, type Driven } from './browser.ts';
import { aClipping } from './clipping.ts';

declare const chrome: Chrome;
/** Runs in the page: tells Node what the background has acknowledged. */
declare function acknowledged(id: string, exact: string): Promise<void>;

/** What saving through kills came to. `lost`: acknowledged and not there; `doubled`: one excerpt in two rows; `falseAlarms`: times that clippings were said to be missing. */
export interface Torture {
  kills: number;
  saved: number;
  lost: number;
  doubled: number;
  falseAlarms: number;
}

/** Saves without pause while the background worker is ended `kills` times, at moments spread over a save's length. */
export async function tortureWorker(extension: string, kills: number): Promise<Torture> {
  const driven = await launchChromium({ extension });
  const told = new Map<string, string>();
  try {
    await startSaving(driven, told, 'w');
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(20 + ((kill * 37) % 180));
      await driven.stopBackground();
    }
    await pause(500);
    // Saving goes on: what is acknowledged from here on may not have been read.
    const before = new Map(told);
    return verdict(kills, before, await rowsOf(driven), await isAlarmed(driven));
  } finally {
    await driven.close();
  }
}

/** Saves without pause while the whole browser is killed `kills` times (SIGKILL) and started again on its profile. */
export async function tortureBrowser(extension: string, kills: number): Promise<Torture> {
  const profile = mkdtempSync(join(tmpdir(), 'torture-'));
  const told = new Map<string, string>();
  let falseAlarms = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const driven = await launchChromium({ extension, profile });
      falseAlarms += await isAlarmed(driven);
      await startSaving(driven, told, `b${kill}-`);
      await pause(300 + ((kill * 53) % 400));
      await killed(driven);
    }
    const driven = await launchChromium({ extension, profile });
    try {
      return verdict(kills, told, await rowsOf(driven), falseAlarms + (await isAlarmed(driven)));
    } finally {
      await driven.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function startSaving(driven: Driven, told: Map<string, string>, prefix: string): Promise<void> {
  // A page of ours without a script of its own: the messages and retries are those of a content script.
  const page = await driven.openOwn('manifest.json');
  await page.exposeFunction('acknowledged', (id: string, exact: string) => void told.set(id, exact));
  const { id: _, ...draft } = draftOf();
  await page.evaluate(saveForever, draft, prefix);
}

function draftOf() {
  const { id, selector, page } = aClipping();
  return { id, selector, page, entities: [] };
}

/** Runs in the page: one excerpt after the other, each tried under its own id until it is acknowledged. */
function saveForever(draft: Omit<ReturnType<typeof draftOf>, 'id'>, prefix: string): void {
  const save = async (exact: string) => {
    const id = crypto.randomUUID();
    for (;;) {
      const request = { type: 'save-clipping', draft: { ...draft, id, selector: { ...draft.selector, exact } } };
      const reply = (await chrome.runtime.sendMessage(request).catch(() => null)) as { ok: boolean; value?: { id: string } } | null;
      if (reply?.ok && reply.value) return acknowledged(reply.value.id, exact);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const line = async (name: string) => {
    for (let count = 0; ; count += 1) await save(`${prefix}${name}${count}`);
  };
  void line('a');
  void line('b');
}

function killed({ browser }: Driven): Promise<void> {
  return new Promise((resolve) => {
    const child = browser.process();
    child?.once('exit', () => resolve());
    child?.kill('SIGKILL');
  });
}

async function libraryPage(driven: Driven): Promise<Page> {
  const page = await driven.openOwn('library.html');
  await page.waitForSelector('[aria-busy="false"]', { timeout: 60_000 });
  return page;
}

async function isAlarmed(driven: Driven): Promise<number> {
  const page = await libraryPage(driven);
  const alarmed = await page.$('.bar[role=alert]');
  await page.close();
  return alarmed ? 1 : 0;
}

async function rowsOf(driven: Driven): Promise<Clipping[]> {
  const page = await libraryPage(driven);
  const rows = await page.evaluate(
    () =>
      new Promise<Clipping[]>((resolve, reject) => {
        const opening = indexedDB.open('clippings');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('clippings').objectStore('clippings').getAll();
          all.onsuccess = () => resolve(all.result as Clipping[]);
        };
      }),
  );
  await page.close();
  return rows;
}

function verdict(kills: number, told: ReadonlyMap<string, string>, rows: readonly Clipping[], falseAlarms: number): Torture {
  const there = new Map(rows.map(({ id, selector }) => [id, selector.exact]));
  const lost = [...told].filter(([id, exact]) => there.get(id) !== exact).length;
  return { kills, saved: told.size, lost, doubled: rows.length - new Set(rows.map(({ selector }) => selector.exact)).size, falseAlarms };
}
