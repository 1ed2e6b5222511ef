import type { Clipping } from './schema.ts';

/** The same words at the same place: context may be missing on either side (saved from the menu), but must not disagree. */
export function sameExcerpt(a: Pick<Clipping, 'selector'>, b: Pick<Clipping, 'selector'>): boolean {
  const [one, two] = [a.selector, b.selector];
  return (
    one.exact === two.exact &&
    (one.prefix.endsWith(two.prefix) || two.prefix.endsWith(one.prefix)) &&
    (one.suffix.startsWith(two.suffix) || two.suffix.startsWith(one.suffix))
  );
}

/** Whether `known` has all that the reader wrote to the other: its note, if it has one, and its tags. */
export function tellsAll(known: Pick<Clipping, 'note' | 'tags'>, { note, tags }: Pick<Clipping, 'note' | 'tags'>): boolean {
  return (note === '' || note === known.note) && tags.every((tag) => known.tags.includes(tag));
}
