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

  /** The total, when nothing was written since it was counted. */
  get(key: string, change: string): number | undefined {
    const counted = this.#totals.get(key);
    return counted?.change === change ? counted.total : undefined;
  }

  set(key: string, counted: CountedTotal): void {
    // Behind all others, so that the first one is the one to drop.
    this.#totals.delete(key);
    this.#totals.set(key, counted);
    if (this.#totals.size > MAX_ENTRIES) {
      const [oldest] = this.#totals.keys();
      this.#totals.delete(oldest);
    }
  }
}
