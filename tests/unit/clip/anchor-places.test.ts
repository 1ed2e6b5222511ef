import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorQuote, type Anchoring } from '../../../lib/clip/anchor-quote.ts';
import { describeQuote } from '../../../lib/clip/describe.ts';
import { weighRivals } from '../../../lib/clip/rivals.ts';
import type { Selector } from '../../../lib/clip/schema.ts';
import { wordsOf } from '../../../lib/clip/words.ts';
import { runToEnd } from '../../../lib/page/slices.ts';

const paragraphs = [
  'The ferry between the two islands will stop running at the end of the month, the harbour office said on Monday.',
  'Some 1,400 people cross every day, most of them on their way to the cannery, the school or the only hospital within reach.',
  'The owner, a cooperative of nine families, says that fuel has become dearer than the tickets and that the state owes it two years of subsidy.',
  'A bridge was promised in three elections; its first pillar stands in shallow water and serves cormorants as a place to dry their wings.',
  'Teachers have begun to ask parents for spare rooms, so that pupils from the smaller island need not give up before the examinations.',
  'The ministry answered that it was examining all options and would not comment on a dispute that is before the court.',
  'Until then the fishermen take over whom they can, at night and without lights, because their boats are not licensed for passengers.',
];
const article = paragraphs.join('\n');

/** `adrift`: its position is not known, as of an excerpt from outside the article. */
function anchor(before: string, quote: string, after: string, adrift = false): Anchoring & { text?: string } {
  const start = before.indexOf(quote);
  const selector = describeQuote(before, start, start + quote.length)!;
  const found = runToEnd(anchorQuote(runToEnd(wordsOf(after)), adrift ? { ...selector, position: null } : selector));
  return found.state === 'gone' ? found : { ...found, text: after.slice(found.startUtf16, found.endUtf16) };
}

/** Every n-th word of at least three letters exchanged. */
function lookalike(paragraph: string, every: number): string {
  let count = 0;
  return paragraph.replace(/\p{L}{3,}/gu, (word) => ((count += 1) % every === 0 ? 'council' : word));
}

describe('a look-alike elsewhere, the excerpt being gone', () => {
  const own = paragraphs[2]!;
  const after = [...paragraphs.filter((one) => one !== own), 'Also in the news', lookalike(own, 5)].join('\n');

  it.each([own, own.slice(0, -60), 'a cooperative of nine families', 'the state owes it two years'])('is not the excerpt: %s', (quote) => {
    expect(anchor(article, quote, after)).toEqual({ state: 'gone' });
    expect(anchor(article, quote, after, true)).toEqual({ state: 'gone' });
  });
});

describe('a paragraph moved as it was', () => {
  const own = paragraphs[1]!;
  const after = [...paragraphs.filter((one) => one !== own), own].join('\n');

  it.each([own, 'most of them on their way to the cannery', 'the only hospital'])('takes the excerpt with it: %s', (quote) => {
    expect(anchor(article, quote, after)).toMatchObject({ state: 'anchored', text: quote });
  });
});

describe('two paragraphs that changed places', () => {
  const pairs = paragraphs.slice(1).map((line, at) => [line, paragraphs[at]!] as const);

  it.each(pairs)('keep their excerpts: %s', (second, first) => {
    const after = article.replace(`${first}\n${second}`, `${second}\n${first}`);
    for (const quote of [first, second, second.slice(0, 50).trim(), first.slice(-50).trim()]) expect(anchor(article, quote, after)).toMatchObject({ state: 'anchored', text: quote });
  });
});

describe('a long phrase in a sentence that shares nothing else with its own, far from where it stood', () => {
  it('is another one', () => {
    const phrase = 'says that fuel has become dearer than the tickets and that the state owes it two years';
    const football = 'Both teams went home without a goal, and nobody in the stands remembered why they had come. '.repeat(12);
    const after = [football, `In a northern valley the bus company ${phrase} for reasons nobody there can explain any more.`, 'More on page five'].join('\n');
    expect(anchor(article, phrase, after)).toEqual({ state: 'gone' });
  });
});

describe('the same words twice, both among strangers', () => {
  it('are not chosen between', () => {
    const quote = paragraphs[3]!;
    const strangers = 'Other people wrote entirely different sentences here about football, gardening and opera.';
    expect(anchor(article, quote, [strangers, quote, strangers].join('\n'))).toMatchObject({ state: 'anchored' });
    expect(anchor(article, quote, [strangers, strangers, quote, strangers, strangers, quote, strangers].join('\n'))).toEqual({ state: 'gone' });
  });
});

describe('words that stood elsewhere already', () => {
  const quote = paragraphs[3]!;
  const rivalsIn = (text: string, selector: Selector) => runToEnd(weighRivals(runToEnd(wordsOf(text)), selector, { startUtf16: selector.position!.start, endUtf16: selector.position!.end }));
  /** On a text as it was, and on another one as it is now. */
  const visit = (before: string, start: number, after: string) => {
    const selector = describeQuote(before, start, start + quote.length)!;
    return runToEnd(anchorQuote(runToEnd(wordsOf(after)), { ...selector, rivals: rivalsIn(before, selector) }));
  };

  it('are the excerpt where it stood, and gone with it, wherever copies of it stand', () => {
    const others = paragraphs.filter((line) => line !== quote);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(others.length), { minLength: 2, maxLength: 4 }), fc.nat(), (gaps, pick) => {
        const lines = others.flatMap((line, at) => (gaps.includes(at) ? [quote, line] : [line])).concat(gaps.includes(others.length) ? [quote] : []);
        const own = lines.flatMap((line, at) => (line === quote ? [at] : []))[pick % gaps.length]!;
        const start = lines.slice(0, own).reduce((length, line) => length + line.length + 1, 0);
        expect(visit(lines.join('\n'), start, lines.join('\n'))).toMatchObject({ state: 'anchored', startUtf16: start });
        expect(visit(lines.join('\n'), start, lines.filter((_, at) => at !== own).join('\n'))).toEqual({ state: 'gone' });
      }),
    );
  });

  it('are not the excerpt for having been altered since', () => {
    const before = `${article}\nMost read today\n${quote}`;
    const after = before.replace(`\n${quote}`, '').replace(quote, quote.replace('three', 'four'));
    expect(visit(before, article.indexOf(quote), after)).toEqual({ state: 'gone' });
  });

  it('do not hide the excerpt after it was changed itself', () => {
    const before = `${article}\nMost read today\n${quote}`;
    const start = article.indexOf(quote);
    expect(visit(before, start, before.replace('three elections', 'two elections'))).toMatchObject({ state: 'changed', startUtf16: start });
  });

  it('are none where there is only the excerpt', () => {
    for (const line of paragraphs) {
      const start = article.indexOf(line);
      expect(rivalsIn(article, describeQuote(article, start, start + line.length)!)).toEqual([]);
    }
  });
});

describe('a short excerpt of which no word is left', () => {
  const line = 'The last ferry';
  const before = [paragraphs[0], line, paragraphs[1]].join('\n');

  it('is changed where the sentence around it still stands', () => {
    expect(anchor(article, 'nine families', article.replace('nine families', 'two banks'))).toMatchObject({ state: 'changed', text: 'two banks' });
  });

  it.each([false, true])('is gone where it was a line of its own (position unknown: %s)', (adrift) => {
    expect(anchor(before, line, before.replace(line, 'Weather'), adrift)).toEqual({ state: 'gone' });
  });
});

describe('sentences rewritten around the excerpt', () => {
  it.each([false, true])('do not hide it (position unknown: %s)', (adrift) => {
    const quote = 'its first pillar stands in shallow water';
    const after = article.replace('A bridge was promised in three elections; ', 'Officials later issued a correction on Monday. ').replace(' and serves cormorants as a place', ' Editors then added this new line here. Birds use it');
    expect(anchor(article, quote, after, adrift)).toMatchObject({ state: 'anchored', text: quote });
  });
});

describe('a page that shows less than it did', () => {
  it.each(paragraphs.slice(2))('has lost what the paywall cuts off, and shows it nowhere else: %s', (quote) => {
    const teaser = `${paragraphs.slice(0, 2).join('\n')}\nSubscribe to read on. The ministry and the fishermen will be grateful for support of the school.`;
    expect(anchor(article, quote, teaser)).toEqual({ state: 'gone' });
    expect(anchor(article, quote.slice(quote.length / 2).trim(), teaser)).toEqual({ state: 'gone' });
  });

  it('shows an excerpt cut in its midst as changed to what is left of it', () => {
    const quote = paragraphs[3]!;
    const left = quote.slice(0, 68);
    expect(anchor(article, quote, `${paragraphs.slice(0, 3).join('\n')}\n${left}`)).toMatchObject({ state: 'changed', text: left });
  });

  it('has it again once the rest has arrived, below whatever came above it', () => {
    const quote = 'pupils from the smaller island need not give up';
    expect(anchor(article, quote, paragraphs.slice(0, 2).join('\n'))).toEqual({ state: 'gone' });
    const late = `Live\nFollow our reporters on the quay, who write down what they see as it happens.\n${article}`;
    expect(anchor(article, quote, late)).toMatchObject({ state: 'anchored', text: quote });
  });
});

describe('a paragraph split in two', () => {
  it.each(paragraphs)('is the same paragraph: %s', (quote) => {
    const cut = quote.indexOf(' ', quote.length / 2);
    const split = `${quote.slice(0, cut)}\n${quote.slice(cut + 1)}`;
    expect(anchor(article, quote, article.replace(quote, split))).toMatchObject({ state: 'anchored', text: split });
  });
});

describe('text from right to left', () => {
  const lines = [
    'أعلنت إدارة الميناء يوم الاثنين أن العبّارة بين الجزيرتين ستتوقف في نهاية الشهر.',
    'يعبر نحو 1400 شخص كل يوم، ومعظمهم في طريقهم إلى المصنع أو المدرسة أو المستشفى الوحيد.',
    'وتقول التعاونية المالكة إن الدولة لم تدفع لها دعم سنتين كاملتين وإن الوقود صار أغلى من التذاكر.',
    'وكانت الوزارة قد وعدت ببناء جسر في ثلاث انتخابات متتالية ولم يظهر منه سوى عمود واحد.',
  ];
  const text = lines.join('\n');
  const quote = 'إن الدولة لم تدفع لها دعم سنتين كاملتين';

  it('is found with marks of direction, kashida and no-break spaces put in', () => {
    const after = `\u202b${text.replace('الدولة لم', '\u200fالدولة\u00a0لم').replace('سنتين', 'سنـتين')}\u202c`;
    const found = anchor(text, quote, after);
    expect(found).toMatchObject({ state: 'anchored' });
    expect(found.text).toContain('سنـتين');
  });

  it.each([
    ['a negation', 'لم تدفع', 'قد تدفع'],
    ['a number', 'سنتين', 'ثلاث سنوات'],
  ])('is changed where %s was', (_, was, is) => {
    expect(anchor(text, quote, text.replace(was, is))).toMatchObject({ state: 'changed', text: quote.replace(was, is) });
  });

  it('is gone where its line is', () => {
    expect(anchor(text, quote, lines.filter((line) => !line.includes(quote)).join('\n'))).toEqual({ state: 'gone' });
  });
});
