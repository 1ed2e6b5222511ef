/** Calls one after the other, whatever becomes of them, as the browser's locks do. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** A `navigator` with the platform's locks, by name. */
export function navigatorWithLocks() {
  const held = new Map<string, ReturnType<typeof oneAtATime>>();
  return {
    locks: {
      request<T>(name: string, work: () => Promise<T>): Promise<T> {
        if (!held.has(name)) held.set(name, oneAtATime());
        return (held.get(name) as ReturnType<typeof oneAtATime>)(work);
      },
    },
  };
}
