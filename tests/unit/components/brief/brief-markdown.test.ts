import { expect, test } from 'vitest';
import { briefMarkdown } from '../../../../components/brief/brief-markdown.ts';
import { aCard, aSource, aStatement } from '../../../support/card-fixture.ts';
import { clippingShelf } from '../../../support/clipping-shelf.ts';
import { aPageModel } from '../../../support/page-model.ts';
import { english } from '../../../support/words.ts';

test('tells the page, its date, names, time line cut by the article, and excerpts with notes', () => {
  const text = briefMarkdown(aPageModel(), clippingShelf.slice(4), english);
  expect(text).toContain('# [Idlib’s rulers and Turkish intelligence said to agree on moving foreign fighters](<https://themeridian.example/idlib-talks>)');
  expect(text).toContain('As of 23 Sept 2022');
  expect(text).toContain('- 18 Mar 2018: **Afrin.** Turkish and allied forces took the city. ([Reuters](<https://example.org/a>))');
  expect(text.indexOf('18 Mar 2018')).toBeLessThan(text.indexOf('## Since this article'));
  expect(text.indexOf('29 Jan 2025')).toBeGreaterThan(text.indexOf('## Since this article'));
  expect(text).toContain('> The two sides met on 19 September inside a Turkish base near Atarib, west of Aleppo.\n\nOne outlet, unnamed sources.');
});

test('lets no text of a page or a pack become Markdown, HTML or a link to anything but the web', () => {
  const card = aCard({ name: '<img src=x> *bold* [a](b)', before: [aStatement('2018', '# not a heading\n- nor a list', { sources: [aSource({ url: 'javascript:alert(1)' })] })] });
  const text = briefMarkdown(aPageModel({ cards: [card] }), [], english);
  expect(text).toContain('\\<img src=x\\> \\*bold\\* \\[a\\]\\(b\\)'.replace('\\(b\\)', '(b)'));
  expect(text).not.toContain('javascript:');
  expect(text).not.toMatch(/^# not a heading|^- nor a list/m);
});
