import type { Overview } from 'backstage-plugin-postmortem-common';
import { fingerprint } from '../database/fingerprint';
import { RecentMap } from '../database/RecentMap';
import type { ListOptions } from '../database/scope';
import type { DatedState, StateReader } from '../database/StateReader';
import type { OverviewSubject } from './OverviewBuilder';

const MAX_ENTRIES = 200;

/**
 * Keeps overviews of what is large, teams above all, for as long as they are
 * exact: until anything is written, by any process, or until time alone
 * changes something. They are kept by what they are of and by what their
 * reader may see, so that nobody is given what was made for others.
 */
export class OverviewCache {
  readonly #state: StateReader;
  readonly #overviews = new RecentMap<{
    overview: Overview;
    state: DatedState;
  }>(MAX_ENTRIES);

  constructor(state: StateReader) {
    this.#state = state;
  }

  /** The overview, made anew where what is kept is not what it would be. */
  async through(
    subject: OverviewSubject,
    options: ListOptions,
    make: () => Promise<{ overview: Overview; state: DatedState }>,
  ): Promise<Overview> {
    const key = keyOf(subject, options);
    const kept = this.#overviews.get(key);
    if (
      kept &&
      options.now >= kept.state.from &&
      options.now < kept.state.until &&
      kept.state.change === (await this.#state.change())
    ) {
      return kept.overview;
    }
    const made = await make();
    this.#overviews.set(key, made);
    return made.overview;
  }
}

function keyOf(
  subject: OverviewSubject,
  { visible, team }: ListOptions,
): string {
  return fingerprint([subject, visible, team]);
}
