import { expect, test } from 'vitest';
import { withLastWords } from '../../../entrypoints/surfaces/last-words.ts';
import type { Translate } from '../../../lib/i18n.ts';
import { countOf } from '../../../components/shared/words.ts';
import { wordsIn } from '../../support/words.ts';

test.each(['en', 'ar', 'ru'] as const)('in %s still says how many excerpts are not saved once the extension is gone', async (lang) => {
  const { t } = await wordsIn(lang);
  let gone = false;
  const orphaned: Translate = (...args) => {
    if (gone) throw new Error('Extension context invalidated.');
    return t(...args);
  };
  const last = withLastWords(orphaned);
  const before = [1, 2, 3, 11].map((count) => countOf({ t, lang }, 'clipNotSaved', count));
  gone = true;
  expect([1, 2, 3, 11].map((count) => countOf({ t: last, lang }, 'clipNotSaved', count))).toEqual(before);
  expect(last('clipNotRemoved')).toBe(t('clipNotRemoved'));
  expect(last('clipSaved')).toBe('');
});
