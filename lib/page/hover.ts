import { limits } from '../limits.ts';
import type { Zone } from './place-card.ts';

/**
 * When a card opens and closes: a state machine without clock or DOM. Marks are told apart by a key. Times are
 * milliseconds of one clock.
 */
export interface HoverState {
  /** The pointer rests on a mark and the dwell runs. */
  waiting: { mark: string; since: number; x: number; y: number } | null;
  open: OpenCard | null;
  /** Closed by Escape under the pointer: it opens again only after the pointer has been elsewhere. */
  dismissed: string | null;
}

export interface OpenCard {
  mark: string;
  by: OpenedBy;
  pinned: boolean;
  /** The keyboard is in the card. */
  focused: boolean;
  /** Since when the pointer has been off both mark and card; null: on one of them, or it never came (touch, keyboard). */
  leftAt: number | null;
  /** It stays at least until then, whatever the pointer does: an undo is on offer. */
  heldUntil: number;
}

export type OpenedBy = 'hover' | 'press' | 'keyboard';

export type HoverEvent =
  /** The pointer moved, no button down; `zone` tells where it is while a card is open. */
  | { type: 'move'; at: number; x: number; y: number; zone: Zone }
  /** It has come to rest, over a mark or not; `at` is the time of its last move. */
  | { type: 'rest'; at: number; x: number; y: number; mark: string | null }
  /** A button went down, the page scrolled, the pointer left the window. */
  | { type: 'disturbed' }
  /** Click or tap on a mark, or outside marks and card. */
  | { type: 'press'; mark: string | null }
  | { type: 'key-open'; mark: string }
  | { type: 'escape' }
  | { type: 'close' }
  /** The line it explains is out of sight. */
  | { type: 'out-of-sight' }
  | { type: 'pin'; on: boolean }
  | { type: 'focus'; inside: boolean }
  | { type: 'hold'; until: number }
  | { type: 'time'; at: number };

export type HoverEffect = { type: 'open'; mark: string; by: OpenedBy } | { type: 'close'; returnFocus: boolean };

export interface HoverStep {
  state: HoverState;
  effect: HoverEffect | null;
  /** When a `time` event is due; null: never as things stand. */
  wakeAt: number | null;
}

export interface HoverTiming {
  dwellMs: number;
  graceMs: number;
}

export const hoverIdle: HoverState = { waiting: null, open: null, dismissed: null };

/** One event: what is so now, what is to be done, when to ask again. */
export function hover(state: HoverState, event: HoverEvent, timing: HoverTiming): HoverStep {
  const { state: next, effect = null } = react(state, event, timing);
  return { state: next, effect, wakeAt: wakeAt(next, timing) };
}

interface Reaction {
  state: HoverState;
  effect?: HoverEffect;
}

function react(state: HoverState, event: HoverEvent, timing: HoverTiming): Reaction {
  const { waiting, open } = state;
  switch (event.type) {
    case 'move': {
      const strayed = waiting && Math.hypot(event.x - waiting.x, event.y - waiting.y) > limits.pointerTremorPx;
      return { state: { ...state, waiting: strayed ? null : waiting, open: open && moved(open, event.zone, event.at) } };
    }
    case 'rest': {
      const { mark, at, x, y } = event;
      const dismissed = mark === state.dismissed ? mark : null;
      if (mark === null || mark === dismissed || mark === open?.mark || open?.pinned) return { state: { ...state, dismissed, waiting: null } };
      return { state: { ...state, dismissed, waiting: waiting?.mark === mark ? waiting : { mark, since: at, x, y } } };
    }
    case 'disturbed':
      return { state: { ...state, waiting: null } };
    case 'press':
      if (event.mark !== null) return opened(state, event.mark, 'press');
      return open && !open.pinned ? closed(false, null) : { state: { ...state, waiting: null } };
    case 'key-open':
      return opened(state, event.mark, 'keyboard');
    case 'escape':
      return open ? closed(true, open.mark) : { state: { ...state, waiting: null } };
    case 'close':
      return open ? closed(true, open.mark) : { state };
    case 'out-of-sight':
      return open && !open.pinned ? closed(open.focused, null) : { state };
    case 'pin':
      return { state: { ...state, open: open && { ...open, pinned: event.on } } };
    case 'focus':
      return { state: { ...state, open: open && { ...open, focused: event.inside } } };
    case 'hold':
      return { state: { ...state, open: open && { ...open, heldUntil: event.until } } };
    case 'time': {
      if (waiting && event.at >= waiting.since + timing.dwellMs) return opened(state, waiting.mark, 'hover');
      const closesAt = open && closing(open, timing);
      if (closesAt === null || event.at < closesAt) return { state };
      // On another name already: that one's dwell runs on.
      return { state: { ...hoverIdle, waiting }, effect: { type: 'close', returnFocus: false } };
    }
  }
}

function moved(open: OpenCard, zone: Zone, at: number): OpenCard {
  if (zone === 'mark' || zone === 'card') return { ...open, leftAt: null };
  // On the bridge each move towards the card starts the grace anew; only resting there ends it.
  return { ...open, leftAt: zone === 'bridge' ? at : (open.leftAt ?? at) };
}

function opened(state: HoverState, mark: string, by: OpenedBy): Reaction {
  const { open } = state;
  if (open?.mark === mark) {
    const focused = open.focused || by === 'keyboard';
    const taken = { ...state, waiting: null, open: { ...open, by, focused } };
    return by === 'keyboard' ? { state: taken, effect: { type: 'open', mark, by } } : { state: taken };
  }
  const card: OpenCard = { mark, by, pinned: open?.pinned ?? false, focused: by === 'keyboard', leftAt: null, heldUntil: 0 };
  return { state: { waiting: null, open: card, dismissed: null }, effect: { type: 'open', mark, by } };
}

function closed(returnFocus: boolean, dismissed: string | null): Reaction {
  return { state: { waiting: null, open: null, dismissed }, effect: { type: 'close', returnFocus } };
}

/** When an open card closes by itself; null: not as things stand. */
function closing(open: OpenCard, { graceMs }: HoverTiming): number | null {
  if (open.pinned || open.focused || open.leftAt === null) return null;
  return Math.max(open.leftAt + graceMs, open.heldUntil);
}

function wakeAt({ waiting, open }: HoverState, timing: HoverTiming): number | null {
  const times = [waiting && waiting.since + timing.dwellMs, open && closing(open, timing)].filter((time) => time !== null);
  return times.length > 0 ? Math.min(...times) : null;
}
