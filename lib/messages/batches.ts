import { limits } from '../limits.ts';

/** `items` in their order, in as many lists as it takes for each to fit a message. */
export function batches<T>(items: readonly T[]): T[][] {
  const size = limits.itemsPerMessage;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
