import { expect, test } from 'vitest';
import { fillIn, languageToFetch } from '../../../lib/settings/languages.ts';

test.each([
  ['auto', ['de-DE', 'de'], 'de', null, 'the browser’s own language stands'],
  ['auto', ['pt'], 'en-GB', null, 'a language that is not among ours leaves what the browser gives'],
  ['auto', ['ku', 'tr'], 'tr', 'ku', 'Kurmanji is asked for first in the list of languages for pages'],
  ['auto', ['kmr-TR', 'tr'], 'tr', 'ku', 'the same, under its other code'],
  ['auto', ['tr', 'ku'], 'tr', null, 'Kurmanji further down is not asked for'],
  ['auto', ['ku'], 'ku', null, 'a browser that gives Kurmanji is right'],
  ['ar', ['en'], 'en-GB', 'ar', 'the reader’s choice goes before all'],
  ['en', ['ku'], 'en-GB', null, 'and needs nothing where the browser gives it'],
] as const)('chosen %s, accepted %j, given %s: fetches %s (%s)', (chosen, accepted, given, fetched, _why) => {
  expect(languageToFetch(chosen, accepted, given)).toBe(fetched);
});

test('a setting of before there was a choice leaves the browser’s language', () => {
  expect(languageToFetch(undefined as never, ['en'], 'en-GB')).toBe(null);
});

test('a sentence is filled in once, and what is filled in is not read again', () => {
  expect(fillIn({ a: { message: '$2 of $1, $1' } }, 'a', ['$2', 3])).toBe('3 of $2, $2');
  expect(fillIn({}, 'a', [])).toBe('');
});
