import type { Knex } from 'knex';
import type { PostmortemFilter, PropertyFilter } from '../permissions/filter';
import { isAnyOf } from './sql';

function applyProperty(
  knex: Knex,
  where: Knex.QueryBuilder,
  { property, values }: PropertyFilter,
): void {
  const child = (table: string, column: string) =>
    where.whereExists(
      knex(table)
        .select(knex.raw('1'))
        .whereRaw('??.postmortem_number = p.number', [table])
        .where(isAnyOf(knex, `${table}.${column}`, values)),
    );
  switch (property) {
    case 'id':
      where.where(isAnyOf(knex, 'p.id', values));
      return;
    case 'author':
      where.where(isAnyOf(knex, 'p.created_by', values));
      return;
    case 'status':
      where.where(isAnyOf(knex, 'p.status', values));
      return;
    case 'severity':
      // Guarded against null, whose negation would be null as well.
      where
        .whereNotNull('p.severity')
        .where(isAnyOf(knex, 'p.severity', values));
      return;
    case 'visibility':
      where.where(isAnyOf(knex, 'p.visibility', values));
      return;
    case 'entity':
      child('postmortem_entities', 'entity_ref');
      return;
    case 'team':
      child('postmortem_teams', 'team_ref');
      return;
    case 'participant':
      child('postmortem_participants', 'entity_ref');
      return;
    default:
      throw new Error(`Unknown property ${property satisfies never}`);
  }
}

/**
 * Narrows a query over `postmortems as p` to what a filter allows. The one
 * place where permissions become SQL.
 */
export function visibleTo(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: PostmortemFilter | undefined,
): void {
  if (!filter) {
    return;
  }
  if ('allOf' in filter) {
    query.where(inner => {
      filter.allOf.forEach(part => visibleTo(knex, inner, part));
    });
  } else if ('anyOf' in filter) {
    query.where(inner => {
      filter.anyOf.forEach(part => {
        inner.orWhere(alternative => visibleTo(knex, alternative, part));
      });
    });
  } else if ('not' in filter) {
    query.whereNot(inner => visibleTo(knex, inner, filter.not));
  } else {
    query.where(inner => applyProperty(knex, inner, filter));
  }
}
