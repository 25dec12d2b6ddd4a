import type { Knex } from 'knex';
import { recordChange } from '../database/changes';
import { insertAll, isAnyOf } from '../database/sql';
import { proposalRow, type UnproposedItem } from './ProposalStore';

/** An item that may still have to be proposed, and where it stands. */
export interface WaitingItem extends UnproposedItem {
  number: number;
  postmortemId: string;
  /** The responsible teams of the postmortem. */
  teams: string[];
}

/** A waiting item, and the team that it is proposed to. */
export interface ProposedItem extends WaitingItem {
  teamRef: string;
}

const TABLE = 'postmortem_unproposed_items';

/** Keeps the action items for which the catalog did not answer. */
export class UnproposedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Open items beyond a given one, in their order. */
  async after(last: string, limit: number): Promise<WaitingItem[]> {
    const rows: Array<Record<string, any>> = await this.#knex(`${TABLE} as u`)
      .join('postmortem_action_items as a', 'a.id', 'u.action_item_id')
      .join('postmortems as p', 'p.number', 'u.postmortem_number')
      .where('a.is_open', 1)
      .whereNull('p.deleted_at')
      .where('u.action_item_id', '>', last)
      .orderBy('u.action_item_id')
      .limit(limit)
      .select('u.*', 'p.id as postmortem_id');
    const teams: Array<{ postmortem_number: number; team_ref: string }> =
      await this.#knex('postmortem_teams').whereIn('postmortem_number', [
        ...new Set(rows.map(row => row.postmortem_number)),
      ]);
    return rows.map(row => ({
      number: row.postmortem_number,
      postmortemId: row.postmortem_id,
      actionItemId: row.action_item_id,
      entityRef: row.entity_ref,
      writtenBy: row.written_by,
      isQuiet: row.is_quiet === 1,
      teams: teams
        .filter(team => team.postmortem_number === row.postmortem_number)
        .map(team => team.team_ref),
    }));
  }

  /**
   * Takes the items out and proposes them, unless it is to no team. What
   * somebody has written, or settled, in the meantime is left alone.
   *
   * @returns those that were proposed by this call.
   */
  async settle(
    items: Array<WaitingItem & { teamRef: string | null }>,
    proposedAt: string,
  ): Promise<ProposedItem[]> {
    return this.#knex.transaction(async trx => {
      const taken: Array<{ action_item_id: string }> = await trx(TABLE)
        .whereIn(
          ['action_item_id', 'entity_ref'],
          items.map(item => [item.actionItemId, item.entityRef]),
        )
        .forUpdate()
        .select('action_item_id');
      const ids = new Set(taken.map(row => row.action_item_id));
      await trx(TABLE)
        .where(isAnyOf(trx, 'action_item_id', [...ids]))
        .delete();
      const proposed = items.flatMap(({ teamRef, ...item }) =>
        teamRef !== null && ids.has(item.actionItemId)
          ? [{ ...item, teamRef }]
          : [],
      );
      await insertAll(
        trx,
        'postmortem_action_item_proposals',
        proposed.map(item =>
          proposalRow(item.number, {
            ...item,
            proposedBy: item.writtenBy,
            proposedAt,
          }),
        ),
      );
      await recordChange(trx);
      return proposed;
    });
  }
}
