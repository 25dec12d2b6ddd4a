/** A total, and the state of the database that it was counted in. */
export interface CountedTotal {
  total: number;
  /** The counter of changes at that time. */
  change: string;
}

const MAX_ENTRIES = 1_000;

/**
 * Totals of lists, by what was counted. Counting everything for every page is
 * what makes a long list slow; nothing is written between most pages.
 */
export class TotalCache {
  readonly #totals = new Map<string, CountedTotal>();

  /** What was counted last; nothing is known without a key. */
  get(key: string | undefined): CountedTotal | undefined {
    return key === undefined ? undefined : this.#totals.get(key);
  }

  set(key: string | undefined, counted: CountedTotal): void {
    if (key === undefined) {
      return;
    }
    // Behind all others, so that the first one is the one to drop.
    this.#totals.delete(key);
    this.#totals.set(key, counted);
    if (this.#totals.size > MAX_ENTRIES) {
      const [oldest] = this.#totals.keys();
      this.#totals.delete(oldest);
    }
  }
}
