import { describe, expect, test } from 'vitest';
import { existence, natureText, quotable, statementDate } from '../../../components/card/card-dates.ts';
import { aCard, aSource, aStatement } from '../../support/card-fixture.ts';
import { english } from '../../support/words.ts';

describe('dates as exact as they are known, and no more', () => {
  test.each([
    ['2017-01-28', null, '28 Jan 2017'],
    ['2017-01', null, 'Jan 2017'],
    ['2017', null, '2017'],
    ['2018', '2019', '2018–2019'],
    ['2018-01-20', '2018-03-24', '20 Jan 2018–24 Mar 2018'],
    ['2018', '2018', '2018'],
  ])('%s to %s is "%s"', (date, to, text) => {
    expect(statementDate(aStatement(date, 'A.', { to }), 'en-GB')).toBe(text);
  });
});

test.each([
  [{ type: 'armed-group', exists: { from: '2017-01-28', to: null } }, 'since 2017'],
  [{ type: 'person', exists: { from: '1982', to: null } }, 'born 1982'],
  [{ type: 'military-operation', exists: { from: '2018-01-20', to: '2018-03-24' } }, '20 Jan 2018 to 24 Mar 2018'],
  [{ type: 'agreement', exists: { from: '2018-09-17', to: null } }, 'since 17 Sept 2018'],
  [{ type: 'event', exists: { from: '2018-09-17', to: '2018-09-17' } }, '17 Sept 2018'],
  [{ type: 'place', exists: { from: null, to: null } }, null],
] as const)('%j was there "%s"', (change, text) => {
  expect(existence(aCard(change), english)).toBe(text);
});

test.each([
  [{ nature: 'state-outlet', about: 'Syria' }, 'state outlet: Syria'],
  [{ nature: 'party', about: null }, 'party to the conflict'],
  [{ nature: 'media', about: null }, null],
  [{ nature: 'agency', about: 'covers the north-east' }, 'covers the north-east'],
] as const)('of a source %j is said %j', (change, text) => {
  expect(natureText(aSource(change), english)).toBe(text);
});

test('a copied statement carries its subject, date, source and address', () => {
  expect(quotable('HTS', aStatement('2018', 'It was so.', { sources: [aSource()] }), english)).toBe('HTS, 2018: It was so.\nReuters, “A dispatch”, 31 Aug 2018, https://example.org/a');
});
