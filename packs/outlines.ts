import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { geoArea, geoCentroid, geoContains, geoDistance, geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Entity, PackFile } from '../lib/pack/schema.ts';
import { packsFolder } from './read-source.ts';

type Outlines = NonNullable<PackFile['outlines']>;
type Ring = [number, number][];

const width = 384;
const height = 260;
const margin = 12;
/** Islands below this share of the state's area are left out: at a card's size they are specks. */
const islandShareMin = 0.004;
/** A coast with more detail than a card can show is taken from the coarser atlas. */
const pathUtf16Max = 8_000;
/** Ports and border towns lie on a line that the atlas draws some kilometres away (0.003 is 19 km). */
const borderRadians = 0.003;

/**
 * Outlines of the pack's states and the pack's places on them, as `packs/<id>/outlines.json` names them: entity id to
 * ISO 3166-1 numeric code in world-atlas (Natural Earth 1:50m or 1:110m). Mercator, in units of a card's width. A place at a
 * border goes to the first state listed there.
 */
export function outlinesOf(packId: string, entities: readonly Entity[]): Outlines {
  const path = join(packsFolder, packId, 'outlines.json');
  if (!existsSync(path)) return {};
  const codes: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'));
  const places = entities.flatMap(({ id, type, place }) => (place && type === 'place' ? [{ id, at: [place.lon, place.lat] as [number, number] }] : []));
  const [fine, coarse] = [stateShapes('50m'), stateShapes('110m')];
  const placed = new Set<string>();
  const outlines = Object.entries(codes).map(([id, code]): [string, Outlines[string]] => {
    const shape = fine.get(code);
    if (!shape || !entities.some((entity) => entity.id === id)) throw new Error(`packs/${packId}/outlines.json: no outline ${code} or no entity ${id}`);
    const here = places.filter((place) => !placed.has(place.id) && liesOn(shape, place.at));
    for (const place of here) placed.add(place.id);
    const outline = project(shape, here);
    return [id, outline.path.length > pathUtf16Max ? project(coarse.get(code) ?? shape, here) : outline];
  });
  return Object.fromEntries(outlines);
}

function project(shape: Ring[][], places: readonly { id: string; at: [number, number] }[]): Outlines[string] {
  const land: GeoPermissibleObjects = { type: 'MultiPolygon', coordinates: mainParts(shape) };
  const projection = geoMercator().rotate([-geoCentroid(land)[0], 0]).fitExtent([[margin, margin], [width - margin, height - margin]], land);
  const points = places.map(({ id, at }): [string, { x: number; y: number }] => {
    const [x = 0, y = 0] = projection(at) ?? [];
    return [id, { x: Math.round(x), y: Math.round(y) }];
  });
  return { viewBox: `0 0 ${width} ${height}`, path: geoPath(projection).digits(0)(land) ?? '', points: Object.fromEntries(points) };
}

function liesOn(shape: Ring[][], at: [number, number]): boolean {
  return geoContains({ type: 'MultiPolygon', coordinates: shape }, at) || isOnBorder(shape, at);
}

function isOnBorder(shape: Ring[][], at: [number, number]): boolean {
  return shape.some((part) => part.some((ring) => ring.some((corner) => geoDistance(corner, at) < borderRadians)));
}

function mainParts(shape: Ring[][]): Ring[][] {
  const area = (part: Ring[]) => geoArea({ type: 'Polygon', coordinates: part });
  const whole = shape.reduce((sum, part) => sum + area(part), 0);
  return shape.filter((part) => area(part) / whole >= islandShareMin);
}

function stateShapes(detail: '50m' | '110m'): Map<string, Ring[][]> {
  const atlas: Topology<{ countries: GeometryCollection }> = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`world-atlas/countries-${detail}.json`)), 'utf8'));
  return new Map(
    feature(atlas, atlas.objects.countries).features.flatMap(({ id, geometry }): [string, Ring[][]][] => {
      if (geometry.type === 'Polygon') return [[String(id), [geometry.coordinates as Ring[]]]];
      return geometry.type === 'MultiPolygon' ? [[String(id), geometry.coordinates as Ring[][]]] : [];
    }),
  );
}
