import fc from 'fast-check';
import type { PackFile } from '../../lib/pack/schema.ts';

/** Ways a pack file can be damaged or made to harm, each a change of the valid file's text or of its value. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Harm = (text: string) => string;

const nasty: Json[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'a',
  '\u0000',
  '\ud800',
  'Af\u202erin',
  '<img src="https://evil.example/x.png" onerror="alert(1)">',
  '<style>@import url(https://evil.example/x.css)</style>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'constructor',
  '__proto__',
  '9999-99-99',
  'NaN',
  'x'.repeat(2_000),
  [],
  {},
  [[[[]]]],
  { toString: 'x', hasOwnProperty: 1 },
];
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'id', 'text', 'sources', 'script', 'Ä'];

/** Puts a value in the place of any part of the file, adds a key to it, doubles it, or takes it out. */
const inValue: fc.Arbitrary<Harm> = fc.tuple(fc.nat(), fc.constantFrom('put', 'add', 'double', 'drop'), fc.constantFrom(...nasty), fc.constantFrom(...keys)).map(
  ([pick, how, value, key]) =>
    (text) => {
      const root = tryParse(text);
      if (root === undefined) return text;
      const places = placesOf(root);
      const place = places[pick % Math.max(1, places.length)];
      if (!place) return text;
      const { holder, at } = place;
      if (how === 'put') set(holder, at, value);
      else if (how === 'drop' && Array.isArray(holder)) holder.splice(Number(at), 1);
      else if (how === 'drop') Reflect.deleteProperty(holder, at);
      else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(at)] ?? null));
      else if (!Array.isArray(holder)) Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
      return JSON.stringify(root);
    },
);

const inText: fc.Arbitrary<Harm> = fc
  .tuple(fc.nat(), fc.nat({ max: 60 }), fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'null', '"__proto__":1,', '\u0000', '\ufeff')))
  .map(([at, length, put]) => (text) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + length);
  });

const inBytes: fc.Arbitrary<(text: string) => Uint8Array> = fc.array(fc.tuple(fc.nat(), fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 127 }) }, fc.nat({ max: 255 }))), { minLength: 1, maxLength: 4 }).map((flips) => (text) => {
  const bytes = new TextEncoder().encode(text);
  for (const [at, mask] of flips) bytes[at % bytes.length]! ^= mask;
  return bytes;
});

const cutOff: fc.Arbitrary<Harm> = fc.nat().map((at) => (text) => text.slice(0, at % text.length));

const nested: fc.Arbitrary<Harm> = fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom('[', '{"a":')).map(
  ([depth, open]) =>
    (text) =>
      text.replace('"facts":[', `"facts":[${open.repeat(depth)}${(open === '[' ? ']' : '}').repeat(depth)}${depth % 2 ? ',' : ''}`),
);

/** A ring of relations, so that whatever follows them must know where to stop. */
const ring: fc.Arbitrary<Harm> = fc.constantFrom('part-of', 'successor-of', 'allied-with').map((type) => (text) => {
  const pack = tryParse(text) as PackFile | undefined;
  if (!Array.isArray(pack?.entities)) return text;
  const ids = pack.entities.map((entity) => entity?.id);
  for (const [at, entity] of pack.entities.entries()) if (typeof entity === 'object' && entity) entity.relations = [{ type, target: ids[(at + 1) % ids.length]!, sources: ['post/a'] }];
  return JSON.stringify(pack);
});

/** A valid pack's text after one to three harms; what only bytes can be comes last. */
export function hostileFile(valid: PackFile): fc.Arbitrary<string | Uint8Array> {
  const harm = fc.oneof({ weight: 5, arbitrary: inValue }, { weight: 2, arbitrary: inText }, cutOff, nested, ring);
  return fc.tuple(fc.array(harm, { minLength: 1, maxLength: 3 }), fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: inBytes })).map(([harms, last]) => {
    const text = harms.reduce((rest, one) => one(rest), JSON.stringify(valid));
    return last && text.length > 0 ? last(text) : text;
  });
}

/** Files that are all of one wickedness, too big to be made thousands of times. */
export function wickedFiles(valid: PackFile): [what: string, file: string][] {
  const withAliases = (texts: string[]) =>
    JSON.stringify({ ...valid, entities: valid.entities.map((entity, at) => (at === 0 ? { ...entity, aliases: texts.map((text) => ({ text, lang: 'en', kind: 'name' })) } : entity)) });
  return [
    ['a one-letter name', withAliases(['a'])],
    ['a name of a megabyte', withAliases(['a'.repeat(1_000_000)])],
    ['a hundred thousand names', withAliases(Array.from({ length: 100_000 }, (_, at) => `name ${at}`))],
    ['a hundred thousand levels', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a number of a megabyte', `{"format":${'1'.repeat(1_000_000)}}`],
    ['two entities of one id', JSON.stringify({ ...valid, entities: [...valid.entities, ...valid.entities] })],
  ];
}

function tryParse(text: string): Json | undefined {
  try {
    // Beyond that depth the tools of this file fail before those that are tested.
    return /[[{]{500}/.test(text.replaceAll('"a":', '')) ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** Every part of the value, by what holds it; without recursion, as a harm before may have nested it deeply. */
function placesOf(root: Json): { holder: Json[] | { [key: string]: Json }; at: string }[] {
  const places: { holder: Json[] | { [key: string]: Json }; at: string }[] = [];
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [at, child] of Object.entries(value)) {
      places.push({ holder: value, at });
      open.push(child);
    }
  }
  return places;
}

function set(holder: Json[] | { [key: string]: Json }, at: string, value: Json): void {
  Object.defineProperty(holder, at, { value, enumerable: true, configurable: true, writable: true });
}
