import type {
  ActionItemListEntry,
  ActionItemPage,
  ActionItemQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { SortKey } from './keyset';
import { PageReader } from './PageReader';
import { postmortemKey } from './rows';
import {
  numbersByEntities,
  numbersByTeam,
  type ListOptions,
  type TeamScope,
} from './scope';
import { contains, END_OF_TIME, isAnyOf, toNumber } from './sql';
import { visibleTo } from './visibleTo';

const COLUMNS = [
  'a.*',
  'p.id as postmortem_id',
  'p.number as number',
  'p.title as postmortem_title',
  'p.version as postmortem_version',
  'x.team_ref as proposal_team',
  'x.state as proposal_state',
  'x.proposed_by',
  'x.proposed_at',
  'x.answered_by',
  'x.answered_at',
  'x.reason as proposal_reason',
] as const;

// How far ahead the items lie that are due soon.
const DUE_SOON = { weeks: 2 };

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
    proposal: row.proposal_team && {
      teamRef: row.proposal_team,
      state: row.proposal_state,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at,
      answeredBy: row.answered_by,
      answeredAt: row.answered_at,
      reason: row.proposal_reason,
    },
    missingRef: row.missing_ref ?? null,
  };
}

// A gap is closed as soon as another ref is in its place.
const IS_LIVE_GAP = 'g.missing_ref in (a.owner_ref, a.entity_ref)';

/**
 * Ids of a team's items: those of its postmortems, those that it or one of
 * its members owns, and those about what it owns now, unless they are still
 * proposed to it or were declined.
 */
function idsByTeam(knex: Knex, team: TeamScope): Knex.QueryBuilder {
  const ids = () => knex('postmortem_action_items as i').select('i.id');
  return ids()
    .whereIn('i.postmortem_number', numbersByTeam(knex, team))
    .union(
      ids()
        .where(
          isAnyOf(knex, 'i.owner_ref', [
            ...team.groupRefs,
            ...(team.memberRefs ?? []),
          ]),
        )
        .whereNotIn('i.id', unacceptedBy(knex, team)),
      ids()
        .where(isAnyOf(knex, 'i.entity_ref', team.entityRefs))
        .whereNotIn('i.id', unacceptedBy(knex, team)),
    );
}

/** Ids of the items that are proposed to the team, or were declined by it. */
function unacceptedBy(knex: Knex, team: TeamScope): Knex.QueryBuilder {
  return knex('postmortem_action_item_proposals')
    .select('action_item_id')
    .whereNot({ state: 'accepted' })
    .where(isAnyOf(knex, 'team_ref', team.groupRefs));
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
      columns: [...COLUMNS, this.#missingRef()],
      keys: query.postmortemId
        ? [{ sql: 'a.position', direction: 'asc', type: 'number' }]
        : this.#sortKeys(query.orderBy),
      // What is overdue, or due soon, changes with the time, too.
      narrowedBy:
        query.state === 'overdue' || query.state === 'due_soon'
          ? undefined
          : options,
    });
    return {
      items: rows.map(row => readActionItemRow(row, options.now)),
      ...page,
    };
  }

  /** The open items that are due first, and how many there are in all. */
  async open(
    {
      entityRef,
      ownerRef,
      limit,
    }: Pick<ActionItemQuery, 'entityRef' | 'ownerRef' | 'limit'>,
    options: ListOptions,
  ): Promise<OpenActionItems> {
    const knex = this.#knex;
    const isOverdue = 'case when a.overdue_from <= ? then 1 else 0 end';
    const rows: Array<Record<string, any>> = await this.#matching(
      { entityRef, ownerRef, state: 'open' },
      options,
    )
      .select(...COLUMNS, this.#missingRef())
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

  /** How many of the open items want something; of a team, for its overview. */
  async tally(options: ListOptions): Promise<{
    overdue: number;
    withoutOwner: number;
    withoutDate: number;
  }> {
    const count = (when: string, bindings: string[] = []) =>
      this.#knex.raw(`sum(case when ${when} then 1 else 0 end)`, bindings);
    const row = await this.#matching({ state: 'open' }, options)
      .select({
        overdue: count('a.overdue_from <= ?', [options.now]),
        without_owner: count('a.owner_ref is null'),
        without_date: count('a.due_at is null'),
      })
      .first();
    return {
      overdue: toNumber(row.overdue),
      withoutOwner: toNumber(row.without_owner),
      withoutDate: toNumber(row.without_date),
    };
  }

  /** The items of the ids, for lists of other things that name them. */
  async byIds(ids: string[], now: string): Promise<ActionItemListEntry[]> {
    const rows: Array<Record<string, any>> = await this.#joined()
      .select(...COLUMNS, this.#missingRef())
      .where(isAnyOf(this.#knex, 'a.id', ids));
    return rows.map(row => readActionItemRow(row, now));
  }

  #joined(): Knex.QueryBuilder {
    return this.#knex('postmortem_action_items as a')
      .join('postmortems as p', 'p.number', 'a.postmortem_number')
      .leftJoin(
        'postmortem_action_item_proposals as x',
        'x.action_item_id',
        'a.id',
      )
      .whereNull('p.deleted_at');
  }

  /** The ref of an item that the catalog no longer has. */
  #missingRef(): Knex.Raw {
    return this.#knex.raw(
      `(select min(g.missing_ref) from postmortem_ownership_gaps g
        where g.action_item_id = a.id and ${IS_LIVE_GAP}) as missing_ref`,
    );
  }

  #matching(
    query: Pick<
      ActionItemQuery,
      | 'entityRef'
      | 'ownerRef'
      | 'state'
      | 'postmortemId'
      | 'type'
      | 'priority'
      | 'q'
    >,
    { visible, team, now }: ListOptions,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const list = this.#joined();
    visibleTo(knex, list, visible);
    const { entityRef, ownerRef, state, postmortemId, type, priority } = query;
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
    if (team && state === 'proposed') {
      list.where(isAnyOf(knex, 'x.team_ref', team.groupRefs));
    } else if (team) {
      list.whereIn('a.id', idsByTeam(knex, team));
    }
    if (ownerRef) {
      list.where(isAnyOf(knex, 'a.owner_ref', ownerRef));
    }
    if (postmortemId) {
      list.where({ 'p.id': postmortemId.toLocaleLowerCase('en-US') });
    }
    if (type) {
      list.where(isAnyOf(knex, 'a.type', type));
    }
    if (priority) {
      list.where(isAnyOf(knex, 'a.priority', priority));
    }
    if (query.q) {
      list.where(contains(knex, 'a.search_text', query.q));
    }
    this.#inState(list, state, now);
    return list;
  }

  #inState(
    list: Knex.QueryBuilder,
    state: ActionItemQuery['state'],
    now: string,
  ): void {
    switch (state) {
      case undefined:
        return;
      case 'done':
        list.where('a.is_open', 0);
        return;
      case 'overdue':
        list.where('a.overdue_from', '<=', now);
        return;
      case 'due_soon':
        list
          .where('a.overdue_from', '>', now)
          .where(
            'a.due_at',
            '<=',
            DateTime.fromISO(now, { zone: 'utc' }).plus(DUE_SOON).toISO()!,
          );
        return;
      case 'without_owner':
        list.where('a.is_open', 1).whereNull('a.owner_ref');
        return;
      case 'without_date':
        list.where('a.is_open', 1).whereNull('a.due_at');
        return;
      case 'needs_owner':
        list
          .where('a.is_open', 1)
          .whereRaw(
            `exists (select 1 from postmortem_ownership_gaps g where g.action_item_id = a.id and ${IS_LIVE_GAP})`,
          );
        return;
      case 'proposed':
        list.where('a.is_open', 1).where('x.state', 'proposed');
        return;
      default:
        list.where('a.is_open', 1);
    }
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
