import { expect, test } from 'vitest';
import { readFacts } from '../../../lib/page/read-facts.ts';
import { nodeDocument } from '../../support/node-document.ts';
import { factsOf } from '../../support/facts.ts';

test('reads the page without changing it', () => {
  const document = nodeDocument('<title>Fire</title><meta name="author" content="Jo Doe"><h1>Fire</h1><p>By Jo Doe<time datetime="2022-09-23">Friday</time>');
  const before = document.documentElement.outerHTML;
  readFacts(document, 'https://news.example/fire');
  expect(document.documentElement.outerHTML).toBe(before);
});

test('finds lines near the headline, nearest first, and what stands before it', () => {
  const { nearHeading } = factsOf('<div>23 September 2022</div><title>Army and rebels trade fire</title><h1>Army and rebels trade fire</h1><div>By <a>Jo Doe</a></div><script>var x = "code"</script><p>First words.</p>');
  expect(nearHeading).toEqual(['By Jo Doe', 'First words.', '23 September 2022']);
});

test('tells dates near the headline from those in the article and elsewhere', () => {
  const { times } = factsOf(
    `<title>Army and rebels trade fire</title><nav><time>1 May 2020</time></nav><time>1 January 2020</time>${'<p>Filler before the article.</p>'.repeat(10)}
     <article><h1>Army and rebels trade fire</h1><time>2 January 2020</time>${'<p>A paragraph.</p>'.repeat(20)}<time>3 January 2020</time></article>`,
  );
  expect(times.map(({ text, where }) => `${text} ${where}`)).toEqual(['1 January 2020 elsewhere', '2 January 2020 heading', '3 January 2020 article']);
});

test('keeps what is said right before a date', () => {
  const { times } = factsOf('<title>Fire</title><h1>Fire</h1><p>Last updated <time>2 January 2020</time>');
  expect(times[0]?.lead).toBe('Last updated');
});

test.each([
  ['nothing at all', ''],
  ['a frameset', '<frameset><frame src="x"></frameset>'],
  ['an SVG page', '<svg><title>x</title><time>2020</time></svg>'],
  ['a relative canonical without a base', '<link rel=canonical href="//">'],
])('reads %s', (_, html) => {
  expect(() => factsOf(html, '')).not.toThrow();
});

test('does no more work for a page four times as long', () => {
  const stepsFor = (rows: number): number => {
    const row = '<div class="date">1<span>2</span></div><p>Words and words and more of them until the line is long enough.</p><br>';
    const document = nodeDocument(`<title>Fire</title><h1>Fire</h1><div class="timeline">${row.repeat(rows)}</div>`);
    const steps = countSteps(document);
    readFacts(document, 'https://news.example/fire');
    return steps();
  };
  const steps = stepsFor(2_400);
  expect(steps).toBeGreaterThan(1_000);
  expect(steps).toBe(stepsFor(600));
});

/** Counts from now on how often anything goes from a node of `document` to its next sibling or asks for its whole text. */
function countSteps(document: Document): () => number {
  let steps = 0;
  const undo = [document.createElement('p'), document.createTextNode('')].flatMap((node) =>
    ['nextSibling', 'textContent'].map((name) => {
      let owner: object = node;
      while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
      const real = Object.getOwnPropertyDescriptor(owner, name)!;
      Object.defineProperty(owner, name, {
        ...real,
        get() {
          steps += 1;
          return real.get!.call(this) as unknown;
        },
      });
      return () => Object.defineProperty(owner, name, real);
    }),
  );
  return () => {
    for (const restore of undo.reverse()) restore();
    return steps;
  };
}
