import { describe, expect, test } from 'vitest';
import { languageNames, languages, type Sentences } from '../../../lib/settings/languages.ts';

const files = import.meta.glob<Sentences>('../../../public/_locales/*/messages.json', { import: 'default', eager: true });
const read = (language: string) => files[`../../../public/_locales/${language}/messages.json`]!;
const english = read('en');
const forms = ['Zero', 'One', 'Two', 'Few', 'Many', 'Other'];

/** Base of a counted sentence, `popupNames` of `popupNamesFew`; null for any other. */
function countedBase(name: string): string | null {
  const form = forms.find((one) => name.endsWith(one));
  const base = form && name.slice(0, -form.length);
  return base && english[`${base}One`] && english[`${base}Other`] ? base : null;
}

/** The plural forms a language uses for whole numbers a reader meets, with the numbers that take each. */
function pluralForms(language: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(language);
  const used = new Map<string, number[]>();
  for (let count = 0; count <= 1000; count += 1) {
    const form = rules.select(count);
    const name = `${form[0]!.toUpperCase()}${form.slice(1)}`;
    used.set(name, [...(used.get(name) ?? []), count]);
  }
  return used;
}

const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort();
const marks = (text: string) => [...text.matchAll(/\[([a-z0-9.-]+):/g)].map((match) => match[1]).sort();

test('there is one file for each language of the interface', () => {
  expect(Object.keys(files).map((path) => path.split('/').at(-2)).sort()).toEqual([...languages].sort());
});

describe.each(languages)('the sentences in %s', (language) => {
  const own = read(language);
  const plurals = pluralForms(language);

  test('are those of English, each counted one in every form the language has', () => {
    const wanted = Object.keys(english).flatMap((name) => {
      const base = countedBase(name);
      if (base === null) return [name];
      return name.endsWith('Other') ? [...new Set([...plurals.keys(), 'Other'])].map((form) => base + form) : [];
    });
    expect(Object.keys(own).sort()).toEqual(wanted.sort());
  });

  test('hold what English fills in; a count may be in words where a form stands for one number alone', () => {
    for (const [name, { message }] of Object.entries(own)) {
      const base = countedBase(name);
      const wanted = placeholders(english[base === null ? name : `${base}Other`]!.message);
      const isOneNumber = base !== null && plurals.get(name.slice(base.length))?.length === 1;
      const missing = wanted.filter((one) => !placeholders(message).includes(one));
      expect(isOneNumber ? missing.filter((one) => one !== '$1') : missing, name).toEqual([]);
      expect(placeholders(message).filter((one) => !wanted.includes(one)), name).toEqual([]);
    }
  });

  test('mark the same stretches', () => {
    for (const [name, { message }] of Object.entries(english)) if (!countedBase(name)) expect(marks(own[name]!.message), name).toEqual(marks(message));
  });

  test('are not empty, not padded, and fit where the stores cut', () => {
    for (const [name, { message }] of Object.entries(own)) expect(message.trim() && message, name).toBe(message);
    expect(own['extName']!.message.length).toBeLessThanOrEqual(45);
    expect(own['extDescription']!.message.length).toBeLessThanOrEqual(132);
  });

  test('say which language and direction they have', () => {
    const { language: primary } = new Intl.Locale(own['localeTag']!.message);
    expect(primary).toBe(language);
    expect(own['localeDirection']!.message).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(languageNames[language]).not.toBe('');
  });
});

test.each(languages.filter((language) => language !== 'en'))('no sentence in %s is left in English', (language) => {
  const phrase = (text: string) => text.replace('Backgrounder', '').match(/\p{L}{2,}/gu) ?? [];
  const left = Object.entries(read(language)).filter(([name, { message }]) => message === english[name]?.message && phrase(message).length > 1 && name !== 'optionsAddSiteHint');
  expect(left).toEqual([]);
});
