/** Values by their keys; of more than fit, the ones that were set last. */
export class RecentMap<T> {
  readonly #values = new Map<string, T>();
  readonly #size: number;

  /** @param size - how many values it keeps */
  constructor(size: number) {
    this.#size = size;
  }

  /** Nothing is known without a key. */
  get(key: string | undefined): T | undefined {
    return key === undefined ? undefined : this.#values.get(key);
  }

  set(key: string | undefined, value: T): void {
    if (key === undefined) {
      return;
    }
    // Behind all others, so that the first one is the one to drop.
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#size) {
      const [oldest] = this.#values.keys();
      this.#values.delete(oldest);
    }
  }
}
