import type { Ground } from './highlight-names.ts';

/** Tells the ground a text stands on; measured once an element for the lifetime of the function, which is one painting. */
export function groundReader(): (element: Element) => Ground {
  const known = new Map<Element, Ground | null>();

  /** null: no ancestor paints a plain ground, so only the text's own colour tells. */
  function groundOf(element: Element): Ground | null {
    const path: Element[] = [];
    let ground: Ground | null = null;
    for (let at: Element | null = element; at; at = parentOf(at)) {
      const seen = known.get(at);
      if (seen !== undefined) {
        ground = seen;
        break;
      }
      path.push(at);
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') break;
      const paint = parseColour(style.backgroundColor);
      if (!paint || paint.alpha < 0.5) continue;
      ground = paint.lightness < 0.5 ? 'dark' : 'light';
      break;
    }
    for (const at of path) known.set(at, ground);
    return ground;
  }

  return (element) => groundOf(element) ?? ((parseColour(getComputedStyle(element).color)?.lightness ?? 0) > 0.6 ? 'dark' : 'light');
}

/** Perceived lightness from 0 to 1 and alpha of a computed colour; null where it is in no form known here. */
export function parseColour(colour: string): { lightness: number; alpha: number } | null {
  const [, form = '', body = ''] = /^([a-z]+)\((.*)\)$/.exec(colour) ?? [];
  const numbers = (body.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map((number) => (number.endsWith('%') ? Number(number.slice(0, -1)) / 100 : Number(number)));
  // "color(display-p3 1 0 0)": the digit of the space's name is no channel.
  const channels = form === 'color' ? numbers.slice(/^\S*\d/.test(body) ? 1 : 0) : numbers;
  const [first, second, third, alpha = 1] = channels;
  if (first === undefined || second === undefined || third === undefined) return null;
  if (form === 'rgb' || form === 'rgba') return { lightness: lightnessOf(first / 255, second / 255, third / 255), alpha };
  if (form === 'color') return { lightness: lightnessOf(first, second, third), alpha };
  if (form === 'oklab' || form === 'oklch') return { lightness: first, alpha };
  if (form === 'lab' || form === 'lch') return { lightness: first > 1 ? first / 100 : first, alpha };
  return null;
}

/** CIE L* of gamma-coded sRGB channels, from 0 to 1; the gamma taken as 2.2. */
function lightnessOf(red: number, green: number, blue: number): number {
  const luminance = 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
  return luminance > 0.0089 ? 1.16 * Math.cbrt(luminance) - 0.16 : luminance * 9.03;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : (element.ownerDocument.defaultView?.frameElement ?? null);
}
