import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJsonLines } from '../../../lib/pack/json-lines.ts';
import { lineOfPath } from '../../../lib/pack/json-place.ts';

it('finds a value’s line past strings that look like JSON', () => {
  const text = '{\n"a": "}],{\\"b\\": [",\n"b": [\n1,\n{"c":\n"x"}]\n}';
  expect(lineOfPath(text, ['b', 0])).toBe(4);
  expect(lineOfPath(text, ['b', 1, 'c'])).toBe(6);
});

it('stays at the nearest value where the path leads no further', () => {
  expect(lineOfPath('{\n"a": {\n"b": 1}}', ['a', 'z', 3])).toBe(2);
  expect(lineOfPath('[1]', ['a'])).toBe(1);
});

it('ends on the line a whole parser finds, for any value and path', () => {
  const paths = (value: unknown): (string | number)[][] =>
    typeof value === 'object' && value !== null ? [[], ...Object.entries(value).flatMap(([key, child]) => paths(child).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]))] : [[]];
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, pick) => {
      const text = JSON.stringify(value, null, 1);
      const read = readJsonLines(text);
      fc.pre(read.ok);
      const all = paths(JSON.parse(text));
      const path = all[pick % all.length]!;
      if (read.ok) expect(lineOfPath(text, path)).toBe(read.json.lineOf(path));
    }),
    { numRuns: 500 },
  );
});
