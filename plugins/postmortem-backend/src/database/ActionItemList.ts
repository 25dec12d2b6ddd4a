import type {
  ActionItemListEntry,
  ActionItemPage,
  ActionItemQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { dueSoonUntil, matchingActionItems } from './actionItemFilter';
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

/** Open items of a team, and how many of them want something. */
export interface TeamActionItems extends OpenActionItems {
  /** The earliest first. */
  dueSoonItems: ActionItemListEntry[];
  dueSoon: number;
  withoutOwner: number;
  withoutDate: number;
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

  /**
   * The open items of a team that are due first, those that are due soon, and
   * how many want something: all from one look at them.
   */
  async ofTeam(limit: number, options: ListOptions): Promise<TeamActionItems> {
    const knex = this.#knex;
    const soon = dueSoonUntil(options.now);
    const open = openActionItems(knex, {}, options).select(
      'a.id',
      'a.owner_ref',
      'a.due_at',
      knex.raw(`coalesce(a.due_at, '${END_OF_TIME}') as due`),
      knex.raw(
        'case when a.overdue_from <= ? then 1 else 0 end as is_overdue',
        [options.now],
      ),
      knex.raw(
        'case when a.overdue_from > ? and a.due_at <= ? then 1 else 0 end as is_soon',
        [options.now, soon],
      ),
    );
    const counts = knex.from('o').select({
      open: knex.raw('count(*)'),
      overdue: knex.raw('sum(is_overdue)'),
      due_soon: knex.raw('sum(is_soon)'),
      without_owner: knex.raw(
        'sum(case when owner_ref is null then 1 else 0 end)',
      ),
      without_date: knex.raw('sum(case when due_at is null then 1 else 0 end)'),
    });
    const part = (name: string, order: string) =>
      knex
        .from(
          knex
            .from('o')
            .select('id', 'due', 'is_overdue', 'is_soon')
            .orderByRaw(order)
            .limit(limit, IN_TEXT)
            .as('f'),
        )
        .select('f.*', knex.raw(`'${name}' as part`));
    const first = part('first', 'is_overdue desc, due, id');
    const dueSoon = part('soon', 'is_soon desc, due, id').where('f.is_soon', 1);
    const rows = await readRows(
      joinedActionItems(knex)
        .withMaterialized('o', open)
        .join(first.unionAll(dueSoon).as('t'), 't.id', 'a.id')
        .crossJoin(knex.raw('? as c', [counts]))
        .select(...actionItemColumns(knex), 't.part', 'c.*')
        .orderByRaw('t.is_overdue desc, t.due, t.id'),
      options.batch,
    );
    const of = (name: string) =>
      rows
        .filter(row => row.part === name)
        .map(row => readActionItemRow(row, options.now));
    const [row] = rows;
    return {
      items: of('first'),
      dueSoonItems: of('soon'),
      open: toNumber(row?.open),
      overdue: toNumber(row?.overdue),
      dueSoon: toNumber(row?.due_soon),
      withoutOwner: toNumber(row?.without_owner),
      withoutDate: toNumber(row?.without_date),
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
