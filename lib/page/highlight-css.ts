import type { Kind } from '../pack/schema.ts';
import { activeName, lineName, type Ground, type LineStyle } from './highlight-names.ts';

/** The hues of `components/styles/tokens.css`, literal: a highlight takes the hue of the ground it stands on, not of the system. */
const hues: Record<Kind, Record<Ground, string>> = {
  person: { light: '#865600', dark: '#dcb05e' },
  group: { light: '#68489c', dark: '#bda6ea' },
  place: { light: '#2a6b47', dark: '#83c79e' },
  operation: { light: '#a0460d', dark: '#e8a077' },
  agreement: { light: '#0d6675', dark: '#71c5d3' },
  state: { light: '#973967', dark: '#e79cc0' },
  concept: { light: '#62605a', dark: '#b3b0a9' },
};
/** `--bk-accent-soft`. */
const active: Record<Ground, string> = { light: '#e9f0f7', dark: '#1f2f40' };
const lines: Record<LineStyle, string> = { line: 'solid 1px', dots: 'dotted 1px', unsure: 'dashed 1px', bare: 'dotted 2px' };
const grounds: Ground[] = ['light', 'dark'];

/**
 * Style rules of every highlight we register, for the elements that the selector `scope` matches; none in print. In Chromium a
 * highlight's style is inherited, into shadow roots too. Rules for each element (an empty `scope`) cost it six times as much
 * (25 µs an element); Firefox, where nothing is inherited, looks for them only where something is painted.
 */
export function highlightCss(scope: string): string {
  const highlight = `${scope}::highlight`;
  const rules = grounds.flatMap((ground) => [
    ...Object.entries(hues).flatMap(([kind, hue]) =>
      Object.entries(lines).map(([style, line]) => `${highlight}(${lineName(kind as Kind, style as LineStyle, ground)}){text-decoration:underline ${line} ${hue[ground]};text-underline-offset:.18em}`),
    ),
    `${highlight}(${activeName(ground)}){background-color:${active[ground]}}`,
  ]);
  return `@media not print{${rules.join('')}}`;
}
