import type { HintDismissal } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';

/** Keeps which hints were dismissed. */
export class DismissalStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By the id of the hint. */
  async all(number: number): Promise<Map<string, HintDismissal>> {
    const rows = await this.#knex('postmortem_hint_dismissals').where({
      postmortem_number: number,
    });
    return new Map(
      rows.map(row => [
        row.hint_id,
        {
          reason: row.reason,
          dismissedBy: row.dismissed_by,
          dismissedAt: row.dismissed_at,
        },
      ]),
    );
  }

  /** Replaces an earlier one. */
  async put(
    number: number,
    hintId: string,
    { reason, dismissedBy, dismissedAt }: HintDismissal,
  ): Promise<void> {
    await this.#knex('postmortem_hint_dismissals')
      .insert({
        postmortem_number: number,
        hint_id: hintId,
        reason,
        dismissed_by: dismissedBy,
        dismissed_at: dismissedAt,
      })
      .onConflict(['postmortem_number', 'hint_id'])
      .merge();
  }

  /** @returns whether there was one. */
  async delete(number: number, hintId: string): Promise<boolean> {
    const deleted = await this.#knex('postmortem_hint_dismissals')
      .where({ postmortem_number: number, hint_id: hintId })
      .delete();
    return deleted > 0;
  }
}
