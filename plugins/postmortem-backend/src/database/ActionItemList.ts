import type {
  ActionItemListEntry,
  ActionItemPage,
  ActionItemQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import {
  afterKeys,
  decodeCursor,
  encodeCursor,
  orderByKeys,
  queryFingerprint,
  type SortKey,
} from './keyset';
import type { ListOptions } from './PostmortemList';
import { postmortemKey } from './rows';
import { numbersByEntities, numbersByTeam } from './scope';
import { END_OF_TIME, isAnyOf, toNumber } from './sql';
import { visibleTo } from './visibleTo';

export const ACTION_ITEM_COLUMNS = [
  'a.*',
  'p.id as postmortem_id',
  'p.number as number',
  'p.title as postmortem_title',
  'p.version as postmortem_version',
] as const;

export function readActionItemRow(
  row: Record<string, any>,
  now: string,
): ActionItemListEntry {
  return {
    id: row.id,
    postmortemId: row.postmortem_id,
    title: row.title,
    description: row.description,
    term: row.term,
    type: row.type,
    priority: row.priority,
    ownerRef: row.owner_ref,
    entityRef: row.entity_ref,
    dueAt: row.due_at,
    status: row.status,
    completedAt: row.completed_at,
    trackerUrl: row.tracker_url,
    successCriterion: row.success_criterion,
    verifyAt: row.verify_at,
    verification: row.verdict && {
      verdict: row.verdict,
      evidence: row.evidence,
      verifiedBy: row.verified_by,
      verifiedAt: row.verified_at,
    },
    postmortem: {
      id: row.postmortem_id,
      key: postmortemKey(row.number),
      title: row.postmortem_title,
      version: row.postmortem_version,
    },
    overdue: row.overdue_from !== null && row.overdue_from <= now,
  };
}

/** The list of action items: one SQL statement a page. */
export class ActionItemList {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    query: ActionItemQuery,
    options: ListOptions,
  ): Promise<ActionItemPage> {
    const keys = this.#sortKeys(query.orderBy);
    const fingerprint = queryFingerprint('action-items', query);
    const page = this.#matching(query, options)
      .select(...ACTION_ITEM_COLUMNS)
      .select(this.#knex.raw(`${keys[0].sql} as sort_0`))
      .select(
        this.#matching(query, options)
          .select(this.#knex.raw('count(*)'))
          .as('total'),
      )
      .limit(query.limit + 1);
    orderByKeys(page, keys);
    if (query.cursor) {
      afterKeys(page, keys, decodeCursor(query.cursor, fingerprint, keys));
    }

    const rows: Array<Record<string, any>> = await page;
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map(row => readActionItemRow(row, options.now)),
      totalItems: await this.#total(rows, query, options),
      pageInfo:
        last && rows.length > query.limit
          ? { nextCursor: encodeCursor([last.sort_0, last.id], fingerprint) }
          : {},
    };
  }

  #matching(
    query: ActionItemQuery,
    { visible, team, now }: ListOptions,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const list = knex('postmortem_action_items as a')
      .join('postmortems as p', 'p.number', 'a.postmortem_number')
      .whereNull('p.deleted_at');
    visibleTo(knex, list, visible);
    const { entityRef, ownerRef, state } = query;
    if (entityRef) {
      // Ids of both kinds first: an OR over two tables would scan them all.
      list.whereIn(
        'a.id',
        knex('postmortem_action_items')
          .select('id')
          .where(isAnyOf(knex, 'entity_ref', entityRef))
          .union(
            knex('postmortem_action_items')
              .select('id')
              .whereIn('postmortem_number', numbersByEntities(knex, entityRef)),
          ),
      );
    }
    if (team) {
      list.whereIn(
        'a.id',
        knex('postmortem_action_items')
          .select('id')
          .where(isAnyOf(knex, 'owner_ref', team.groupRefs))
          .union(
            knex('postmortem_action_items')
              .select('id')
              .whereIn('postmortem_number', numbersByTeam(knex, team)),
          ),
      );
    }
    if (ownerRef) {
      list.where(isAnyOf(knex, 'a.owner_ref', ownerRef));
    }
    if (state === 'open') {
      list.where('a.is_open', 1);
    } else if (state === 'done') {
      list.where('a.is_open', 0);
    } else if (state === 'overdue') {
      list.where('a.overdue_from', '<=', now);
    }
    return list;
  }

  async #total(
    rows: Array<Record<string, any>>,
    query: ActionItemQuery,
    options: ListOptions,
  ): Promise<number> {
    if (rows.length > 0) {
      return toNumber(rows[0].total);
    }
    if (!query.cursor) {
      return 0;
    }
    const [row] = await this.#matching(query, options).count({ total: '*' });
    return toNumber(row.total);
  }

  #sortKeys(orderBy: ActionItemQuery['orderBy']): SortKey[] {
    const direction = orderBy.startsWith('-') ? 'desc' : 'asc';
    // Items without a date come last in either direction.
    const absent = direction === 'desc' ? '' : END_OF_TIME;
    return [
      { sql: `coalesce(a.due_at, '${absent}')`, direction, type: 'string' },
      { sql: 'a.id', direction, type: 'string' },
    ];
  }
}
