import type { Mention } from '../match/types.ts';
import type { Kind } from '../pack/schema.ts';
import type { Settings } from '../settings/schema.ts';

/** Whether the text stands on a light or a dark ground. */
export type Ground = 'light' | 'dark';
/** How a mention is underlined: solid or dotted finely by the reader's choice, dashed where there is a choice to make, dotted where one report alone names it. */
export type LineStyle = 'line' | 'dots' | 'unsure' | 'bare';

/** Name in the page's highlight registry of all mentions painted alike. */
export function lineName(kind: Kind, style: LineStyle, ground: Ground): string {
  return `bk-${kind}${style === 'line' ? '' : `-${style}`}${ground === 'dark' ? '-dark' : ''}`;
}

/** Names of what is painted and of what lights it up. */
export function namesWithLights(names: Iterable<string>): string[] {
  return [...new Set([...names].flatMap((name) => [name, activeName(name.endsWith('-dark') ? 'dark' : 'light')]))];
}

/** Name of the highlight that lights up all mentions of one entity. */
export function activeName(ground: Ground): string {
  return ground === 'dark' ? 'bk-active-dark' : 'bk-active';
}

/** How a mention is underlined by the reader's choice; null: not at all. */
export function lineStyleOf(mention: Mention, underline: Settings['underline']): LineStyle | null {
  if (underline === 'none') return null;
  if (mention.sure === 'choose') return 'unsure';
  return mention.reportOnly ? 'bare' : underline;
}

/** In forced colours Chromium paints every highlight like a selection: lines are drawn in our own root then. */
export const forcedColours = '(forced-colors: active)';
