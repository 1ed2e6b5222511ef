import type { Clipping } from '../schema.ts';

/** Clippings by the address of their page, pages in the order they first come, clippings in order of place. */
export function byPage(clippings: readonly Clipping[]): [Clipping, ...Clipping[]][] {
  const pages = new Map<string, [Clipping, ...Clipping[]]>();
  for (const clipping of clippings) {
    const page = pages.get(clipping.page.url);
    if (page) page.push(clipping);
    else pages.set(clipping.page.url, [clipping]);
  }
  for (const page of pages.values()) page.sort((a, b) => (a.selector.position?.start ?? 0) - (b.selector.position?.start ?? 0));
  return [...pages.values()];
}
