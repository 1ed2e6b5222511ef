import { afterEach, describe, expect, it } from 'vitest';
import { highlightCss } from '../../../lib/page/highlight-css.ts';
import { nextChange, readPage } from './reading-of.ts';

const filler = 'Those who stayed behind had been told to wait for another day, and most of them did so in silence. '.repeat(3);

let end = (): void => undefined;
afterEach(() => {
  end();
  document.body.innerHTML = '';
});

/** What rules are asked for where `html` is the page, the selectors of each request joined. */
async function scopesFor(html: string, later?: () => void): Promise<string[]> {
  const asked: string[] = [];
  // Shadow roots included.
  document.body.setHTMLUnsafe(html);
  const { reading } = await readPage(['Idlib'], { deps: { needStyles: (scopes) => asked.push(scopes.join()) } });
  end = reading.stop;
  if (later) {
    later();
    await nextChange(reading);
  }
  return asked;
}

describe('rules for underlines', () => {
  it.each([
    ['the article’s element', `<p>Menu</p><article><div><p>Idlib. ${filler}</p><p>${filler}</p></div></article>`, 'article'],
    ['the closest element with an id', `<main><div id="story"><div><p>Idlib. ${filler}</p><p>${filler}</p></div></div></main>`, '#story'],
    ['the page, where neither is there', `<div><p>Idlib. ${filler}</p><p>${filler}</p></div>`, ':root p'],
    ['the page, where an id is no plain word', `<div id="a{}b"><p>Idlib. ${filler}</p><p>${filler}</p></div>`, ':root p'],
    ['what is around a shadow root that holds the text', `<main><div><template shadowrootmode="open"><div id="inner"><p>Idlib. ${filler}</p><p>${filler}</p></div></template></div></main>`, 'main'],
    ['only the kinds of blocks that hold a name, where these are few', `<main><p>Idlib. ${filler}</p><ul><li>Idlib. ${filler}</li></ul><h2>Bread</h2>${'<div><b>Menu</b></div>'.repeat(10)}</main>`, 'main p,main li'],
    ['all of the article, where its blocks are most of it', `<main>${`<p>Idlib. ${filler}</p>`.repeat(5)}<div></div></main>`, 'main'],
  ])('are for %s', async (_, html, scope) => {
    expect(await scopesFor(html)).toEqual([scope]);
  });

  it('are asked for again where text outside has become part of the article, and not twice for the same', async () => {
    const scopes = await scopesFor(`<div><div id="story"><p>Idlib. ${filler}</p><p>${filler}</p></div></div>`, () => {
      document.querySelector('#story')!.insertAdjacentHTML('afterend', `<div><p>Idlib too. ${filler}</p><p>${filler}</p></div>`);
    });
    expect(scopes).toEqual(['#story', ':root p']);
  });

  it('are asked for again where a block of another kind holds a name', async () => {
    const rest = '<div><b>Menu</b></div>'.repeat(20);
    const scopes = await scopesFor(`<main><p>Idlib. ${filler}</p><p>${filler}</p>${rest}</main>`, () => {
      document.querySelector('p')!.insertAdjacentHTML('afterend', `<blockquote>Idlib too. ${filler}</blockquote>`);
    });
    expect(scopes).toEqual(['main p', 'main p,main blockquote']);
  });

  it('reach the text of a shadow root from outside', () => {
    document.body.innerHTML = '<main><div></div></main>';
    const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Idlib</p>';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(highlightCss(['main'], ['bk-place']));
    document.adoptedStyleSheets = [sheet];
    expect(getComputedStyle(root.querySelector('p')!, '::highlight(bk-place)').textDecorationLine).toBe('underline');
    expect(getComputedStyle(document.body, '::highlight(bk-place)').textDecorationLine).toBe('none');
    document.adoptedStyleSheets = [];
  });
});
