import type {
  ActionItemListEntry,
  ActionItemPage,
  ActionItemQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { SortKey } from './keyset';
import { PageReader } from './PageReader';
import { postmortemKey } from './rows';
import { numbersByEntities, numbersByTeam, type ListOptions } from './scope';
import { END_OF_TIME, isAnyOf, toNumber } from './sql';
import { visibleTo } from './visibleTo';

const COLUMNS = [
  'a.*',
  'p.id as postmortem_id',
  'p.number as number',
  'p.title as postmortem_title',
  'p.version as postmortem_version',
] as const;

function readActionItemRow(
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
    resolutionNote: row.resolution_note,
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
    proposal: null,
    missingRef: null,
  };
}

/** Open items, and how many of them there are. */
export interface OpenActionItems {
  /** The overdue ones first, of both the earliest due. */
  items: ActionItemListEntry[];
  open: number;
  overdue: number;
}

/** The list of action items. */
export class ActionItemList {
  readonly #knex: Knex;
  readonly #pages: PageReader;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
  }

  async list(
    query: ActionItemQuery,
    options: ListOptions,
  ): Promise<ActionItemPage> {
    const { rows, ...page } = await this.#pages.read({
      list: 'action-items',
      query,
      isShort: query.entityRef?.length === 1,
      matching: () => this.#matching(query, options),
      columns: COLUMNS,
      keys: this.#sortKeys(query.orderBy),
      // What is overdue changes with the time, too.
      narrowedBy: query.state === 'overdue' ? undefined : options,
    });
    return {
      items: rows.map(row => readActionItemRow(row, options.now)),
      ...page,
    };
  }

  /** The open items that are due first, and how many there are in all. */
  async open(
    { entityRef, limit }: Pick<ActionItemQuery, 'entityRef' | 'limit'>,
    options: ListOptions,
  ): Promise<OpenActionItems> {
    const knex = this.#knex;
    const isOverdue = 'case when a.overdue_from <= ? then 1 else 0 end';
    const rows: Array<Record<string, any>> = await this.#matching(
      { entityRef, state: 'open' },
      options,
    )
      .select(...COLUMNS)
      .select(
        knex.raw('count(*) over () as open'),
        knex.raw(`sum(${isOverdue}) over () as overdue`, [options.now]),
      )
      .orderByRaw(`${isOverdue} desc`, [options.now])
      .orderByRaw(`coalesce(a.due_at, '${END_OF_TIME}'), a.id`)
      .limit(limit);
    return {
      items: rows.map(row => readActionItemRow(row, options.now)),
      open: toNumber(rows[0]?.open),
      overdue: toNumber(rows[0]?.overdue),
    };
  }

  #matching(
    query: Pick<ActionItemQuery, 'entityRef' | 'ownerRef' | 'state'>,
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
