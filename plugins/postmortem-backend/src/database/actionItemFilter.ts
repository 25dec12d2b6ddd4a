import type { ActionItemQuery } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { IS_LIVE_GAP, joinedActionItems } from './actionItemRow';
import {
  numbersByEntities,
  numbersByTeam,
  ofEntities,
  type ListOptions,
  type TeamScope,
} from './scope';
import { contains, isAnyOf } from './sql';
import { visibleTo } from './visibleTo';

/** What a list of action items can be narrowed to. */
export type ActionItemFilter = Pick<
  ActionItemQuery,
  | 'entityRef'
  | 'ownerRef'
  | 'state'
  | 'postmortemId'
  | 'type'
  | 'priority'
  | 'q'
>;

/** How far ahead the items lie that are due soon. */
export const DUE_SOON = { weeks: 2 };

/** Until when what is not overdue yet is due soon. */
export function dueSoonUntil(now: string): string {
  return DateTime.fromISO(now, { zone: 'utc' }).plus(DUE_SOON).toISO()!;
}

/** Where the rows of a list of items come from: all, or the open ones. */
interface Rows {
  state: ActionItemQuery['state'];
  /** Columns of the table `i`; the id among them. */
  columns: readonly string[];
}

/**
 * Items without those that are done, where those are not asked for: most items
 * are, and the open ones have indexes of their own.
 */
function rowsOf(knex: Knex, { state, columns }: Rows): Knex.QueryBuilder {
  const rows = knex('postmortem_action_items as i').select(columns);
  // In the text, as everywhere else: a plan for any value of a parameter has no
  // use for the indexes of the open items.
  return state === undefined || state === 'done'
    ? rows
    : rows.whereRaw('i.is_open = 1');
}

/** Items about one of the entities, and those of its postmortems. */
export function itemsByEntities(
  knex: Knex,
  entityRefs: string[],
  rows: Rows,
): Knex.QueryBuilder {
  // Both kinds by themselves: an OR over two tables would scan them all.
  return rowsOf(knex, rows)
    .where(ofEntities(knex, 'i.entity_ref', entityRefs))
    .union(
      rowsOf(knex, rows).whereIn(
        'i.postmortem_number',
        numbersByEntities(knex, entityRefs),
      ),
    );
}

/**
 * A team's items: those of its postmortems, those that it or one of its
 * members owns, and those about what it owns now that nobody else owns.
 * Without those that the team has not accepted.
 */
export function itemsByTeam(
  knex: Knex,
  team: TeamScope,
  rows: Rows,
): Knex.QueryBuilder {
  const all = rowsOf(knex, rows)
    .whereIn('i.postmortem_number', numbersByTeam(knex, team))
    .union(
      rowsOf(knex, rows).where(
        isAnyOf(knex, 'i.owner_ref', [
          ...team.groupRefs,
          ...(team.memberRefs ?? []),
        ]),
      ),
      rowsOf(knex, rows)
        .where(isAnyOf(knex, 'i.entity_ref', team.entityRefs))
        .where(unowned =>
          unowned
            .whereNull('i.owner_ref')
            // The catalog no longer has its owner.
            .orWhereRaw(
              `(i.id, i.owner_ref) in (select action_item_id, missing_ref
                from postmortem_ownership_gaps
                where field = 'actionItem.ownerRef')`,
            )
            .orWhereIn(
              'i.id',
              knex('postmortem_action_item_proposals')
                .select('action_item_id')
                .where({ state: 'accepted' })
                .where(isAnyOf(knex, 'team_ref', team.groupRefs)),
            ),
        ),
    );
  return knex
    .select('*')
    .from(all.as('t'))
    .whereNotIn('id', unacceptedBy(knex, team));
}

/**
 * Ids of the items that are proposed to the team, or were declined by it. Not
 * those of postmortems that are the team's own: it answers for them anyhow.
 */
function unacceptedBy(
  knex: Knex,
  { groupRefs, entityRefs }: TeamScope,
): Knex.QueryBuilder {
  const ofIt = (own: Knex.QueryBuilder) =>
    own
      .select(knex.raw('1'))
      .whereRaw('o.postmortem_number = y.postmortem_number');
  return knex('postmortem_action_item_proposals as y')
    .select('y.action_item_id')
    .whereNot({ 'y.state': 'accepted' })
    .where(isAnyOf(knex, 'y.team_ref', groupRefs))
    .whereNotExists(
      ofIt(knex('postmortem_teams as o'))
        .where({ 'o.from_catalog': 0 })
        .where(isAnyOf(knex, 'o.team_ref', groupRefs)),
    )
    .whereNotExists(
      ofIt(knex('postmortem_entities as o'))
        .where({ 'o.role': 'cause' })
        .where(isAnyOf(knex, 'o.entity_ref', entityRefs)),
    );
}

/** The action items that the caller may see and that pass the filter. */
export function matchingActionItems(
  knex: Knex,
  query: ActionItemFilter,
  { visible, team, now }: ListOptions,
): Knex.QueryBuilder {
  const list = joinedActionItems(knex);
  visibleTo(knex, list, visible);
  const { entityRef, ownerRef, state, postmortemId, type, priority } = query;
  const ids = { state, columns: ['i.id'] };
  if (entityRef) {
    list.whereIn('a.id', itemsByEntities(knex, entityRef, ids));
  }
  if (team && state === 'proposed') {
    list.where(isAnyOf(knex, 'x.team_ref', team.groupRefs));
  } else if (team) {
    list.whereIn('a.id', itemsByTeam(knex, team, ids));
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
  inState(list, state, now);
  return list;
}

function inState(
  list: Knex.QueryBuilder,
  state: ActionItemQuery['state'],
  now: string,
): void {
  switch (state) {
    case undefined:
      return;
    case 'done':
      list.whereRaw('a.is_open = 0');
      return;
    case 'overdue':
      list.where('a.overdue_from', '<=', now);
      return;
    case 'due_soon':
      list
        .where('a.overdue_from', '>', now)
        .where('a.due_at', '<=', dueSoonUntil(now));
      return;
    case 'without_owner':
      list.whereRaw('a.is_open = 1').whereNull('a.owner_ref');
      return;
    case 'without_date':
      list.whereRaw('a.is_open = 1').whereNull('a.due_at');
      return;
    case 'needs_owner':
      list
        .whereRaw('a.is_open = 1')
        .whereRaw(
          `exists (select 1 from postmortem_ownership_gaps g where g.action_item_id = a.id and ${IS_LIVE_GAP})`,
        );
      return;
    case 'proposed':
      list.whereRaw('a.is_open = 1').where('x.state', 'proposed');
      return;
    default:
      list.whereRaw('a.is_open = 1');
  }
}
