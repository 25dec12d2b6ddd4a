import { fingerprint } from '../database/fingerprint';
import { RecentMap } from '../database/RecentMap';
import type { StateReader } from '../database/StateReader';

// What a report says of time, and of the catalog, is at most so old; the report
// says of when it is.
const MAX_AGE_MS = 60_000;

const MAX_ENTRIES = 200;

interface Kept {
  report: unknown;
  madeAt: number;
  /** The counter of changes before it was made. */
  change: string;
}

/**
 * Keeps reports for the next look at them, as of a page that is reloaded or
 * whose filters are set back, until anything is written, by any process.
 */
export class ReportCache {
  readonly #state: Pick<StateReader, 'change'>;
  readonly #clock: () => string;
  readonly #reports = new RecentMap<Kept>(MAX_ENTRIES);

  constructor(options: {
    state: Pick<StateReader, 'change'>;
    clock: () => string;
  }) {
    this.#state = options.state;
    this.#clock = options.clock;
  }

  /**
   * The report, made anew where what is kept may no longer be right.
   *
   * @param parts - everything that it depends on but for what is stored, the
   * catalog and the time: the filters, and who asks; undefined for what is not
   * worth keeping
   */
  async through<T>(
    parts: unknown[] | undefined,
    make: () => Promise<T>,
  ): Promise<T> {
    if (!parts) {
      return make();
    }
    const key = fingerprint(parts);
    const change = await this.#state.change();
    const now = Date.parse(this.#clock());
    const kept = this.#reports.get(key);
    if (
      kept?.change === change &&
      now >= kept.madeAt &&
      now < kept.madeAt + MAX_AGE_MS
    ) {
      return kept.report as T;
    }
    const report = await make();
    this.#reports.set(key, { report, madeAt: now, change });
    return report;
  }
}
