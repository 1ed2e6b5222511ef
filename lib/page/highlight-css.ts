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

/** What each of our highlights looks like, by its name. */
const looks = new Map(
  grounds.flatMap((ground) => [
    ...Object.entries(hues).flatMap(([kind, hue]) =>
      Object.entries(lines).map(([style, line]) => [lineName(kind as Kind, style as LineStyle, ground), `text-decoration:underline ${line} ${hue[ground]};text-underline-offset:.18em`] as const),
    ),
    [activeName(ground), `background-color:${active[ground]}`] as const,
  ]),
);

/** Names of all highlights there can be. */
export const highlightNames: readonly string[] = [...looks.keys()];

/**
 * Style rules of some of our highlights, for the elements that any of the selectors `scopes` matches; none in print, none for a
 * name that is not ours. In Chromium a highlight's style is inherited, into shadow roots too. Rules for each element (an empty
 * scope) cost it six times as much (25 µs an element); Firefox, where nothing is inherited, looks for them only where something is painted.
 */
export function highlightCss(scopes: readonly string[], names: readonly string[]): string {
  const rules = names.flatMap((name) => {
    const look = looks.get(name);
    return look ? [`${scopes.map((scope) => `${scope}::highlight(${name})`).join()}{${look}}`] : [];
  });
  return `@media not print{${rules.join('')}}`;
}
