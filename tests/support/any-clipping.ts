import fc from 'fast-check';
import type { Clipping } from '../../lib/clip/schema.ts';
import { aClipping } from './clipping.ts';

/** What breaks careless writers: quotes, breaks, markup, commands, formulas, bidi and zero-width signs, pairs, controls. */
const nasty = ['"', "'", '“', '\n', '\r\n', '\t', '\\', '{', '}', '$', '%', '&', '#', '_', '~', '^', '--', '---', '``', "''", '?`', '<b>', '</script>', '<!--', ']]>', '&amp;', '=1+1', '@SUM(A1)', '+1', '-1', '|', '*x*', '_x_', '`x`', '[a](b)', '![a](b)', '# x', '> x', '1. x', '- x', '==x==', '%%x%%', '$x$', '~~x~~', 'https://a.example/b', 'ER  - ', 'TY  - ', '---', '...', ', ', '; ', ' and ', '\u202e', '\u2066', '\u200f', '\u00ad', '\u200b', '\u00a0', '\u2028', '\ufeff', '😀', '👩🏽‍🚀', 'é', 'e\u0301', 'العربية', 'עברית', 'Ж', 'ß', '中', '\u0000', '\u0007', '\u0085', ' ', '  '];

/** Words as pages and readers write them, and worse; never white space alone. */
export const anyText = (maxLength = 40) =>
  fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('peace', 'Idlib', 'talks', 'the')), { minLength: 1, maxLength: 12 })
    .map((parts) => `${parts.join('').slice(0, maxLength)}x`);

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const address = fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] });
const optional = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

/** Any clipping the schema takes, ids all different where several are asked for. */
export const anyClipping: fc.Arbitrary<Clipping> = fc
  .record({
    id: fc.uuid(),
    exact: anyText(200),
    prefix: anyText(),
    suffix: anyText(),
    title: anyText(),
    byline: fc.array(anyText(30), { maxLength: 3 }),
    site: optional(anyText(30)),
    published: optional(day),
    lang: fc.constantFrom('en', 'ar', 'fr', null),
    url: address,
    note: fc.oneof(fc.constant(''), anyText()),
    tags: fc.uniqueArray(anyText(20), { maxLength: 3 }),
    captured: day,
    // No JSON tells −0 from 0.
    compared: fc.option(fc.record({ rivals: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), { maxLength: 4 }), linkWords: fc.constantFrom(3, 24, null) }), { nil: {} }),
  })
  .map(({ id, exact, prefix, suffix, title, byline, site, published, lang, url, note, tags, captured, compared }) =>
    aClipping({
      id,
      selector: { exact, prefix, suffix, ...compared },
      page: { title, byline, site, published, lang, url, barUrl: url },
      note,
      tags,
      capturedAt: `${captured}T10:00:00.000Z`,
      editedAt: `${captured}T11:00:00.000Z`,
    }),
  );

export const anyClippings = fc.uniqueArray(anyClipping, { minLength: 1, maxLength: 4, selector: ({ id }) => id });
