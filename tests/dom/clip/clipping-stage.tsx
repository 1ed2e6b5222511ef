import { render } from 'preact';
import { afterEach, beforeEach, expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import onPage from '../../../components/clippings/on-page.css?inline';
import { SelectionBar } from '../../../components/clippings/SelectionBar.tsx';
import { Toast } from '../../../components/clippings/Toast.tsx';
import { WordsProvider } from '../../../components/shared/words.ts';
import type { Clipping, ClippingDraft, Sighting } from '../../../lib/clip/schema.ts';
import type { Reason } from '../../../lib/messages/schema.ts';
import { startClippings, type Clippings } from '../../../lib/page/clipping-controller.ts';
import type { SelectionBarView, ToastView } from '../../../lib/page/clipping-view.ts';
import { createHost, removeLeftHosts } from '../../../lib/page/host.ts';
import type { Reading } from '../../../lib/page/types.ts';
import { overlayCss } from '../../support/card-stage.tsx';
import { aClipping } from '../../support/clipping.ts';
import { clickAt } from '../../support/real-pointer.ts';
import { english } from '../../support/words.ts';
import { readPage, showArticle } from '../page/reading-of.ts';

export const quote = 'The delegations met near the river on 19 September and parted without a word.';

/** What stands behind the clippings of one test, and what came of it. */
interface Stage {
  ending: AbortController;
  reading: Reading;
  clippings: Clippings;
  stored: Clipping[];
  failing: Reason | null;
  /** While true, a removal is answered only by `answer`. */
  slow: boolean;
  answer: () => void;
  seen: { id: string; sighting: Sighting }[];
  notes: string[];
  copied: string[];
  layers: Map<string, HTMLElement>;
}

/** Of the test that runs now. */
export const stage = {} as Stage;

/** Shows an article and begins to keep clippings of it. */
export async function start(html = `<p>Before it all began there was silence in the valley.</p><p id="p">${quote}</p>`): Promise<void> {
  showArticle(html);
  stage.reading = (await readPage(['delegations'], { deps: { signal: stage.ending.signal } })).reading;
  const real = createHost(document, overlayCss + onPage, { lang: 'en', dir: 'ltr', signal: stage.ending.signal });
  const host = { ...real, layer: (...args: Parameters<typeof real.layer>) => { const layer = real.layer(...args); stage.layers.set(args[0], layer); return layer; }, release: (name: Parameters<typeof real.release>[0]) => { real.release(name); stage.layers.delete(name); } };
  const reply = <T,>(act: () => T) => Promise.resolve(stage.failing ? ({ ok: false, reason: stage.failing } as const) : ({ ok: true, value: act() } as const));
  const draw = (layer: HTMLElement, view: preact.ComponentChild) => render(view && <WordsProvider value={english}>{view}</WordsProvider>, layer);
  const removed = new Map<string, Clipping>();
  stage.clippings = startClippings({
    window,
    reading: stage.reading,
    host,
    save: (draft) => reply(() => { if (!stage.stored.some(({ id }) => id === draft.id)) stage.stored.push(rowOf(draft)); return { id: draft.id, already: false }; }),
    remove: async (id) => { if (stage.slow) await new Promise<void>((done) => (stage.answer = done)); return reply(() => { removed.set(id, stage.stored.find((one) => one.id === id)!); stage.stored = stage.stored.filter((one) => one.id !== id); return null; }); },
    restore: (id) => reply(() => { stage.stored.push(removed.get(id)!); return null; }),
    ofPage: () => Promise.resolve({ ok: true, value: stage.stored }),
    seen: (sightings) => stage.seen.push(...sightings),
    openNote: (id) => stage.notes.push(id),
    copy: async (text) => { stage.copied.push(text); return true; },
    renderBar: (layer, view: SelectionBarView | null) => draw(layer, view && <SelectionBar view={view} />),
    renderToast: (layer, view: ToastView | null) => draw(layer, view && <Toast view={view} />),
    markLabel: (state) => english.t(state === 'changed' ? 'clipMarkChanged' : 'clipMark'),
    newId: () => crypto.randomUUID(),
    now: () => '2026-11-24T12:00:00.000Z',
    signal: stage.ending.signal,
  });
}

const rowOf = (draft: ClippingDraft) => aClipping({ id: draft.id, selector: draft.selector, page: draft.page });
export const layer = (name: string) => stage.layers.get(name) ?? null;
export const bar = () => layer('bar')?.querySelector<HTMLElement>('.bk-bar') ?? null;
export const toast = () => layer('toast')?.querySelector<HTMLElement>('.bk-toast') ?? null;
export const boxes = () => [...(layer('clippings')?.querySelectorAll<HTMLElement>('.bk-clip > span') ?? [])];
export const button = (root: HTMLElement | null, text: string) => [...(root?.querySelectorAll('button') ?? [])].find((one) => (one.textContent + (one.getAttribute('aria-label') ?? '')).includes(text))!;

export function select(node: Node = document.querySelector('#p')!): void {
  getSelection()!.selectAllChildren(node);
}

/** Releases the pointer over the page, for the browser to tell it as the reader's own act. */
export async function release(): Promise<void> {
  await userEvent.keyboard('{Shift>}{/Shift}');
}

/** Clicks are trusted only after the browser has stage.seen the box uncovered for a moment. */
export async function press(root: () => HTMLElement | null, text: string): Promise<void> {
  await expect.poll(root).not.toBeNull();
  await new Promise((done) => setTimeout(done, 300));
  const { left, top, width, height } = button(root(), text).getBoundingClientRect();
  await clickAt(left + width / 2, top + height / 2);
}

beforeEach(() => {
  Object.assign(stage, { ending: new AbortController(), stored: [], failing: null, slow: false, seen: [], notes: [], copied: [], layers: new Map() });
});
afterEach(() => {
  stage.ending.abort();
  removeLeftHosts(document);
  getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  document.body.style.margin = '';
});
