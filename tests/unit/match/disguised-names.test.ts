import { describe, expect, it } from 'vitest';
import { sourceMatcher } from '../../support/source-matcher.ts';
import { pageOf } from './packs.ts';

/** Names written so that a reader sees them and a program may not, or the other way round. The README states the policy. */
const matcher = sourceMatcher();

function found(text: string, lang = 'en'): string[] {
  return matcher.find(pageOf(text, { lang }), null).mentions.map(({ start, end }) => text.slice(start, end));
}

/** Time of the processor, which others at work on the same machine add little to. */
function processorMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
    // Quadratic reading of the slowest of these took fourteen seconds.
    expect(processorMs(() => found(text, lang))).toBeLessThan(3000);
  });

  /** Short forms that are all different, each spelled out beside a name. */
  const spelledOut = Array.from({ length: 12_000 }, (_, index) => {
    const [a, b, c] = [index % 23, Math.floor(index / 23) % 23, Math.floor(index / 529)].map((at) => String.fromCharCode(65 + at));
    return `${a}aa ${b}bb ${c}cc (${a}${b}${c}) Idlib `;
  }).join('');

  it.each([
    ['ambiguous acronyms', 'HTS SDF '.repeat(16_000)],
    ['acronyms that are words too', `Idlib is ${'Damascus IS '.repeat(10_000)}`],
    ['common names around one that is specific', 'Turkey, Hayat Tahrir al-Sham and IS, '.repeat(3000)],
    ['acronyms in brackets', '(HTS) (SDF) '.repeat(10_000)],
    ['brackets that never close', 'SDF ('.repeat(20_000)],
    ['acronyms spelled out', spelledOut],
    ['surnames after given names that differ', Array.from({ length: 12_000 }, (_, index) => `X${index.toString(36).replace(/[0-9]/g, 'q')}a Assad `).join('')],
    ['beginnings of a list of what is banned', 'запрещ организаци '.repeat(10_000)],
  ])('of nothing but %s costs at most twice as much a letter when it is four times as long', (_, text) => {
    const part = text.slice(0, text.length / 4);
    const least = { part: Infinity, whole: Infinity };
    for (let turn = 0; turn < 2; turn++) {
      least.part = Math.min(least.part, processorMs(() => found(part)));
      least.whole = Math.min(least.whole, processorMs(() => found(text)));
    }
    expect(least.whole / least.part).toBeLessThan(8);
  });
});
