import type {
  DocumentPart,
  PresentPerson,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';

/** The most windows that are told of. */
const MAX_PEOPLE = 100;

/** A window that says that it is open. */
export interface Heartbeat {
  userRef: string;
  clientId: string;
  part: DocumentPart | null;
  now: string;
  /** When it stops to count unless it is repeated. */
  expiresAt: string;
}

/** Keeps who has which postmortem open. */
export class PresenceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @returns whether anything is new to others. */
  async beat(number: number, heartbeat: Heartbeat): Promise<boolean> {
    const { userRef, clientId, part, now, expiresAt } = heartbeat;
    const key = {
      postmortem_number: number,
      user_ref: userRef,
      client_id: clientId,
    };
    const before = await this.#knex('postmortem_presence')
      .where(key)
      .where('expires_at', '>', now)
      .first('part', 'since');
    if (!before) {
      await this.#knex('postmortem_presence')
        .where('expires_at', '<=', now)
        .delete();
    }
    await this.#knex('postmortem_presence')
      .insert({
        ...key,
        part,
        since: before?.since ?? now,
        expires_at: expiresAt,
      })
      .onConflict(Object.keys(key))
      .merge();
    return !before || before.part !== part;
  }

  /** @returns whether it was there. */
  async leave(
    number: number,
    userRef: string,
    clientId: string,
  ): Promise<boolean> {
    const left = await this.#knex('postmortem_presence')
      .where({
        postmortem_number: number,
        user_ref: userRef,
        client_id: clientId,
      })
      .delete();
    return left > 0;
  }

  /** Who has it open now, who came first, first. */
  async people(number: number, now: string): Promise<PresentPerson[]> {
    const rows = await this.#knex('postmortem_presence')
      .where({ postmortem_number: number })
      .where('expires_at', '>', now)
      .orderBy(['since', 'user_ref', 'client_id'])
      .limit(MAX_PEOPLE);
    return rows.map(row => ({
      userRef: row.user_ref,
      part: row.part,
      clientId: row.client_id,
      since: row.since,
    }));
  }
}
