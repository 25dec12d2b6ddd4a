import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { changeCounter } from './changes';
import { DUE_SOON } from './actionItemFilter';
import { REVIEW_AHEAD, STALE_AFTER } from './PostmortemList';
import { readRows, type ReadBatch } from './ReadBatch';
import { END_OF_TIME } from './sql';

/** A state of the database, and until when what it says of time holds. */
export interface DatedState {
  /** The counter of changes. */
  change: string;
  /** When it was read. */
  from: string;
  /**
   * Nothing that was written becomes overdue, due, stale, or too old for a
   * figure before this time.
   */
  until: string;
}

interface Moment {
  /** The earliest time beyond a threshold, off an index. */
  sql: string;
  /** How far the threshold is from the present. */
  threshold(now: DateTime): DateTime;
  /** Whether it still counts at the threshold itself. */
  included?: boolean;
}

const MOMENTS: Moment[] = [
  {
    sql: `select min(overdue_from) from postmortem_action_items where overdue_from > ?`,
    threshold: now => now,
  },
  {
    sql: `select min(coalesce(due_at, '${END_OF_TIME}')) from postmortem_action_items
      where is_open = 1 and coalesce(due_at, '${END_OF_TIME}') > ?`,
    threshold: now => now.plus(DUE_SOON),
  },
  {
    sql: `select min(review_at) from postmortems
      where held_at is null and deleted_at is null and review_at > ?`,
    threshold: now => now.plus(REVIEW_AHEAD),
  },
  {
    sql: `select min(updated_at) from postmortems
      where status = 'draft' and deleted_at is null and updated_at > ?`,
    threshold: now => now.minus(STALE_AFTER),
  },
  // What an incident of the last months, and of the last year, is.
  ...[6, 12].map(months => ({
    sql: `select min(coalesce(started_at, '')) from postmortems
      where deleted_at is null and coalesce(started_at, '') >= ?`,
    threshold: (now: DateTime) => now.minus({ months }),
    included: true,
  })),
];

/** Tells whether an answer that was given before is still right. */
export class StateReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The counter of changes: who reads the same one again has missed nothing. */
  async change(): Promise<string> {
    const { counter } = await this.#knex('postmortem_changes').first('counter');
    return String(counter);
  }

  /** The state that is there now. */
  async state(now: string, batch?: ReadBatch): Promise<DatedState> {
    const at = DateTime.fromISO(now, { zone: 'utc' });
    const moments = MOMENTS.map(({ sql, threshold, included }) => ({
      sql,
      threshold: threshold(at),
      rest: { milliseconds: included ? 1 : 0 },
    }));
    const [row] = await readRows(
      this.#knex
        .select(changeCounter(this.#knex))
        .select(
          moments.map(({ sql, threshold }, index) =>
            this.#knex.raw(`(${sql}) as moment_${index}`, [threshold.toISO()!]),
          ),
        ),
      batch,
    );
    // Months and weeks begin with a day, and days count from it.
    const next = moments.flatMap(({ threshold, rest }, index) => {
      const moment: string | null = row[`moment_${index}`];
      return moment === null
        ? []
        : at
            .plus(DateTime.fromISO(moment, { zone: 'utc' }).diff(threshold))
            .plus(rest);
    });
    const until = DateTime.min(at.plus({ days: 1 }).startOf('day'), ...next);
    return {
      change: String(row.change_counter),
      from: now,
      until: until.toISO()!,
    };
  }
}
