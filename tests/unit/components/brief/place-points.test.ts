import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePoints } from '../../../../components/brief/place-points.ts';
import { aCard } from '../../../support/card-fixture.ts';

function place(name: string, lat: number, lon: number) {
  return aCard({ entity: name, name, type: 'place', kind: 'place', place: { lat, lon, approx: false } });
}
const idlib = place('Idlib', 35.93, 36.63);
const afrin = place('Afrin', 36.51, 36.87);
const atarib = place('al-Atarib', 36.14, 36.83);
const sochi = place('Sochi', 43.59, 39.72);

test('puts north up and east to the right, and names apart what is far away', () => {
  const map = placePoints([idlib, afrin, atarib, sochi], 384, 220)!;
  const at = (name: string) => map.points.find(({ card }) => card.name === name)!;
  expect(at('Afrin').y).toBeLessThan(at('al-Atarib').y);
  expect(at('al-Atarib').y).toBeLessThan(at('Idlib').y);
  expect(at('Idlib').x).toBeLessThan(at('Afrin').x);
  expect(map.far.map(({ name }) => name)).toEqual(['Sochi']);
});

test('is true to scale: Idlib to Afrin is 68 km', () => {
  const { points, scale } = placePoints([idlib, afrin], 384, 220)!;
  const [one, two] = points;
  const length = Math.hypot(one!.x - two!.x, one!.y - two!.y);
  expect((length / scale.length) * scale.km).toBeCloseTo(68, 0);
});

test('draws no map without places, and none of states', () => {
  expect(placePoints([aCard()], 384, 220)).toBeNull();
  expect(placePoints([aCard({ type: 'state', kind: 'state', place: { lat: 35, lon: 38, approx: true } })], 384, 220)).toBeNull();
});

test('keeps every point of any set of places on the map', () => {
  const places = fc.array(fc.record({ lat: fc.double({ min: -80, max: 80, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(places, (all) => {
      const map = placePoints(all.map(({ lat, lon }, at) => place(`p${at}`, lat, lon)), 384, 220)!;
      expect(map.points.length + map.far.length).toBe(all.length);
      expect(map.points.length).toBeGreaterThan(0);
      for (const { x, y } of map.points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(384);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(220);
      }
    }),
  );
});
