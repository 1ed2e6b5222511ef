import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../lib/match/compile.ts';
import { firstLetter, fold, foldedWords } from '../../../lib/match/fold.ts';
import { openIndex } from '../../../lib/match/layout.ts';
import { scan } from '../../../lib/match/scan.ts';
import { findNaively } from './naive.ts';
import { entity } from './packs.ts';

function foldLetter(char: string): string {
  const unit = fold[char.charCodeAt(0)] ?? 0;
  return unit >= firstLetter ? String.fromCharCode(unit) : '';
}

function indexOf(names: readonly string[]) {
  return openIndex(compileMatcher(names.map((name, number) => entity(`e${number}`, [{ text: name, lang: 'zh' }]))).index);
}

function found(names: readonly string[], text: string): string[] {
  return scan(indexOf(names), text).map(({ start, end }) => text.slice(start, end));
}

/** Few letters, so that names meet text; every class of unit and every script with rules of its own. */
const letters = [...'aabsSéßıİ', ...'الوبلكفةىأ', ...'сйи', ...'中かก', ...'12'];
const between = [' ', ' ', ' ', '-', '’', "'", '\u0301', '\u200b', '\u202e', 'ـ', '\u064e', '.', ',', '\n', '“', '\ud800', '\udc00', '😀', '\u00a0'];
const textArbitrary = fc.array(fc.constantFrom(...letters, ...letters, ...between), { maxLength: 60 }).map((parts) => parts.join(''));
const nameArbitrary = fc
  .array(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));

describe('scan', () => {
  it('finds what the naive matcher finds, span for span, in all scripts', () => {
    fc.assert(
      fc.property(fc.array(nameArbitrary, { minLength: 1, maxLength: 12 }), fc.array(fc.oneof(textArbitrary, nameArbitrary), { maxLength: 6 }), (names, parts) => {
        const text = [...parts, ...names].join(' ');
        const spellings = new Set(names.map((name) => foldedWords(name).join(' ')).filter((name) => name !== ''));
        const expected = findNaively(text, spellings, foldLetter).map(({ start, end }) => ({ start, end }));
        expect(scan(indexOf(names), text).map(({ start, end }) => ({ start, end }))).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('reads over case, marks, tatweel and unseen characters and keeps offsets exact', () => {
    for (const [name, text] of [
      ['Hayat Tahrir al-Sham', '“Hay’at Taḥrīr Al‐Shām”'],
      ['Şırnak', 'ŞIRNAK'],
      ['Afrin', 'A\u200bfri\u0301n'],
      ['أحمد الشرع', 'أحْمَد الشّـــرع'],
      ['هيئة تحرير الشام', 'هيئه تحرير الشام'],
      ['沙姆', '支持沙姆的人'],
    ] as const) {
      expect(found([name], `x ${text} y`), text).toHaveLength(1);
    }
    expect(found(['Afrin'], 'in A\u200bfri\u0301n.')).toEqual(['A\u200bfri\u0301n']);
  });

  it('ends a name before an s or a suffix after an apostrophe, and begins one after an elision or proclitics', () => {
    expect(found(['Syria'], 'Syria’s Syrias SYRIA\'S Syria’')).toEqual(['Syria', 'Syria', 'SYRIA', 'Syria']);
    expect(found(['Türkiye'], 'Türkiye’nin Türkiye\'deki')).toEqual(['Türkiye', 'Türkiye']);
    expect(found(['Idlib'], 'd’Idlib jusqu’à l’Idlib’deki')).toEqual(['Idlib', 'Idlib']);
    expect(found(['الشام'], 'والشام وبالشام للشام وللشام كالشام')).toEqual(['الشام', 'الشام', 'لشام', 'لشام', 'الشام']);
    expect(found(['حلب'], 'وبحلب الحلب فلحلب')).toEqual(['حلب', 'حلب', 'حلب']);
  });

  it('finds whole words only, and never across a line, a clause or a sentence', () => {
    expect(found(['Idlib'], 'Idlibi xIdlib Idlibville')).toEqual([]);
    expect(found(['Olive Branch'], 'Olive\nBranch Olive, Branch Olive. Branch Olive Branch')).toEqual(['Olive Branch']);
    expect(found(['U.S.'], 'the U.S. said')).toEqual(['U.S']);
  });

  it('takes hostile text in linear time and without throwing', () => {
    const index = indexOf(['Idlib', 'al-Sham', 'الشام', 'a b c d e f g h']);
    const million = 1_000_000;
    const texts = {
      plain: 'the quick brown fox '.repeat(million / 20),
      'no space': 'a'.repeat(million),
      'marks': `Idlib${'\u0301'.repeat(million)}`,
      'apostrophes': 'a’'.repeat(million / 2),
      'surrogates': '\ud800'.repeat(million),
      'overrides': 'Id\u202elib '.repeat(million / 7),
      'prefixes': 'a b c d e f g '.repeat(million / 14),
      'proclitics': `${'وبال'.repeat(20)} `.repeat(million / 81),
      'unseen': `Idlib ${'\u200b'.repeat(million)} al-Sham`,
    };
    for (const [name, text] of Object.entries(texts)) {
      // The processor's time, which others at work on the same machine do not add to.
      const before = process.cpuUsage();
      scan(index, text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, name).toBeLessThan(1000);
    }
    expect(scan(index, `Idlib${'\u0301'.repeat(million)}`)).toEqual([]);
    expect(scan(index, 'Id\u202elib')).toHaveLength(1);
  }, 60_000);

  it('refuses a buffer that is no index', () => {
    expect(() => openIndex(new ArrayBuffer(3))).toThrow(RangeError);
    expect(() => openIndex(new ArrayBuffer(400))).toThrow(RangeError);
  });
});
