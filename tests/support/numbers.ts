/** What the measuring scripts say of a row of numbers. */

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

/** To two places. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** Zeros where there are no numbers. */
export function spread(numbers: readonly number[]): Record<'p50' | 'p95' | 'p99' | 'max', number> {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
