/** Runs a generator to its end; `each` is handed every step. */
export function runToEnd<T>(work: Generator<unknown, T>, each: <S>(step: () => S) => S = (step) => step()): T {
  for (;;) {
    const step = each(() => work.next());
    if (step.done) return step.value;
  }
}
