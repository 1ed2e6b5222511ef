import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
import { nextChange, readPage, showArticle } from '../page/reading-of.ts';

const quote = 'The delegations met near the river on 19 September and parted without a word.';
let ending: AbortController;
let reading: Reading;
let clippings: Clippings;
let stored: Clipping[];
let failing: Reason | null;
/** While true, a removal is answered only by `answer`. */
let slow: boolean;
let answer: () => void;
let seen: { id: string; sighting: Sighting }[];
let notes: string[];
let copied: string[];
let layers: Map<string, HTMLElement>;

async function start(html = `<p>Before it all began there was silence in the valley.</p><p id="p">${quote}</p>`): Promise<void> {
  showArticle(html);
  ({ reading } = await readPage(['delegations'], { deps: { signal: ending.signal } }));
  const real = createHost(document, overlayCss + onPage, { lang: 'en', dir: 'ltr', signal: ending.signal });
  const host = { ...real, layer: (...args: Parameters<typeof real.layer>) => { const layer = real.layer(...args); layers.set(args[0], layer); return layer; }, release: (name: Parameters<typeof real.release>[0]) => { real.release(name); layers.delete(name); } };
  const reply = <T,>(act: () => T) => Promise.resolve(failing ? ({ ok: false, reason: failing } as const) : ({ ok: true, value: act() } as const));
  const draw = (layer: HTMLElement, view: preact.ComponentChild) => render(view && <WordsProvider value={english}>{view}</WordsProvider>, layer);
  const removed = new Map<string, Clipping>();
  clippings = startClippings({
    window,
    reading,
    host,
    save: (draft) => reply(() => { if (!stored.some(({ id }) => id === draft.id)) stored.push(rowOf(draft)); return { id: draft.id, already: false }; }),
    remove: async (id) => { if (slow) await new Promise<void>((done) => (answer = done)); return reply(() => { removed.set(id, stored.find((one) => one.id === id)!); stored = stored.filter((one) => one.id !== id); return null; }); },
    restore: (id) => reply(() => { stored.push(removed.get(id)!); return null; }),
    ofPage: () => Promise.resolve({ ok: true, value: stored }),
    seen: (sightings) => seen.push(...sightings),
    openNote: (id) => notes.push(id),
    copy: async (text) => { copied.push(text); return true; },
    renderBar: (layer, view: SelectionBarView | null) => draw(layer, view && <SelectionBar view={view} />),
    renderToast: (layer, view: ToastView | null) => draw(layer, view && <Toast view={view} />),
    markLabel: (state) => english.t(state === 'changed' ? 'clipMarkChanged' : 'clipMark'),
    newId: () => crypto.randomUUID(),
    now: () => '2026-11-24T12:00:00.000Z',
    signal: ending.signal,
  });
}

const rowOf = (draft: ClippingDraft) => aClipping({ id: draft.id, selector: draft.selector, page: draft.page });
const layer = (name: string) => layers.get(name) ?? null;
const bar = () => layer('bar')?.querySelector<HTMLElement>('.bk-bar') ?? null;
const toast = () => layer('toast')?.querySelector<HTMLElement>('.bk-toast') ?? null;
const boxes = () => [...(layer('clippings')?.querySelectorAll<HTMLElement>('.bk-clip > span') ?? [])];
const button = (root: HTMLElement | null, text: string) => [...(root?.querySelectorAll('button') ?? [])].find((one) => (one.textContent + (one.getAttribute('aria-label') ?? '')).includes(text))!;

function select(node: Node = document.querySelector('#p')!): void {
  getSelection()!.selectAllChildren(node);
}

/** Releases the pointer over the page, for the browser to tell it as the reader's own act. */
async function release(): Promise<void> {
  await userEvent.keyboard('{Shift>}{/Shift}');
}

/** Clicks are trusted only after the browser has seen the box uncovered for a moment. */
async function press(root: () => HTMLElement | null, text: string): Promise<void> {
  await expect.poll(root).not.toBeNull();
  await new Promise((done) => setTimeout(done, 300));
  const { left, top, width, height } = button(root(), text).getBoundingClientRect();
  await clickAt(left + width / 2, top + height / 2);
}

beforeEach(() => {
  ending = new AbortController();
  [stored, failing, slow, seen, notes, copied, layers] = [[], null, false, [], [], [], new Map()];
});
afterEach(() => {
  ending.abort();
  removeLeftHosts(document);
  getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  document.body.style.margin = '';
});

describe('selecting words', () => {
  it('shows a bar 8 pixels under the end of the selection, and takes it away with the selection', async () => {
    await start();
    select();
    await release();
    await expect.poll(bar).not.toBeNull();
    const line = getSelection()!.getRangeAt(0).getBoundingClientRect();
    await expect.poll(() => bar()!.getBoundingClientRect().top - line.bottom).toBeCloseTo(8, 0);
    getSelection()!.removeAllRanges();
    await expect.poll(bar).toBeNull();
  });

  it('shows none in a field, and none for white space', async () => {
    await start('<p>Some text of the article.</p><div id="e" contenteditable>typed here</div><p id="w"> &nbsp; </p>');
    for (const id of ['#e', '#w']) {
      select(document.querySelector(id)!);
      await release();
      await new Promise((done) => setTimeout(done, 50));
      expect(bar()).toBeNull();
    }
  });

  it('saves with the bar, says so only when it is stored, and draws it in place', async () => {
    await start();
    select();
    await release();
    await press(bar, 'Save excerpt');
    await expect.poll(() => toast()?.textContent).toContain('Excerpt saved');
    expect(toast()!.textContent).toContain('delegations');
    expect(stored.map(({ selector }) => selector)).toEqual([
      { exact: quote, prefix: expect.stringContaining('silence in the valley.\n') as string, suffix: expect.any(String) as string, position: { start: reading.gathered.text.indexOf(quote), end: reading.gathered.text.indexOf(quote) + quote.length }, textVersion: 1, rivals: [], linkWords: 3 },
    ]);
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
  });

  it('undoes, and undoes the undoing', async () => {
    await start();
    select();
    await clippings.saveSelection();
    await press(toast, 'Undo');
    await expect.poll(() => toast()?.dataset['subject']).toBe('removed');
    expect(stored).toEqual([]);
    await expect.poll(() => boxes()).toEqual([]);
    await press(toast, 'Save it again');
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
    expect(stored).toHaveLength(1);
  });

  it('keeps the draft when the disk is full and saves it on the next try', async () => {
    await start();
    select();
    failing = 'storage-full';
    await clippings.saveSelection();
    expect(toast()!.textContent).toContain('Not saved');
    failing = null;
    await press(toast, 'Try again');
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
    expect(stored).toHaveLength(1);
  });

  it('offers the text for copying when the extension has gone', async () => {
    await start();
    select();
    failing = 'gone';
    await clippings.saveSelection();
    expect(button(toast(), 'Try again')).toBeUndefined();
    await press(toast, 'Copy text');
    await expect.poll(() => copied.join()).toContain(quote);
  });

  it('keeps what could not be saved when the reading ends, until the reader is done with it', async () => {
    await start();
    select();
    failing = 'gone';
    await clippings.saveSelection();
    ending.abort();
    await expect.poll(() => toast()?.textContent).toContain('Copy text');
    await press(toast, 'Dismiss');
    await expect.poll(() => document.querySelector('backgrounder-host')).toBeNull();
  });

  const first = '<p id="first">Before it all began there was silence in the valley.</p>';
  const saveFirst = () => { select(document.querySelector('#first')!); return clippings.saveSelection(); };

  it('keeps what could not be saved while another excerpt is, and comes back to it', async () => {
    await start(`${first}<p id="p">${quote}</p>`);
    failing = 'storage-full';
    await saveFirst();
    failing = null;
    select();
    await clippings.saveSelection();
    expect(toast()!.dataset['subject']).toBe('saved');
    await press(toast, 'Dismiss');
    await expect.poll(() => toast()?.textContent).toContain('silence in the valley');
    await press(toast, 'Try again');
    await expect.poll(() => stored.map(({ selector }) => selector.exact)).toEqual([quote, 'Before it all began there was silence in the valley.']);
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
  });

  it('says how many could not be saved, copies all of them, and saves all of them on the next try', async () => {
    await start(`${first}<p id="p">${quote}</p>`);
    failing = 'storage-failed';
    await saveFirst();
    select();
    await clippings.saveSelection();
    expect(toast()!.textContent).toContain('2 excerpts not saved');
    await press(toast, 'Copy text');
    await expect.poll(() => copied).toHaveLength(1);
    expect(copied[0]).toContain('silence in the valley');
    expect(copied[0]).toContain(quote);
    failing = null;
    await press(toast, 'Try again');
    await expect.poll(() => stored).toHaveLength(2);
    await expect.poll(() => toast()?.dataset['subject']).toBe('saved');
  });

  it('does not say of an excerpt that it was removed when it was another', async () => {
    await start(`${first}<p id="p">${quote}</p>`);
    await saveFirst();
    slow = true;
    await press(toast, 'Undo');
    select();
    await clippings.saveSelection();
    answer();
    await expect.poll(() => stored.map(({ selector }) => selector.exact)).toEqual([quote]);
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
    expect(toast()!.dataset['subject']).toBe('saved');
    slow = false;
    await press(toast, 'Undo');
    await press(toast, 'Save it again');
    await expect.poll(() => stored.map(({ selector }) => selector.exact)).toEqual([quote]);
  });

  it('says that a saved excerpt is still there when it could not be removed, and removes it on the next try', async () => {
    await start();
    select();
    await clippings.saveSelection();
    failing = 'storage-failed';
    await press(toast, 'Undo');
    await expect.poll(() => toast()?.textContent).toContain('Not removed');
    expect(toast()!.textContent).toContain('still in your library');
    failing = null;
    await press(toast, 'Try again');
    await expect.poll(() => toast()?.dataset['subject']).toBe('removed');
    expect(stored).toEqual([]);
  });

  it('offers nothing axe would object to', async () => {
    await start();
    select();
    failing = 'storage-failed';
    await clippings.saveSelection();
    await release();
    await expect.poll(bar).not.toBeNull();
    const copies = [bar(), toast()].map((one) => one!.outerHTML).join('');
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = copies;
    const { violations } = await axe.run(place, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('coming back to a page', () => {
  const clipping = (exact: string, state: Clipping['sighting'] = null) => aClipping({ id: crypto.randomUUID(), sighting: state, selector: { exact, prefix: 'there was silence in the valley.\n', suffix: '\nNothing is named in this long paragraph, which is here', position: { start: 60, end: 60 + exact.length } } });

  it.each([
    ['anchored', quote],
    ['changed', quote.replace('19', '18')],
  ] as const)('finds a clipping %s, draws it over its own lines and reports it', async (state, exact) => {
    stored = [clipping(exact)];
    const waiting = start();
    await waiting;
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => clippings.states()).toEqual([{ id: stored[0]!.id, state }]);
    const [box] = boxes();
    const text = document.querySelector('#p')!.getBoundingClientRect();
    expect(box!.getBoundingClientRect().top).toBeCloseTo(text.top, -0.5);
    expect(seen).toEqual([{ id: stored[0]!.id, sighting: { state, at: '2026-11-24T12:00:00.000Z', now: state === 'changed' ? quote : null } }]);
  });

  it('says gone of what was taken out, and draws nothing', async () => {
    stored = [clipping('Ministers of five countries resigned on the very same day over the unpaid bill.')];
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => clippings.states()).toEqual([{ id: stored[0]!.id, state: 'gone' }]);
    expect(boxes()).toEqual([]);
  });

  it('moves with the text when the page scrolls, grows and changes', async () => {
    stored = [clipping(quote)];
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
    const offset = () => boxes()[0]!.getBoundingClientRect().top - document.querySelector('#p')!.getBoundingClientRect().top;
    const before = offset();
    const spacer = document.createElement('div');
    spacer.style.height = '3000px';
    document.body.prepend(spacer);
    await expect.poll(offset).toBeCloseTo(before, 0);
    window.scrollTo(0, 2000);
    await expect.poll(offset).toBeCloseTo(before, 0);
    document.querySelector('#p')!.prepend('Late on Sunday it was said: ');
    await nextChange(reading);
    await expect.poll(() => clippings.states()[0]?.state).toBe('anchored');
  });

  it('leaves nothing in the page when it ends, and no word of a clipping where the page could read it', async () => {
    stored = [clipping(quote)];
    await start();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => boxes().length).toBeGreaterThan(0);
    const host = document.querySelector('backgrounder-host')!;
    expect([host.shadowRoot, host.textContent]).toEqual([null, '']);
    expect([...CSS.highlights].flatMap(([, highlight]) => [...highlight].map(String))).not.toContain(quote);
    ending.abort();
    expect(document.querySelector('backgrounder-host')).toBeNull();
  });
});

describe('the mark beside an excerpt', () => {
  it.each([
    { room: 'before its lines', style: 'margin: 0 0 0 60px', dir: 'ltr', stands: 'before' },
    { room: 'after its lines only', style: 'margin: 0 60px 0 0', dir: 'ltr', stands: 'after' },
    { room: 'after its lines only, right to left', style: 'margin: 0 0 0 60px', dir: 'rtl', stands: 'before' },
    { room: 'nowhere', style: 'margin: 0', dir: 'ltr', stands: 'within' },
  ])('stands off the text where there is room $room, and never off the page', async ({ style, dir, stands }) => {
    document.body.style.margin = '0';
    await start(`<p id="p" dir="${dir}" style="${style}">${quote}</p>`);
    select();
    await release();
    await press(bar, 'Save');
    await expect.poll(() => layer('clippings')?.querySelector('.bk-clip-mark')).toBeTruthy();
    const mark = layer('clippings')!.querySelector('.bk-clip-mark')!.getBoundingClientRect();
    const text = document.querySelector('#p')!.getBoundingClientRect();
    expect(mark.right <= text.left ? 'before' : mark.left >= text.right ? 'after' : 'within').toBe(stands);
    expect(mark.left).toBeGreaterThanOrEqual(0);
    expect(mark.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  });
});
