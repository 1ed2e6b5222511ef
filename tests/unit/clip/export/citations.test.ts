import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBiblatex } from '../../../../lib/clip/export/biblatex.ts';
import { toCslJson } from '../../../../lib/clip/export/csl-json.ts';
import { plainLine, plainText } from '../../../../lib/clip/export/plain-text.ts';
import { toRis } from '../../../../lib/clip/export/ris.ts';
import { anyClippings } from '../../../support/any-clipping.ts';

const parts = (day: string | null) => day?.split('-').map(Number);
/** These readers, and LaTeX, take wide spaces and ligatures for what they look like. */
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const sameAddress = (read: string | undefined, written: string) => expect(decodeURI(read ?? '')).toBe(decodeURI(written));

describe('citations read back by Citation.js', () => {
  it('are equal in BibLaTeX', () => {
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        const items = new Cite(toBiblatex(clippings), { forceType: '@biblatex/text' }).data;
        expect(items).toHaveLength(clippings.length);
        for (const [at, { selector, page, capturedAt }] of clippings.entries()) {
          const item = items[at];
          expect(spaced(item?.title ?? '')).toBe(spaced(plainLine(page.title)));
          expect((item?.author ?? []).map(({ family, literal }) => spaced(literal ?? family ?? ''))).toEqual(page.byline.map((name) => spaced(plainLine(name))));
          expect(spaced(item?.publisher ?? '')).toBe(spaced(plainLine(page.site ?? '')));
          expect(item?.issued?.['date-parts'][0]).toEqual(parts(page.published));
          expect(item?.accessed?.['date-parts'][0]).toEqual(parts(capturedAt.slice(0, 10)));
          sameAddress(item?.URL, page.url);
          expect(spaced(item?.abstract ?? '')).toBe(spaced(plainLine(selector.exact)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are equal in RIS, field by field', () => {
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        const written = toRis(clippings);
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const records = plugins.input.data(written, '@ris/file') as Record<string, string | string[]>[];
        expect(records).toHaveLength(clippings.length);
        for (const [at, { id, selector, page, capturedAt }] of clippings.entries()) {
          const { byline, site, published } = page;
          expect(records[at]).toMatchObject({
            TY: 'NEWS',
            ID: id,
            TI: plainLine(page.title),
            ...(byline.length > 0 && { AU: byline.length === 1 ? plainLine(byline[0] ?? '') : byline.map(plainLine) }),
            ...(site !== null && { T2: plainLine(site) }),
            ...(published !== null && { DA: published.replaceAll('-', '/'), PY: published.slice(0, 4) }),
            Y2: capturedAt.slice(0, 10).replaceAll('-', '/'),
            UR: page.url,
            AB: plainLine(selector.exact),
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are equal in CSL-JSON', () => {
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        const items = new Cite(toCslJson(clippings)).data;
        for (const [at, { id, selector, page, capturedAt }] of clippings.entries()) {
          const item = items[at];
          expect(item).toMatchObject({ id, type: 'article-newspaper', title: plainText(page.title), abstract: plainText(selector.exact), URL: page.url });
          expect((item?.author ?? []).map(({ literal }) => literal)).toEqual(page.byline.map(plainText));
          expect(item?.['container-title'] ?? null).toBe(page.site === null ? null : plainText(page.site));
          expect(item?.issued?.['date-parts'][0]).toEqual(parts(page.published));
          expect(item?.accessed?.['date-parts'][0]).toEqual(parts(capturedAt.slice(0, 10)));
        }
      }),
    );
  });
});
