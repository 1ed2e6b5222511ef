import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium, type Chrome, type Driven } from './browser.ts';
import { aClipping } from './clipping.ts';
import { storedRows } from './stored-rows.ts';

declare const chrome: Chrome;
/** Runs in the page: tells Node what the background has acknowledged. */
declare function acknowledged(id: string, exact: string): Promise<void>;

/** What saving through kills came to. `lost`: acknowledged and not there; `doubled`: one excerpt in two rows; `falseAlarms`: times that clippings were said to be missing and none was. */
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
    return verdict(kills, [await shelf(driven, new Map(told))]);
  } finally {
    await driven.close();
  }
}

/** Saves without pause while the whole browser is killed `kills` times (SIGKILL) and started again on its profile. */
export async function tortureBrowser(extension: string, kills: number): Promise<Torture> {
  const profile = mkdtempSync(join(tmpdir(), 'torture-'));
  const told = new Map<string, string>();
  const shelves: Shelf[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const driven = await launchChromium({ extension, profile });
      shelves.push(await shelf(driven, told));
      await startSaving(driven, told, `b${kill}-`);
      await pause(300 + ((kill * 53) % 400));
      await killed(driven);
    }
    const driven = await launchChromium({ extension, profile });
    try {
      return verdict(kills, [...shelves, await shelf(driven, told)]);
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

/** Kills the browser with all its processes (SIGKILL), and waits until it is gone. */
export function killed({ browser }: Driven): Promise<void> {
  return new Promise((resolve) => {
    const child = browser.process();
    child?.once('exit', () => resolve());
    child?.kill('SIGKILL');
  });
}

/** What the library held and said when it was looked at. */
interface Shelf {
  saved: number;
  lost: number;
  doubled: number;
  alarmed: boolean;
}

/** Opens the library and compares it with what was acknowledged by then, ids to excerpts. */
async function shelf(driven: Driven, told: ReadonlyMap<string, string>): Promise<Shelf> {
  const page = await driven.openOwn('library.html');
  await page.waitForSelector('[aria-busy="false"]', { timeout: 60_000 });
  const alarmed = (await page.$('.bar[role=alert]')) !== null;
  const rows = await storedRows(page);
  await page.close();
  const there = new Map(rows.map(({ id, selector }) => [id, selector.exact]));
  const lost = [...told].filter(([id, exact]) => there.get(id) !== exact).length;
  return { saved: told.size, lost, doubled: rows.length - new Set(there.values()).size, alarmed };
}

function verdict(kills: number, shelves: readonly Shelf[]): Torture {
  const { saved, lost, doubled } = shelves.at(-1)!;
  return { kills, saved, lost, doubled, falseAlarms: shelves.filter((one) => one.alarmed && one.lost === 0).length };
}
