import { describe, expect, it } from 'vitest';
import { describeQuote } from '../../../lib/clip/describe.ts';
import { clippingLink, wordsToLink } from '../../../lib/clip/place-link.ts';
import type { Selector } from '../../../lib/clip/schema.ts';
import { aClipping } from '../../support/clipping.ts';

const url = 'https://example.org/news/1';
const text = 'The first report came late.\nTalks ended in Sochi on Monday, officials said. Nobody left the town.\nA second report came early.\nTalks ended in Sochi on Monday, a witness said. Nobody stayed in the town-hall.';
const describeAt = (quote: string, from = 0, page = text) => {
  const start = page.indexOf(quote, from);
  return describeQuote(page, start, start + quote.length)!;
};
const linkTo = (selector: Selector, page: string, at = url) => clippingLink(aClipping({ selector: { ...selector, linkWords: wordsToLink(selector, page) }, page: { url: at } }));
const parts = (link: string) => link.split(':~:text=')[1]?.split(',').map(decodeURIComponent);

describe('a link to the place', () => {
  it('has context always, and no more of it than tells the place from every other', () => {
    expect(parts(linkTo(describeAt('Nobody left'), text))).toEqual(['Monday, officials said.-', 'Nobody left', '-the town.']);
    const again = describeAt('Talks ended in Sochi', text.indexOf('second'));
    expect(parts(linkTo(again, text))).toEqual(['report came early.-', 'Talks ended in Sochi', '-on Monday, a']);
  });

  it('leads to the page alone where no context tells the place from another', () => {
    const twice = `${'Same words here again. '.repeat(60)}`;
    expect(wordsToLink(describeAt('here', 600, twice), twice)).toBeNull();
    expect(linkTo(describeAt('here', 600, twice), twice)).toBe(url);
  });

  it('encodes commas, hyphens and ampersands, which mean something in it, and keeps a fragment', () => {
    const page = 'One two three. Profit-and-loss, R&D: up. Four five six.';
    expect(linkTo(describeAt('Profit-and-loss, R&D: up.', 0, page), page, `${url}#top`)).toBe(`${url}#top:~:text=two%20three.-,Profit%2Dand%2Dloss%2C%20R%26D%3A%20up.,-Four%20five`);
  });

  it('makes cut words whole', () => {
    expect(parts(linkTo(describeAt('obody stayed in the to'), text))?.[1]).toBe('Nobody stayed in the town');
  });

  it('gives first and last words of an excerpt over several blocks, or of a long one', () => {
    expect(parts(linkTo(describeAt('first report came late.\nTalks ended in Sochi on Monday, officials said.'), text))).toEqual([expect.any(String), 'first report came late.', 'in Sochi on Monday, officials said.', expect.any(String)]);
  });

  it('of Arabic text survives encoding', () => {
    const page = 'قال سكان في المدينة إن أرتالاً من الهيئة غادرت نحو إدلب، فيما بقي جهاز الأمن.';
    expect(parts(linkTo(describeAt('غادرت نحو إدلب،', 0, page), page))?.[1]).toBe('غادرت نحو إدلب،');
  });
});
