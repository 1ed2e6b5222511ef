import { limits } from '../limits.ts';

/** A rectangle in CSS pixels of the viewport, y downwards. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Side = 'below' | 'above';

export interface PlaceInput {
  /** The mention's line boxes, top to bottom, at least one; none of them may be covered. */
  lines: readonly Box[];
  /** The line the pointer is on, or 0: its inline start leads. */
  at: number;
  /** The card's size if nothing bounded it. */
  card: { width: number; height: number };
  viewport: Box;
  rtl: boolean;
  /** Where the card already stands: it grows there, rather than jump from under the pointer, while it has room to be read. */
  side?: Side | null;
}

export interface Placement {
  left: number;
  top: number;
  width: number;
  maxHeight: number;
  side: Side;
}

/**
 * Where the card goes: below the mention's last line, above its first where that gives the card more of itself, inside the
 * viewport, its inline start at the name's. Higher than the room or the cap, it scrolls (`maxHeight`).
 */
export function placeCard({ lines, at, card, viewport, rtl, side }: PlaceInput): Placement {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new RangeError('a mention has at least one line');
  const margin = marginIn(viewport);
  const cap = Math.min(limits.cardHeightPx, viewport.height * limits.cardHeightShare);
  const wanted = Math.min(card.height, cap);
  const floor = viewport.top + viewport.height - margin;
  const ceiling = viewport.top + margin;
  const below = Math.max(0, floor - (bottom(last) + limits.cardGapPx));
  const above = Math.max(0, first.top - limits.cardGapPx - ceiling);
  const roomier: Side = below >= wanted || below >= above ? 'below' : 'above';
  const kept = side && (side === 'below' ? below : above) >= Math.min(wanted, limits.cardReadableHeightPx);
  const chosen = kept ? side : roomier;
  const maxHeight = Math.floor(Math.min(cap, chosen === 'below' ? below : above));
  const height = Math.min(wanted, maxHeight);
  const width = Math.min(card.width, viewport.width - 2 * margin);
  const line = lines[at] ?? first;
  const wish = rtl ? line.left + line.width - width : line.left;
  return {
    left: clamp(wish, viewport.left + margin, viewport.left + viewport.width - margin - width),
    top: chosen === 'below' ? bottom(last) + limits.cardGapPx : first.top - limits.cardGapPx - height,
    width,
    maxHeight,
    side: chosen,
  };
}

/** The widest a card may be in this viewport. */
export function cardWidthIn(viewport: Box): number {
  return Math.min(limits.cardWidthPx, viewport.width - 2 * marginIn(viewport));
}

function marginIn(viewport: Box): number {
  return Math.min(viewport.width, viewport.height) < 400 ? limits.cardTightMarginPx : limits.cardMarginPx;
}

const bottom = (box: Box) => box.top + box.height;
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

export type Zone = 'mark' | 'card' | 'bridge' | 'away';
interface Point {
  x: number;
  y: number;
}

/**
 * Where the pointer is. `bridge`: on its way to the card, inside the triangle between the point where it left the mention
 * (`exit`) and the card's near edge, or in the gap between the two.
 */
export function zoneOf(pointer: Point, lines: readonly Box[], card: Box, exit: Point | null): Zone {
  if (holds(card, pointer)) return 'card';
  if (lines.some((line) => holds(line, pointer))) return 'mark';
  const from = exit ?? pointer;
  const edge = from.y <= card.top ? card.top : bottom(card);
  const left = { x: card.left, y: edge };
  const right = { x: card.left + card.width, y: edge };
  const between = pointer.x >= card.left && pointer.x <= right.x && Math.abs(pointer.y - edge) <= limits.cardGapPx;
  return between || (exit !== null && inTriangle(pointer, exit, left, right)) ? 'bridge' : 'away';
}

function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.left && x <= box.left + box.width && y >= box.top && y <= bottom(box);
}

function inTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const turns = [turn(point, a, b), turn(point, b, c), turn(point, c, a)];
  return turns.every((one) => one >= 0) || turns.every((one) => one <= 0);
}

/** Twice the signed area of the triangle: which side of b-c the point a lies on. */
function turn(a: Point, b: Point, c: Point): number {
  return (a.x - c.x) * (b.y - c.y) - (b.x - c.x) * (a.y - c.y);
}
