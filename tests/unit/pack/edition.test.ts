import { expect, it } from 'vitest';
import { isNewer } from '../../../lib/pack/edition.ts';

it.each([
  ['2026-03-11', '1.0.0', '2026-03-10', '9.0.0', true],
  ['2026-03-10', '1.10.0', '2026-03-10', '1.9.9', true],
  ['2026-03-10', '1.9.9', '2026-03-10', '1.10.0', false],
  ['2026-03-10', '1.0.0', '2026-03-10', '1.0.0', false],
  ['2026-03-09', '2.0.0', '2026-03-10', '1.0.0', false],
])('the edition of %s, %s is newer than that of %s, %s: %s', (asOf, version, otherAsOf, otherVersion, expected) => {
  expect(isNewer({ asOf, version }, { asOf: otherAsOf, version: otherVersion })).toBe(expected);
});
