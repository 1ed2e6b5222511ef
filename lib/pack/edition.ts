import type { PackManifest } from './schema.ts';

type Edition = Pick<PackManifest, 'asOf' | 'version'>;

/** Whether one edition of a pack comes after another: its knowledge ends later, or on the same day with a higher version. */
export function isNewer(one: Edition, other: Edition): boolean {
  if (one.asOf !== other.asOf) return one.asOf > other.asOf;
  const [a, b] = [one, other].map(({ version }) => version.split('.').map(Number));
  const step = (a ?? []).findIndex((number, at) => number !== b?.[at]);
  return step >= 0 && (a?.[step] ?? 0) > (b?.[step] ?? 0);
}
