import type {
  ActionItemListEntry,
  ActionItemPage,
  ActionItemQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { matchingActionItems } from './actionItemFilter';
import {
  actionItemColumns,
  joinedActionItems,
  readActionItemRow,
} from './actionItemRow';
import type { SortKey } from './keyset';
import { openActionItems } from './openActionItems';
import { PageReader } from './PageReader';
import { readRows } from './ReadBatch';
import type { ListOptions } from './scope';
import { END_OF_TIME, IN_TEXT, isAnyOf, toNumber } from './sql';

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
      matching: () => matchingActionItems(this.#knex, query, options),
      columns: actionItemColumns(this.#knex),
      keys: query.postmortemId
        ? [{ sql: 'a.position', direction: 'asc', type: 'number' }]
        : this.#sortKeys(query.orderBy),
      // What is overdue, or due soon, changes with the time, too.
      narrowedBy:
        query.state === 'overdue' || query.state === 'due_soon'
          ? undefined
          : options,
      batch: options.batch,
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
    const first = openActionItems(knex, { entityRef, ownerRef }, options)
      .select(
        'a.id',
        knex.raw(`coalesce(a.due_at, '${END_OF_TIME}') as due`),
        knex.raw(`${isOverdue} as is_overdue`, [options.now]),
        knex.raw('count(*) over () as open'),
        knex.raw(`sum(${isOverdue}) over () as overdue`, [options.now]),
      )
      .orderByRaw('is_overdue desc, due, a.id')
      .limit(limit, IN_TEXT);
    const page = joinedActionItems(knex)
      .join(first.as('t'), 't.id', 'a.id')
      .select(...actionItemColumns(knex), 't.open', 't.overdue')
      .orderByRaw('t.is_overdue desc, t.due, t.id');
    const rows = await readRows(page, options.batch);
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
    const query = openActionItems(this.#knex, {}, options).select({
      overdue: count('a.overdue_from <= ?', [options.now]),
      without_owner: count('a.owner_ref is null'),
      without_date: count('a.due_at is null'),
    });
    const [row] = await readRows(query, options.batch);
    return {
      overdue: toNumber(row.overdue),
      withoutOwner: toNumber(row.without_owner),
      withoutDate: toNumber(row.without_date),
    };
  }

  /** The items of the ids, for lists of other things that name them. */
  async byIds(ids: string[], now: string): Promise<ActionItemListEntry[]> {
    const rows: Array<Record<string, any>> = await joinedActionItems(this.#knex)
      .select(...actionItemColumns(this.#knex))
      .where(isAnyOf(this.#knex, 'a.id', ids));
    return rows.map(row => readActionItemRow(row, now));
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
