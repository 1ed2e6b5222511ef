import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../lib/limits.ts';
import { shownContext } from '../../../lib/clip/shown-context.ts';

const long = 'word '.repeat(limits.quoteContextUtf16 / 5);

test.each([
  ['the last whole sentence before', { prefix: 'One is here. Two is a whole one. ', suffix: '' }, { before: 'Two is a whole one. ', after: '' }],
  ['the piece the quote goes on from', { prefix: `${long}ended there. Officials say that `, suffix: '' }, { before: 'Officials say that ', after: '' }],
  ['words where there is no sentence', { prefix: `cut ${long}`, suffix: '' }, { before: `… ${long}`, after: '' }],
  ['nothing of another block', { prefix: 'Another paragraph.\n', suffix: '\nThe next one.' }, { before: '', after: '' }],
  ['all of a short block', { prefix: 'He said ', suffix: ' and left' }, { before: 'He said ', after: ' and left' }],
  ['the sentence after', { prefix: '', suffix: ' It ends here. And another.' }, { before: '', after: ' It ends here.' }],
  ['Arabic sentences', { prefix: 'قال ذلك؟ ثم جاء القوم إلى ', suffix: '' }, { before: 'ثم جاء القوم إلى ', after: '' }],
])('shows %s', (_, context, shown) => {
  expect(shownContext(context)).toEqual(shown);
});

test('shows only words that stand beside the quote', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (prefix, suffix) => {
      const { before, after } = shownContext({ prefix, suffix });
      expect(prefix.endsWith(before.replace(/^… /, ''))).toBe(true);
      expect(suffix.startsWith(after.replace(/ …$/, ''))).toBe(true);
    }),
  );
});
