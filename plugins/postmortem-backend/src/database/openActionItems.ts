import type { ActionItemQuery } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { itemsByEntities, itemsByTeam } from './actionItemFilter';
import type { ListOptions } from './scope';
import { isAnyOf } from './sql';
import { joinFewPostmortems, visibleTo } from './visibleTo';

/** Whose open items are meant: an entity's, an owner's, or else the team's. */
export type OpenActionItemFilter = Pick<
  ActionItemQuery,
  'entityRef' | 'ownerRef'
>;

// What is counted and sorted by: all in the indexes of open items.
const COLUMNS = [
  'i.id',
  'i.postmortem_number',
  'i.owner_ref',
  'i.due_at',
  'i.overdue_from',
] as const;

/**
 * The open items `a` that the caller may see, with what is counted and sorted
 * of them: the texts are read of those that are shown.
 */
export function openActionItems(
  knex: Knex,
  { entityRef, ownerRef }: OpenActionItemFilter,
  { visible, team }: ListOptions,
): Knex.QueryBuilder {
  const open = { state: 'open', columns: COLUMNS } as const;
  const list = knex.from(sourceOf(knex, { entityRef, team }, open).as('a'));
  if (ownerRef) {
    list.where(isAnyOf(knex, 'a.owner_ref', ownerRef));
  }
  const narrow = (postmortems: Knex.QueryBuilder) => {
    postmortems.whereNull('p.deleted_at');
    visibleTo(knex, postmortems, visible);
  };
  if (entityRef || ownerRef) {
    joinFewPostmortems(knex, list, 'a.postmortem_number', [], narrow);
  } else {
    list.join('postmortems as p', 'p.number', 'a.postmortem_number');
    narrow(list);
  }
  return list;
}

function sourceOf(
  knex: Knex,
  { entityRef, team }: OpenActionItemFilter & Pick<ListOptions, 'team'>,
  open: { state: 'open'; columns: readonly string[] },
): Knex.QueryBuilder {
  if (entityRef) {
    return itemsByEntities(knex, entityRef, open);
  }
  return team
    ? itemsByTeam(knex, team, open)
    : knex('postmortem_action_items as i')
        .select(open.columns)
        .whereRaw('i.is_open = 1');
}
