import type {
  OwnershipGapPage,
  OwnershipGapQuery,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { ActionItemList } from '../database/ActionItemList';
import { PageReader } from '../database/PageReader';
import { readRows } from '../database/ReadBatch';
import type { PostmortemList } from '../database/PostmortemList';
import {
  numbersByTeam,
  type ListOptions,
  type TeamScope,
} from '../database/scope';
import { isAnyOf, toNumber } from '../database/sql';
import { visibleTo } from '../database/visibleTo';
import { liveGapSql } from './OwnershipGapStore';

/** The list of what lost its owner in the catalog. */
export class OwnershipGapList {
  readonly #knex: Knex;
  readonly #pages: PageReader;
  readonly #postmortems: PostmortemList;
  readonly #actionItems: ActionItemList;

  constructor(
    knex: Knex,
    lists: { postmortems: PostmortemList; actionItems: ActionItemList },
  ) {
    this.#knex = knex;
    this.#pages = new PageReader(knex);
    this.#postmortems = lists.postmortems;
    this.#actionItems = lists.actionItems;
  }

  async list(
    query: OwnershipGapQuery,
    options: ListOptions,
  ): Promise<OwnershipGapPage> {
    const { rows, ...page } = await this.#pages.read({
      list: 'ownership-gaps',
      query,
      isShort: true,
      matching: () => this.#matching(options),
      columns: ['g.*'],
      keys: [
        { sql: 'g.found_at', direction: 'desc', type: 'string' },
        { sql: 'g.postmortem_number', direction: 'desc', type: 'number' },
        { sql: 'g.field', direction: 'asc', type: 'string' },
        { sql: 'g.action_item_id', direction: 'asc', type: 'string' },
        { sql: 'g.missing_ref', direction: 'asc', type: 'string' },
      ],
    });
    const [postmortems, items] = await Promise.all([
      this.#postmortems.byNumbers(
        rows.map(row => row.postmortem_number),
        options,
      ),
      this.#actionItems.byIds(
        rows.flatMap(row => row.action_item_id || []),
        options.now,
      ),
    ]);
    const itemsById = new Map(items.map(item => [item.id, item]));
    return {
      items: rows.flatMap(row => {
        const postmortem = postmortems.get(row.postmortem_number);
        return postmortem
          ? [
              {
                field: row.field,
                missingRef: row.missing_ref,
                foundAt: row.found_at,
                postmortem,
                actionItem: itemsById.get(row.action_item_id) ?? null,
              },
            ]
          : [];
      }),
      ...page,
    };
  }

  /** How many there are of a team. */
  async count(options: ListOptions): Promise<number> {
    const [row] = await readRows(
      this.#matching(options).select(this.#knex.raw('count(*) as total')),
      options.batch,
    );
    return toNumber(row.total);
  }

  #matching({ visible, team }: ListOptions): Knex.QueryBuilder {
    const list = this.#knex('postmortem_ownership_gaps as g')
      .join('postmortems as p', 'p.number', 'g.postmortem_number')
      .whereNull('p.deleted_at')
      .whereRaw(liveGapSql('g'));
    visibleTo(this.#knex, list, visible);
    if (team) {
      list.where(mine =>
        mine
          .whereIn('p.number', numbersOnRecord(this.#knex, team))
          .orWhereIn('p.number', numbersByTeam(this.#knex, team))
          .orWhereExists(ownedItem(this.#knex, team)),
      );
    }
    return list;
  }
}

/** Also those whose owner the team was only at that time: nobody else is. */
function numbersOnRecord(
  knex: Knex,
  { groupRefs }: TeamScope,
): Knex.QueryBuilder {
  return knex('postmortem_teams')
    .select('postmortem_number')
    .where(isAnyOf(knex, 'team_ref', groupRefs));
}

/** The item of a gap `g`, where it is the team's or one of its members'. */
function ownedItem(
  knex: Knex,
  { groupRefs, memberRefs = [] }: TeamScope,
): Knex.QueryBuilder {
  return knex('postmortem_action_items as i')
    .select(knex.raw('1'))
    .whereRaw('i.id = g.action_item_id')
    .where(isAnyOf(knex, 'i.owner_ref', [...groupRefs, ...memberRefs]));
}
