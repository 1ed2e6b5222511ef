/** Held while a pack is imported, in whatever context; given back by the browser when that context ends. */
const name = 'pack-import';

/** Runs `work` while no other context imports; null, without running it, where one does. */
export async function whileNoImport<T>(work: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : null));
}

/** Runs `work` when any import has ended. */
export async function afterImport<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}
