import { limits } from '../limits.ts';
import type { EntityRef, Mention } from '../match/types.ts';
import { CardFrame } from './card-frame.ts';
import { CardSession, type CardSources, type Choices } from './card-session.ts';
import type { CardView } from './card-view.ts';
import { groundReader } from './ground.ts';
import { hover, hoverIdle, type HoverEffect, type HoverEvent, type HoverState, type OpenedBy } from './hover.ts';
import { KeyboardStop } from './keyboard-stop.ts';
import { lineBoxes, viewportBox } from './line-boxes.ts';
import { hearInput, type PageInput } from './page-input.ts';
import { nextIndex, reveal } from './step-marks.ts';
import type { Host, Mark, Reading } from './types.ts';

export interface CardsDeps extends CardSources {
  window: Window & typeof globalThis;
  reading: Reading;
  host: Host;
  /** Draws a view into a layer, at once; null: empties it. */
  render(layer: HTMLElement, view: CardView | null): void;
  /** Direction of the interface. */
  rtl: boolean;
  /** What a screen reader says at a keyboard stop; `index` from 0. */
  stopLabel(mention: Mention, text: string, index: number, count: number): string;
  signal: AbortSignal;
}

export interface Cards {
  /** Moves to the next or previous name and waits there for Enter; false: there is none. */
  step(direction: 1 | -1): boolean;
  openFor(mention: Mention): void;
  close(): void;
  /** Draws an open card anew: the day, the pack or a setting has changed. */
  refresh(): void;
}

interface Opened {
  mark: Mark;
  frame: CardFrame;
  session: CardSession;
  at: number;
}

/** Opens, moves and closes the card over a reading until `signal` aborts. Nothing of the page is changed, no click is taken from it. */
export function startCards(deps: CardsDeps): Cards {
  const { window, reading, host, signal } = deps;
  const choices: Choices = new Map();
  /** Marks the state machine may yet name. */
  const marks = new Map<string, Mark>();
  let state: HoverState = hoverIdle;
  let timer: number | null = null;
  let opened: Opened | null = null;
  let pointer: { x: number; y: number } | null = null;
  let touched = false;
  let focusBefore: HTMLElement | null = null;

  const now = () => window.performance.now();
  const stop = new KeyboardStop(host, window, {
    open: (mark) => send({ type: 'key-open', mark: keep(mark) }),
    left: () => reading.light(opened?.mark.mention ?? null),
  });

  function send(event: HoverEvent): void {
    const step = hover(state, event, { dwellMs: deps.settings().dwellMs, graceMs: limits.graceMs });
    state = step.state;
    if (timer !== null) window.clearTimeout(timer);
    timer = step.wakeAt === null ? null : window.setTimeout(() => send({ type: 'time', at: now() }), Math.max(0, step.wakeAt - now()));
    if (step.effect) carryOut(step.effect);
  }

  function carryOut(effect: HoverEffect): void {
    if (effect.type === 'close') return close(effect.returnFocus);
    const mark = marks.get(effect.mark);
    if (mark) open(mark, effect.by);
  }

  function keep(mark: Mark): string {
    const key = `${mark.mention.start}:${mark.mention.end}`;
    marks.set(key, mark);
    return key;
  }

  function open(mark: Mark, by: OpenedBy): void {
    if (opened && isSame(opened.mark.mention, mark.mention)) {
      if (by === 'keyboard') focusCard();
      return;
    }
    if (lineBoxes(mark.range, window).length === 0) return send({ type: 'close' });
    const pinned = state.open?.pinned ?? false;
    opened?.session.end();
    opened?.frame.end();
    const sheet = touched && viewportBox(window).width < limits.sheetBelowPx;
    const frame = new CardFrame(host, mark, {
      window,
      theme: themeOf(mark.range),
      rtl: deps.rtl,
      sheet,
      pointer: by === 'keyboard' ? null : pointer,
      outOfSight: () => send({ type: 'out-of-sight' }),
    });
    const session = new CardSession(mark.mention, mark.range.toString(), deps, { draw, close: () => send({ type: 'close' }), pin, hold }, { choices, sheet, pinned });
    opened = { mark, frame, session, at: now() };
    listen(frame.layer);
    session.start();
    reading.light(mark.mention);
    if (sheet) {
      const hidden = frame.hiddenBySheet();
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: 'instant' });
    }
    if (by !== 'keyboard') return;
    if (stop.mark) stop.expanded = true;
    else focusBefore = window.document.activeElement instanceof window.HTMLElement ? window.document.activeElement : null;
    focusCard();
  }

  function draw(view: CardView): void {
    if (!opened) return;
    const { layer } = opened.frame;
    const hadFocus = layer.contains(focusWithin(layer));
    deps.render(layer, view);
    opened.frame.place();
    // A button that did its work and went must not drop the keyboard out of the card.
    if (hadFocus && !layer.contains(focusWithin(layer))) focusCard();
  }

  /** As the reader set it, else as the ground the mention stands on: a page can be dark on a light system. */
  function themeOf({ startContainer }: Range): 'light' | 'dark' {
    const { theme } = deps.settings();
    return theme === 'auto' ? groundReader()(startContainer.parentElement ?? window.document.documentElement) : theme;
  }

  function pin(on: boolean): void {
    if (opened) opened.frame.fixed = on;
    send({ type: 'pin', on });
  }

  function hold(ms: number): void {
    send({ type: 'hold', until: now() + ms });
  }

  function focusCard(): void {
    const box = opened?.frame.layer.firstElementChild as HTMLElement | null | undefined;
    box?.focus({ preventScroll: true });
  }

  function close(returnFocus: boolean): void {
    if (!opened) return;
    const { frame, session } = opened;
    const inside = frame.layer.contains(focusWithin(frame.layer));
    opened = null;
    session.end();
    frame.end();
    deps.render(frame.layer, null);
    host.release('card');
    for (const key of marks.keys()) if (key !== state.waiting?.mark) marks.delete(key);
    stop.expanded = false;
    if (stop.mark) {
      if (returnFocus || inside) stop.focus();
    } else {
      if (inside && focusBefore?.isConnected) focusBefore.focus({ preventScroll: true });
      reading.light(null);
    }
    focusBefore = null;
  }

  /** Layers are reused while cards follow one another: what is listened to once stays. */
  function listen(layer: HTMLElement): void {
    if (listening.has(layer)) return;
    listening.add(layer);
    layer.addEventListener('click', distrust, { capture: true });
    layer.addEventListener('focusin', (event) => {
      const target = event.target as Element;
      send({ type: 'focus', inside: target.matches(':focus-visible, select') });
    });
    layer.addEventListener('focusout', (event) => {
      if (!layer.contains(event.relatedTarget as Node | null)) send({ type: 'focus', inside: false });
    });
    layer.addEventListener('keydown', inCard);
  }
  const listening = new WeakSet<HTMLElement>();

  /** A click that did not honestly fall on a card in plain sight does nothing, and ends the card. */
  function distrust(event: Event): void {
    if (host.trusts(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (opened && now() - opened.at > limits.cardUnaimedMs) send({ type: 'close' });
  }

  function inCard(event: KeyboardEvent): void {
    if (!opened || !event.isTrusted) return;
    const { layer } = opened.frame;
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      opened.session.go((event.key === 'ArrowLeft') !== deps.rtl ? -1 : 1);
    }
    if (event.key !== 'Tab') return;
    const stops = [...layer.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), select, summary, [tabindex="0"]')].filter((one) => one.checkVisibility());
    const leaving = event.shiftKey ? stops[0] === event.target || event.target === layer.firstElementChild : stops.at(-1) === event.target;
    if (!leaving) return;
    // Past its ends the keyboard is back at the name; a pinned card begins again.
    event.preventDefault();
    if (state.open?.pinned) (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    else send({ type: 'close' });
  }

  const heard = new WeakSet<Window>();
  /** In the page's window, and in each frame of it that was read. */
  function hearAll(): void {
    for (const one of reading.views) {
      if (heard.has(one)) continue;
      heard.add(one);
      hearInput(one, window, signal, input);
    }
  }
  const input: PageInput = {
    moved: (x, y, at) => {
      pointer = { x, y };
      touched = false;
      if (state.waiting || state.open) send({ type: 'move', at, x, y, zone: opened?.frame.zone(x, y) ?? 'away' });
    },
    rested: (x, y, at) => {
      const mark = opened?.frame.zone(x, y) === 'card' ? null : reading.markAt(x, y);
      send({ type: 'rest', at, x, y, mark: mark && keep(mark) });
    },
    disturbed: () => send({ type: 'disturbed' }),
    pressed: ({ target, x, y, isTouch, isFree }) => {
      if (opened && (opened.frame.layer.getRootNode() as ShadowRoot).host === target) return;
      touched = isTouch;
      pointer = { x, y };
      const mark = isFree ? reading.markAt(x, y) : null;
      send({ type: 'press', mark: mark && keep(mark) });
    },
    escaped: () => {
      if (opened) send({ type: 'escape' });
      else if (stop.focused) stop.leave();
      else return false;
      return true;
    },
  };
  hearAll();

  let { url } = reading.article;
  const offChange = reading.onChange(() => {
    hearAll();
    if (reading.article.url !== url) choices.clear();
    url = reading.article.url;
    if (opened && reading.rangeOf(opened.mark.mention) === null) send({ type: 'close' });
  });
  signal.addEventListener('abort', () => {
    offChange();
    if (timer !== null) window.clearTimeout(timer);
    close(false);
    stop.end();
  });

  return {
    step(direction) {
      const all = reading.marks();
      if (all.length === 0) return false;
      const index = nextIndex(all, stop.mark, direction, window);
      const mark = all[index] as Mark;
      if (opened) send({ type: 'close' });
      reveal(mark.range, window);
      stop.show(mark, deps.stopLabel(mark.mention, mark.range.toString(), index, all.length), themeOf(mark.range));
      reading.light(mark.mention);
      return true;
    },
    openFor(mention) {
      const range = reading.rangeOf(mention);
      if (!range) return;
      pointer = null;
      reveal(range, window);
      send({ type: 'press', mark: keep({ mention, range }) });
    },
    close: () => send({ type: 'close' }),
    refresh: () => opened?.session.refresh(),
  };
}

function isSame(one: Mention, other: Mention): boolean {
  return one.start === other.start && one.end === other.end && sameEntity(one, other);
}

function sameEntity(one: EntityRef, other: EntityRef): boolean {
  return one.pack === other.pack && one.entity === other.entity;
}

/** What has the focus inside our root; null: nothing. */
function focusWithin(layer: HTMLElement): Element | null {
  return (layer.getRootNode() as ShadowRoot | Document).activeElement;
}
