/** A card's own path through related names: back and forward as in a browser, a new step cuts what lay ahead. */
export class CardHistory<T> {
  readonly #entries: T[];
  #at = 0;

  constructor(first: T) {
    this.#entries = [first];
  }

  get now(): T {
    return this.#entries[this.#at] as T;
  }
  get previous(): T | null {
    return this.#entries[this.#at - 1] ?? null;
  }
  get next(): T | null {
    return this.#entries[this.#at + 1] ?? null;
  }
  push(entry: T): void {
    this.#entries.splice(this.#at + 1, Infinity, entry);
    this.#at += 1;
  }
  /** Puts `entry` in place of the present one. */
  replace(entry: T): void {
    this.#entries[this.#at] = entry;
  }
  /** One step back (-1) or forward (1), where there is one. */
  go(direction: 1 | -1): void {
    if (this.#entries[this.#at + direction] !== undefined) this.#at += direction;
  }
}
