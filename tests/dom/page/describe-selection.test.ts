import { afterEach, describe, expect, it } from 'vitest';
import type { Selector } from '../../../lib/clip/schema.ts';
import { clippingPlacer, type Place } from '../../../lib/page/anchor-clippings.ts';
import { comparedWithPage, describeRange } from '../../../lib/page/describe-selection.ts';
import { gather } from '../../../lib/page/gather.ts';
import { runToEnd } from '../../../lib/page/slices.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const left = `
  <nav><ul><li>Weather</li><li>Traffic on the <b>coastal</b> road this morning</li></ul></nav>
  <article><h1>The last ferry</h1>
  <p>The ferry between the two islands will stop running at the end of the month, the harbour office said.</p>
  <p id="a">Some 1,400 people cross <i>every day</i>, most of them on their way to the cannery or the only hospital.</p>
  <script>var notProse = 1;</script><style>.x { color: red }</style>
  <p id="b">The owner says that fuel has become dearer than the tickets and that the state owes it two years of subsidy.</p></article>`;
const right = `
  <article dir="rtl"><h1>آخر عبّارة</h1>
  <p>أعلنت إدارة الميناء يوم الاثنين أن العبّارة بين الجزيرتين ستتوقف في نهاية الشهر، ولن تعود قبل الربيع.</p>
  <p id="a">يعبر نحو <bdi>1400</bdi> شخص كل يوم، ومعظمهم في طريقهم إلى المصنع أو المدرسة أو المستشفى الوحيد.</p>
  <p id="b">وتقول التعاونية المالكة إن الدولة لم تدفع لها دعم سنتين كاملتين وإن الوقود صار أغلى من التذاكر.</p></article>`;

/** From the first place of `from` on the page to the end of the first of `to`; each within one text node. */
function select(from: string, to: string): Range {
  const range = document.createRange();
  const [start, end] = [placeOf(from), placeOf(to)];
  range.setStart(start.node, start.at);
  range.setEnd(end.node, end.at + to.length);
  return range;
}

function placeOf(words: string): { node: Text; at: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(words);
    if (at >= 0) return { node, at };
  }
  throw new Error(`"${words}" is not on the page`);
}

function find(selector: Selector): Place {
  return runToEnd(clippingPlacer(gather(document), document)(selector));
}

function letters(range: Range | null): string {
  return range?.toString().replace(/\s+/g, ' ') ?? '';
}

describe('a selection over two paragraphs', () => {
  it.each([
    ['left to right', left, 'most of them', 'the tickets', 'most of them on their way to the cannery or the only hospital.\nThe owner says that fuel has become dearer than the tickets'],
    ['right to left', right, 'ومعظمهم في', 'دعم سنتين', 'ومعظمهم في طريقهم إلى المصنع أو المدرسة أو المستشفى الوحيد.\nوتقول التعاونية المالكة إن الدولة لم تدفع لها دعم سنتين'],
  ])('is kept without what stands between them unseen, and found again: %s', (_, html, from, to, exact) => {
    document.body.innerHTML = html;
    const selector = describeRange(select(from, to), gather(document))!;
    expect(selector.exact).toBe(exact);
    const place = find(selector);
    expect(place).toMatchObject({ state: 'anchored', text: exact });
    expect(place.range).toMatchObject({ startContainer: placeOf(from).node, startOffset: placeOf(from).at, endContainer: placeOf(to).node, endOffset: placeOf(to).at + to.length });
  });
});

describe('a selection from right to left', () => {
  it('keeps the order of the text and isolated numbers, whichever way it was drawn', () => {
    document.body.innerHTML = right;
    const drawn = select('يعبر نحو', 'شخص كل يوم');
    getSelection()!.setBaseAndExtent(drawn.endContainer, drawn.endOffset, drawn.startContainer, drawn.startOffset);
    const selector = describeRange(getSelection()!.getRangeAt(0), gather(document))!;
    expect(selector.exact).toBe('يعبر نحو 1400 شخص كل يوم');
    expect(letters(find(selector).range)).toBe(selector.exact);
  });
});

describe('a selection outside the article', () => {
  it('has no position in its text, and is found in its own block', () => {
    document.body.innerHTML = left;
    const selector = describeRange(select('Traffic on', 'this morning'), gather(document));
    expect(selector).toMatchObject({ exact: 'Traffic on the coastal road this morning', position: null });
    expect(letters(find(selector!).range)).toBe('Traffic on the coastal road this morning');
  });
});

describe('an excerpt from outside the article whose words the article comes to hold as well', () => {
  it('is found where it stood', () => {
    const teasers = '<aside><p>Road closed for forty days after the storm in the upper valley</p><p id="t">Cannery to take on fifty hands from both islands before the season for small herring begins in May</p><p>School choir wins the cup of the islands for a third time</p></aside>';
    document.body.innerHTML = left + teasers;
    const selector = describeRange(select('Cannery to take on', 'begins in May'), gather(document))!;
    expect(selector.position).toBeNull();
    document.querySelector('h1')!.insertAdjacentHTML('afterend', '<p>Cannery to take on fifty hands from both islands before the season for small herring begins in May</p>');
    expect(document.querySelector('#t')!.contains(find(selector).range!.startContainer)).toBe(true);
  });
});

describe('an excerpt that also stands in a teaser, a hidden copy or a side column', () => {
  const copy = '<aside><h2>Most read today on both islands</h2><p>School choir wins the cup for a third time.</p><p>The owner says that fuel has become dearer than the tickets and that the state owes it two years of subsidy.</p></aside>';
  const take = () => {
    const range = select('The owner says', 'of subsidy.');
    return runToEnd(comparedWithPage(describeRange(range, gather(document))!, range));
  };

  it.each([
    ['beside the article', left + copy],
    ['hidden', `${left}<div hidden>${copy}</div>`],
  ])('is not found there once the article has lost it: %s', (_, html) => {
    document.body.innerHTML = html;
    const selector = take();
    expect(selector.rivals).toHaveLength(1);
    expect(find(selector)).toMatchObject({ state: 'anchored' });
    document.querySelector('#b')!.remove();
    expect(find(selector)).toMatchObject({ state: 'gone' });
    expect(find({ ...selector, rivals: undefined })).toMatchObject({ state: 'anchored' });
  });

  it('is kept as it is where its words have gone before anybody could look', () => {
    document.body.innerHTML = left;
    const range = select('The owner says', 'of subsidy.');
    const selector = describeRange(range, gather(document))!;
    document.querySelector('#b')!.remove();
    expect(runToEnd(comparedWithPage(selector, range))).toEqual(selector);
  });
});

describe('an excerpt whose text is not there yet', () => {
  it('is gone without certainty, and anchored when it has arrived below something new', () => {
    document.body.innerHTML = left;
    const late = document.querySelector('#b')!;
    const selector = describeRange(select('fuel has become', 'the tickets'), gather(document))!;
    late.remove();
    expect(find(selector)).toMatchObject({ state: 'gone', range: null, certain: false });
    document.querySelector('h1')!.insertAdjacentHTML('afterend', '<p>Live: our reporters on the quay write down what they see as it happens.</p>');
    document.querySelector('article')!.append(late);
    expect(find(selector)).toMatchObject({ state: 'anchored', text: 'fuel has become dearer than the tickets' });
  });
});
