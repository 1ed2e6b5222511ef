import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlightCss, highlightNames } from '../../../lib/page/highlight-css.ts';
import { activeName, lineName } from '../../../lib/page/highlight-names.ts';
import { kinds } from '../../../lib/pack/schema.ts';

const css = highlightCss([''], highlightNames);

describe('highlightCss', () => {
  it('has a rule for every name there can be, and none for print', () => {
    for (const ground of ['light', 'dark'] as const) {
      expect(css).toContain(`::highlight(${activeName(ground)}){`);
      for (const kind of kinds) for (const style of ['line', 'dots', 'unsure', 'bare'] as const) expect(css).toContain(`::highlight(${lineName(kind, style, ground)}){`);
    }
    expect(css).toMatch(/^@media not print\{.*\}$/s);
  });

  it('has its rules for nothing but the scopes and names asked for', () => {
    expect(highlightCss(['#story'], highlightNames).replaceAll('#story::highlight(', '::highlight(')).toBe(css);
    expect(highlightCss(['main p', 'main li'], ['bk-active'])).toMatch(/^@media not print\{main p::highlight\(bk-active\),main li::highlight\(bk-active\)\{[^{}]*\}\}$/);
  });

  it('has none for a name that is not ours', () => {
    expect(highlightCss([':root'], ['bk-place', 'x){}*{display:none}', 'constructor'])).toBe(highlightCss([':root'], ['bk-place']));
  });

  it('uses the hues of the tokens', () => {
    const tokens = readFileSync(new URL('../../../components/styles/tokens.css', import.meta.url), 'utf8');
    for (const kind of kinds) {
      const [, light = '', dark = ''] = new RegExp(`--bk-${kind}:\\s*light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
      expect(css).toContain(`::highlight(bk-${kind}){text-decoration:underline solid 1px ${light};`);
      expect(css).toContain(`::highlight(bk-${kind}-dark){text-decoration:underline solid 1px ${dark};`);
    }
  });
});
