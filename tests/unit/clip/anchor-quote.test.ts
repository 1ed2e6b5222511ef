import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote, type Anchoring } from '../../../lib/clip/anchor-quote.ts';
import { describeQuote } from '../../../lib/clip/describe.ts';
import { wordsOf } from '../../../lib/clip/words.ts';
import { runToEnd } from '../../../lib/page/slices.ts';

const article = [
  'Talks resume on the northern road',
  'The two delegations met on 19 September inside a base near the river, west of the old town, and parted without a joint statement.',
  'A spokesman named Harun Vesely said the convoy “will not move” before Friday; 240 families are waiting on the far bank.',
  'Neither side has signed the paper. The mayor, who was not invited, called the meeting a rehearsal and asked for water first.',
  'Engineers expect the bridge to carry lorries again in three weeks, provided that no further rain falls in the upper valley.',
  'Last year the same road was closed for forty days, and prices in the old town doubled before the first lorry came through.',
].join('\n');

function anchor(before: string, quote: string, after: string): Anchoring & { text?: string } {
  const start = before.indexOf(quote);
  const selector = describeQuote(before, start, start + quote.length)!;
  const found = runToEnd(anchorQuote(runToEnd(wordsOf(after)), selector));
  return found.state === 'gone' ? found : { ...found, text: after.slice(found.startUtf16, found.endUtf16) };
}

describe('an excerpt on an unchanged page', () => {
  it('is found at its very place, wherever it begins and ends', () => {
    fc.assert(
      fc.property(fc.nat(article.length - 13), fc.integer({ min: 12, max: 400 }), (start, length) => {
        const selector = describeQuote(article, start, start + length)!;
        const found = runToEnd(anchorQuote(runToEnd(wordsOf(article)), selector));
        expect(found).toMatchObject({ state: 'anchored', startUtf16: selector.position!.start, endUtf16: selector.position!.end });
      }),
    );
  });

  it('is found among its own repetitions by what stands around it', () => {
    const text = 'He said no. The first to ask was the harbour master of the port. He said no. The second was a priest from the hills. He said no. The third never came back at all.';
    const start = text.indexOf('He said no', 20);
    const found = runToEnd(anchorQuote(runToEnd(wordsOf(text)), describeQuote(text, start, start + 11)!));
    expect(found).toMatchObject({ state: 'anchored', startUtf16: start });
  });
});

describe('an excerpt whose page changed around it', () => {
  const quote = 'said the convoy “will not move” before Friday; 240 families';
  it.each([
    ['typography', article.replaceAll('“', '"').replaceAll('”', '"').replaceAll(' 240 ', '\u00a0240 '), 'said the convoy "will not move" before Friday;\u00a0240 families'],
    ['a paragraph above', `Correction of Monday: an earlier headline was wrong.\n${article}`, quote],
    ['a paragraph split in two', article.replace('before Friday; ', 'before Friday;\n'), quote.replace('; ', ';\n')],
    ['a teaser with the same words on top', `${quote}\n${article}`, quote],
    ['soft hyphens', article.replace('families', 'fami\u00adlies'), quote.replace('families', 'fami\u00adlies')],
  ])('stays anchored: %s', (_, after, text) => {
    expect(anchor(article, quote, after)).toMatchObject({ state: 'anchored', text });
  });

  it('is the one in its place, not the one in the teaser', () => {
    const found = anchor(article, quote, `${quote}\n${article}`);
    expect(found).toMatchObject({ startUtf16: article.indexOf(quote) + quote.length + 1 });
  });
});

describe('an excerpt whose own words changed', () => {
  it.each([
    ['a number', 'on 19 September inside a base', '19', '20'],
    ['a name', 'A spokesman named Harun Vesely said', 'Harun', 'Marek'],
    ['a negation gone', 'Neither side has signed the paper', 'Neither side has', 'Each side has'],
    ['a negation', 'The mayor, who was not invited, called the meeting', 'was not', 'was'],
    ['a word', 'prices in the old town doubled', 'doubled', 'rose'],
    ['an insertion', 'Engineers expect the bridge to carry lorries again', 'the bridge', 'the bridge (this figure was updated on Tuesday after publication)'],
    ['the first word', '240 families are waiting', '240', '310'],
    ['the last word', 'closed for forty days', 'days', 'weeks'],
    ['every word', 'forty days', 'forty days', 'a month'],
  ])('is changed, never waved through: %s', (_, quote, was, is) => {
    const found = anchor(article, quote, article.replace(quote, quote.replace(was, is)));
    expect(found).toMatchObject({ state: 'changed', text: quote.replace(was, is) });
  });
});

describe('an excerpt that was taken out', () => {
  const lines = article.split('\n');
  it.each(lines.map((line, index) => [index, line] as const).filter(([index]) => index > 0))('is gone, not somewhere else: paragraph %i', (index, line) => {
    const after = lines.filter((_, at) => at !== index).join('\n');
    expect(anchor(article, line, after)).toEqual({ state: 'gone' });
    expect(anchor(article, line.split(' ').slice(4, 8).join(' '), after)).toEqual({ state: 'gone' });
  });

  it('is gone from an empty page', () => {
    expect(anchor(article, 'closed for forty days', '')).toEqual({ state: 'gone' });
  });
});
