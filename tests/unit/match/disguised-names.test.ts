import { describe, expect, it } from 'vitest';
import { sourceMatcher } from '../../support/source-matcher.ts';
import { pageOf } from './packs.ts';

/** Names written so that a reader sees them and a program may not, or the other way round. The README states the policy. */
const matcher = sourceMatcher();

function found(text: string, lang = 'en'): string[] {
  return matcher.find(pageOf(text, { lang }), null).mentions.map(({ start, end }) => text.slice(start, end));
}

describe('a name in disguise', () => {
  it.each([
    ['a zero-width space', 'A\u200bleppo'],
    ['a word joiner', 'A\u2060leppo'],
    ['a soft hyphen', 'Al\u00adeppo'],
    ['a byte order mark', 'Alep\ufeffpo'],
    ['a right-to-left override', 'Al\u202eeppo'],
    ['a combining mark', 'Ale\u0301ppo'],
    ['full-width letters', 'Ａｌｅｐｐｏ'],
  ])('is found with %s, its span holding what stands in the text', (_, name) => {
    expect(found(`Idlib and ${name}.`)).toEqual(['Idlib', name]);
  });

  it.each([
    ['a Cyrillic A', '\u0410leppo'],
    ['two Cyrillic letters within', 'Ale\u0440\u0440o'],
    ['a Greek A', '\u0391leppo'],
    ['a mathematical A', '\u{1d400}leppo'],
    ['a filler that is a letter', 'Al\u3164eppo'],
  ])('is not found with %s', (_, name) => {
    expect(found(`Idlib and ${name}.`)).toEqual(['Idlib']);
  });

  it('leaves overrides around a name out of its span', () => {
    expect(found('\u202eAleppo\u202c and Idlib')).toEqual(['Aleppo', 'Idlib']);
  });
});

describe('a hostile page', () => {
  const hundredThousand = 100_000;
  it.each([
    ['a million letters without a space', 'en', 'a'.repeat(1_000_000)],
    ['combining marks', 'en', `Idlib${'\u0301'.repeat(hundredThousand)}`],
    ['lone surrogates', 'en', `Idlib ${'\ud800'.repeat(hundredThousand)}`],
    ['names split by unseen characters', 'en', 'Id\u200blib A\u202el\u200beppo '.repeat(hundredThousand / 16)],
    ['names that wait for one another', 'ar', 'حلب الباب '.repeat(hundredThousand / 10)],
    ['common names beside a single specific one', 'en', `Idlib ${'Turkey '.repeat(hundredThousand / 7)}`],
    ['initials before a surname', 'fr', 'M. Erdogan '.repeat(hundredThousand / 11)],
    ['names that begin every sentence', 'ru', 'Хама хаму. '.repeat(hundredThousand / 11)],
  ])('of %s is read in time that grows with its length', (_, lang, text) => {
    const before = process.cpuUsage();
    found(text, lang);
    const { user, system } = process.cpuUsage(before);
    // Quadratic reading of the slowest of these took fourteen seconds.
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});
