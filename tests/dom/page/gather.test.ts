import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { gather } from '../../../lib/page/gather.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

function textOf(html: string): string {
  document.body.innerHTML = html;
  return gather(document).text;
}

describe('gather', () => {
  it.each([
    ['joins inline elements into one sentence', '<p>Hayat <b>Tahrir</b> <a href="/x">al-<i>Sham</i></a></p>', 'Hayat Tahrir al-Sham'],
    ['collapses white space', '<p>\n  Hayat\n\t Tahrir&nbsp; al-Sham  </p>', 'Hayat Tahrir al-Sham'],
    ['parts blocks by a line feed', '<div>one<p>two</p>three<ul><li>four<li>five</ul></div>', 'one\ntwo\nthree\nfour\nfive'],
    ['takes one line break for a space', '<h1>Hayat Tahrir<br>al-Sham</h1>', 'Hayat Tahrir al-Sham'],
    ['takes two line breaks for a new paragraph', '<div>first<br> <br/>second</div>', 'first\nsecond'],
    ['leaves out what is not prose', '<p>a<script>b</script><style>c</style><code>d</code><noscript>e</noscript><textarea>f</textarea><button>g</button><svg><text>h</text></svg></p>', 'a'],
    ['leaves out what is hidden by attribute', '<p>a<span hidden>b</span><span style="DISPLAY : none">c</span><span aria-hidden=true>d</span></p><p hidden>e</p>', 'a'],
    ['leaves out what can be edited', '<p>a</p><div contenteditable><p>b</p></div><div contenteditable="plaintext-only">c</div><div contenteditable="false">d</div>', 'a\nd'],
    ['skips what only screen readers hear', '<p>a <a href="/">b<span class="sr-only"> opens a window</span></a></p>', 'a b'],
    ['keeps ruby bases together', '<p><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>', '漢字'],
    ['reads cells, captions and quotations', '<table><tr><td>a<td>b</table><figure><img><figcaption>c</figcaption></figure><blockquote><p>d</p></blockquote>', 'a\nb\nc\nd'],
    ['keeps combining marks and joiners as they are', '<p>e\u0301 \u0643\u0640 \u200dx</p>', 'e\u0301 \u0643\u0640 \u200dx'],
    ['reads nothing from an empty page', '', ''],
  ])('%s', (_, html, text) => {
    // Pages this small are no articles: all of their prose is read, however short.
    expect(textOf(`<p>${'A filler paragraph that is long enough. '.repeat(8)}</p>${html}`).split('\n').slice(1).join('\n')).toBe(text);
  });

  it('reads the article and not what stands around it', () => {
    const prose = 'The paragraph goes on for a while, as paragraphs in articles do, and it ends with a full stop.';
    const text = textOf(`<header><a href="/">Paper</a></header><nav>Menu</nav><main><h1>Headline</h1><p class="standfirst">What it is about, in one sentence of its own.</p>
      <div class="meta">By A. Writer</div><div class="body"><p>${prose}</p><p>${prose}</p><div class="related-links"><p>${prose} elsewhere</p></div><p>${prose}</p><p><a href="/b">Read this other piece</a></p></div>
      <aside><p>${prose} aside</p></aside><section id="comments"><p>${prose} comment</p><p>${prose} comment</p></section></main><footer><p>${prose} imprint</p></footer>`);
    expect(text).toBe(['Headline', 'What it is about, in one sentence of its own.', prose, prose, prose].join('\n'));
  });

  it('reads open shadow roots with what is slotted into them, and frames of the same origin', () => {
    document.body.innerHTML = `<main><p>before</p><div id="host"><b slot="a">slotted</b> <i>default</i></div><iframe srcdoc="<p>framed</p>"></iframe></main>`;
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>shadow <slot name="a"></slot> and <slot></slot></p>';
    const frame = document.querySelector('iframe')!;
    frame.contentDocument!.body.innerHTML = '<p>framed</p>';
    const { text, rangeOf } = gather(document);
    expect(text).toBe('before\nshadow slotted and default\nframed');
    expect(String(rangeOf(text.indexOf('framed'), text.length))).toBe('framed');
  });

  it('maps every unit back to the node it came from, on any page', () => {
    const word = fc.constantFrom('Idlib', ' HTS ', '\n\t al-', 'Sham\u00a0 x', ' ', '', 'e\u0301', '\u{1F600}', '  two  spaces ', 'ـ', '\ufeff');
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, word.map((text) => ({ tag: '', text, children: [] as unknown[] })), tie('element')),
      element: fc.record({
        tag: fc.constantFrom('p', 'div', 'b', 'a', 'span', 'br', 'li', 'h2', 'template', 'button', 'td', 'figure', 'x-y'),
        text: fc.constant(''),
        children: fc.array(tie('node'), { maxLength: 5 }),
      }),
    })).element;
    function build(made: unknown): Node {
      const { tag, text, children } = made as { tag: string; text: string; children: unknown[] };
      if (tag === '') return document.createTextNode(text);
      const element = document.createElement(tag);
      element.append(...children.map(build));
      return element;
    }
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (made) => {
        document.body.replaceChildren(...made.map(build));
        const before = document.documentElement.outerHTML;
        const { text, blocks, rangeOf, offsetOf } = gather(document);
        expect(text).not.toMatch(/ {2}|[\t\u00a0]|^ | $/);
        expect(blocks.map((block) => text.slice(block.startUtf16, block.endUtf16)).join('\n')).toBe(text);
        for (let start = 0; start < text.length; start += 1) {
          if (/\s/.test(text[start]!)) continue;
          const range = rangeOf(start, start + 1)!;
          expect(range.toString()).toBe(text[start]);
          expect(offsetOf(range.startContainer, range.startOffset)).toBe(start);
        }
        expect(document.documentElement.outerHTML).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the nearest text after a place that was not gathered', () => {
    document.body.innerHTML = `<p>one <script>no</script><b>two</b></p><p id="second">three</p>`;
    const { text, offsetOf } = gather(document);
    const [first, second] = document.querySelectorAll('p');
    expect(offsetOf(first!, 1)).toBe(text.indexOf('two'));
    expect(offsetOf(first!, first!.childNodes.length)).toBe(text.indexOf('three'));
    expect(offsetOf(second!, 0)).toBe(text.indexOf('three'));
    expect(offsetOf(document.body, document.body.childNodes.length)).toBeNull();
  });

  it('gives no range for text that has gone', () => {
    document.body.innerHTML = '<p>one two</p>';
    const { rangeOf } = gather(document);
    document.querySelector('p')!.firstChild!.textContent = 'one';
    expect(rangeOf(4, 7)).toBeNull();
    document.querySelector('p')!.remove();
    expect(rangeOf(0, 3)).toBeNull();
  });
});
