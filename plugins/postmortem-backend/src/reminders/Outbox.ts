import type { Knex } from 'knex';
import { chunk } from 'lodash';
import { DateTime, type DurationLike } from 'luxon';
import { randomUUID } from 'node:crypto';
import { isAnyOf } from '../database/sql';

/** What a reader is shown. */
export interface NoticePayload {
  title: string;
  description: string;
  link: string;
  topic: string;
}

/** A notice to one user or group. */
export interface Notice {
  /** What it is about, for whom and when; two of the same are one notice. */
  occasion: string;
  recipientRef: string;
  payload: NoticePayload;
}

/** A notice that this process may send now. */
export interface ClaimedNotice extends Notice {
  id: string;
  attempts: number;
}

const TABLE = 'postmortem_outbox';

// Below the limit of parameters of either engine.
const ROWS_AT_ONCE = 100;

/**
 * Keeps what is to be sent until it is. Any number of processes may plan and
 * send: an occasion is kept once, and who claims a notice has it to itself
 * until the lease ends, also when it dies in the middle.
 */
export class Outbox {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds notices; those whose occasion is there already stay as they are. */
  async add(notices: Notice[], now: string): Promise<void> {
    for (const some of chunk(notices, ROWS_AT_ONCE)) {
      await this.#knex(TABLE)
        .insert(
          some.map(({ occasion, recipientRef, payload }) => ({
            id: randomUUID(),
            occasion,
            recipient_ref: recipientRef,
            payload: JSON.stringify(payload),
            state: 'pending',
            attempts: 0,
            created_at: now,
          })),
        )
        .onConflict('occasion')
        .ignore();
    }
  }

  /** Those of the occasions that have a notice already, sent or not. */
  async known(occasions: string[]): Promise<Set<string>> {
    const rows: Array<{ occasion: string }> = await this.#knex(TABLE)
      .where(isAnyOf(this.#knex, 'occasion', occasions))
      .select('occasion');
    return new Set(rows.map(({ occasion }) => occasion));
  }

  /** Takes some notices that nobody else has, for as long as the lease. */
  async claim(
    limit: number,
    lease: DurationLike,
    now: string,
  ): Promise<ClaimedNotice[]> {
    const free = (query: Knex.QueryBuilder) =>
      query
        .where({ state: 'pending' })
        .where(any =>
          any.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
        );
    const next: Array<{ id: string }> = await free(this.#knex(TABLE))
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .select('id');
    if (next.length === 0) {
      return [];
    }
    // Still free: somebody else may have been faster in between.
    const rows: Array<Record<string, any>> = await free(
      this.#knex(TABLE).where(
        isAnyOf(
          this.#knex,
          'id',
          next.map(({ id }) => id),
        ),
      ),
    )
      .update({
        claimed_until: later(now, lease),
        attempts: this.#knex.raw('attempts + 1'),
      })
      .returning('*');
    return rows.map(row => ({
      id: row.id,
      occasion: row.occasion,
      recipientRef: row.recipient_ref,
      payload: JSON.parse(row.payload),
      attempts: row.attempts,
    }));
  }

  async sent(id: string, now: string): Promise<void> {
    await this.#knex(TABLE)
      .where({ id })
      .update({ state: 'sent', sent_at: now, last_error: null });
  }

  /** Puts a notice back for a while, or gives it up. */
  async failed(
    id: string,
    error: Error,
    options: { retryIn: DurationLike | null; now: string },
  ): Promise<void> {
    const { retryIn, now } = options;
    await this.#knex(TABLE)
      .where({ id })
      .update({
        state: retryIn ? 'pending' : 'failed',
        claimed_until: retryIn && later(now, retryIn),
        last_error: error.message,
      });
  }

  /** Forgets what was sent long ago. */
  async forget(before: string): Promise<void> {
    await this.#knex(TABLE)
      .whereNot({ state: 'pending' })
      .where('created_at', '<', before)
      .delete();
  }
}

function later(now: string, duration: DurationLike): string {
  return DateTime.fromISO(now, { zone: 'utc' }).plus(duration).toISO()!;
}
