import { describe, expect, test } from 'vitest';
import { dateText, dateWithinYear, monthName } from '../../../../components/shared/dates.ts';
import { listText } from '../../../../components/shared/intl.ts';
import { markedText } from '../../../../components/shared/marked-text.ts';
import { relationName } from '../../../../components/shared/relation-names.ts';
import { countOf, type Words } from '../../../../components/shared/words.ts';
import { webLink } from '../../../../components/shared/web-link.ts';
import { relationTypes } from '../../../../lib/pack/relations.ts';
import { english } from '../../../support/words.ts';

describe('counted sentences', () => {
  test('take the language’s own plural form', () => {
    expect(countOf(english, 'popupNames', 1)).toBe('1 name on this page');
    expect(countOf(english, 'popupNames', 1200)).toBe('1,200 names on this page');
  });

  test('ask for forms English has not, and fall back where a language needs no more', () => {
    const asked: string[] = [];
    const words: Words = { lang: 'ru', t: (name, ...values) => (asked.push(name), name.endsWith('Other') ? `${values[0]}` : '') };
    expect(countOf(words, 'popupNames', 3)).toBe('3');
    expect(asked).toEqual(['popupNamesFew', 'popupNamesOther']);
  });
});

test.each([
  ['2022-09-23', '23 Sept 2022', '23 Sept'],
  ['2022-09', 'Sept 2022', 'Sept'],
  ['2022', '2022', ''],
])('the date %s reads “%s”, and “%s” under its year', (date, text, within) => {
  expect(dateText(date, 'en-GB')).toBe(text);
  expect(dateWithinYear(date, 'en-GB')).toBe(within);
});

test('a language whose months the browser cannot name has its dates in digits', () => {
  // No browser knows this one, as Chromium does not know Kurmanji.
  expect(dateText('2022-09-23', 'xx')).toBe('23.09.2022');
  expect(dateText('2022-09', 'xx')).toBe('09.2022');
  expect(monthName(9, 'xx')).toBe('09');
  expect(monthName(9, 'en-GB')).toBe('September');
  expect(listText(['A', 'B', 'C'], 'xx')).toBe('A, B, C');
  expect(listText(['A', 'B', 'C'], 'en-GB')).toBe('A, B and C');
});

test('marked sentences are cut at their marks', () => {
  expect(markedText('At [place.idlib-2:Idlib] now')).toEqual([
    { text: 'At ', mark: null },
    { text: 'Idlib', mark: 'place.idlib-2' },
    { text: ' now', mark: null },
  ]);
});

test('every relation a card can show has words', () => {
  for (const type of relationTypes) expect(relationName(type) && english.t(relationName(type)!), type).toBeTruthy();
});

test.each([
  ['https://example.org/a', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//example.org', false],
  ['https://', false],
])('a link to %s may stand: %s', (url, may) => {
  expect(webLink(url) !== null).toBe(may);
});
