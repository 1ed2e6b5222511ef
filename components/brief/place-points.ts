import type { Card } from '../../lib/pack/card.ts';

export interface MapPoint {
  card: Card;
  x: number;
  y: number;
  /** Where the name stands beside the point. */
  side: 'start' | 'end' | 'above' | 'below';
}

export interface PlacePoints {
  points: MapPoint[];
  /** Places too far from the others to be on one map with them. */
  far: Card[];
  /** A round distance and its length on the map. */
  scale: { km: number; length: number };
}

const kmPerDegree = 111.2;

/**
 * Puts places (not states: a point says nothing of them) on a map of `width` × `height` units: equirectangular about their middle latitude, true to within 1 % over
 * the few hundred kilometres of one story. Null where there is no place to show.
 */
export function placePoints(cards: readonly Card[], width: number, height: number): PlacePoints | null {
  const placed = cards.flatMap((card) => (card.place && card.kind === 'place' ? [{ card, ...card.place }] : []));
  if (placed.length === 0) return null;
  const middle = { lat: median(placed.map((one) => one.lat)), lon: median(placed.map((one) => one.lon)) };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const flat = placed.map(({ card, lat, lon }) => ({ card, east: (lon - middle.lon) * shrink * kmPerDegree, north: (lat - middle.lat) * kmPerDegree }));
  const reach = Math.max(150, 3 * median(flat.map((one) => Math.hypot(one.east, one.north))));
  const near = flat.filter((one) => Math.hypot(one.east, one.north) <= reach);
  const [west, east, south, north] = [
    Math.min(...near.map((one) => one.east)),
    Math.max(...near.map((one) => one.east)),
    Math.min(...near.map((one) => one.north)),
    Math.max(...near.map((one) => one.north)),
  ];
  // Room for names at the sides, and never closer than a district's width: the points are towns, not houses.
  const km = Math.max((east - west) / (width - 150), (north - south) / (height - 70), 60 / width);
  const points = near.map(({ card, east: x, north: y }) => ({
    card,
    x: width / 2 + (x - (west + east) / 2) / km,
    y: height / 2 - (y - (south + north) / 2) / km,
  }));
  const round = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].findLast((distance) => distance / km <= width / 4) ?? 5;
  return { points: named(points, width), far: flat.filter((one) => !near.includes(one)).map((one) => one.card), scale: { km: round, length: round / km } };
}

type Box = { left: number; right: number; top: number; bottom: number };

/** Gives each name the first side on which it meets neither the edge nor another name or point. */
function named(points: Omit<MapPoint, 'side'>[], width: number): MapPoint[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  return points.map((point) => {
    const length = point.card.name.length * 7;
    const free = (['end', 'start', 'above', 'below'] as const).find((side) => {
      const box = labelBox(point, side, length);
      return box.left > 2 && box.right < width - 2 && !taken.some((other) => meets(box, other));
    });
    const side = free ?? 'end';
    taken.push(labelBox(point, side, length));
    return { ...point, side };
  });
}

function labelBox({ x, y }: { x: number; y: number }, side: MapPoint['side'], length: number): Box {
  if (side === 'end') return { left: x + 8, right: x + 10 + length, top: y - 8, bottom: y + 8 };
  if (side === 'start') return { left: x - 10 - length, right: x - 8, top: y - 8, bottom: y + 8 };
  const top = side === 'above' ? y - 24 : y + 8;
  return { left: x - length / 2, right: x + length / 2, top, bottom: top + 16 };
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
