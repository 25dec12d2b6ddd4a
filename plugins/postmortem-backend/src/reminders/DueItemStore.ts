import type { Visibility } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { postmortemKey } from '../database/rows';
import { END_OF_TIME } from '../database/sql';

/** An open action item with a date, as reminders tell of it. */
export interface DueItem {
  id: string;
  title: string;
  ownerRef: string | null;
  dueAt: string;
  postmortemKey: string;
  visibility: Visibility;
  /** The responsible teams of its postmortem. */
  teams: string[];
}

const DUE_AT = `coalesce(a.due_at, '${END_OF_TIME}')`;

// Rows of one statement.
const BATCH = 1_000;

/** Reads the open items that reminders are about. */
export class DueItemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those that are due on one of the days, such as `2026-11-25`. */
  async dueOn(days: string[]): Promise<DueItem[]> {
    return this.#read(query =>
      query.where(any =>
        days.forEach(day =>
          // As the index of open items has them, and its bounds.
          any.orWhereRaw(`${DUE_AT} >= ? and ${DUE_AT} < ?`, [
            day,
            DateTime.fromISO(day).plus({ days: 1 }).toISODate()!,
          ]),
        ),
      ),
    );
  }

  /** Those that are overdue by now. */
  async overdue(now: string): Promise<DueItem[]> {
    return this.#read(query => query.where('a.overdue_from', '<=', now));
  }

  async #read(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<DueItem[]> {
    const items: DueItem[] = [];
    let last = '';
    for (;;) {
      const rows: Array<Record<string, any>> = await narrow(
        this.#knex('postmortem_action_items as a')
          .join('postmortems as p', 'p.number', 'a.postmortem_number')
          .leftJoin(
            'postmortem_action_item_proposals as x',
            'x.action_item_id',
            'a.id',
          )
          .whereNull('p.deleted_at')
          .whereRaw('a.is_open = 1')
          // What a team has not accepted yet it does not owe.
          .where(accepted =>
            accepted.whereNull('x.state').orWhereNot('x.state', 'proposed'),
          )
          .where('a.id', '>', last),
      )
        .orderBy('a.id')
        .limit(BATCH)
        .select(
          'a.id',
          'a.title',
          'a.owner_ref',
          'a.due_at',
          'a.postmortem_number',
          'p.visibility',
        );
      if (rows.length === 0) {
        return items;
      }
      last = rows[rows.length - 1].id;
      const teams = await this.#teams(rows.map(row => row.postmortem_number));
      items.push(
        ...rows.map(row => ({
          id: row.id,
          title: row.title,
          ownerRef: row.owner_ref,
          dueAt: row.due_at,
          postmortemKey: postmortemKey(row.postmortem_number),
          visibility: row.visibility,
          teams: teams.get(row.postmortem_number) ?? [],
        })),
      );
    }
  }

  async #teams(numbers: number[]): Promise<Map<number, string[]>> {
    const rows: Array<{ postmortem_number: number; team_ref: string }> =
      await this.#knex('postmortem_teams')
        .whereIn('postmortem_number', [...new Set(numbers)])
        .orderBy('position')
        .select('postmortem_number', 'team_ref');
    const teams = new Map<number, string[]>();
    for (const { postmortem_number: number, team_ref: team } of rows) {
      teams.set(number, [...(teams.get(number) ?? []), team]);
    }
    return teams;
  }
}
