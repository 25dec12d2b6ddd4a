import type { Knex } from 'knex';
import type {
  PostmortemFilter,
  PostmortemProperty,
  PropertyFilter,
} from '../permissions/filter';
import { anyOfSql, type Sql } from './sql';

// Where each property is: a column, or the column of a table of its own.
const PLACES: Record<PostmortemProperty, string | [string, string]> = {
  id: 'p.id',
  author: 'p.created_by',
  status: 'p.status',
  severity: 'p.severity',
  visibility: 'p.visibility',
  entity: ['postmortem_entities', 'entity_ref'],
  team: ['postmortem_teams', 'team_ref'],
  participant: ['postmortem_participants', 'entity_ref'],
};

function propertySql(knex: Knex, { property, values }: PropertyFilter): Sql {
  const place = PLACES[property];
  if (typeof place === 'string') {
    const { sql, bindings } = anyOfSql(knex, place, values);
    // Guarded against null, whose negation would be null as well.
    return { sql: `(${place} is not null and ${sql})`, bindings };
  }
  const [table, column] = place;
  const { sql, bindings } = anyOfSql(knex, `${table}.${column}`, values);
  return {
    sql: `exists (select 1 from ${table} where ${table}.postmortem_number = p.number and ${sql})`,
    bindings,
  };
}

function joined(parts: Sql[], operator: 'and' | 'or'): Sql {
  return {
    sql: `(${parts.map(({ sql }) => sql).join(` ${operator} `)})`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

function filterSql(knex: Knex, filter: PostmortemFilter): Sql {
  if ('allOf' in filter) {
    return joined(
      filter.allOf.map(part => filterSql(knex, part)),
      'and',
    );
  }
  if ('anyOf' in filter) {
    return joined(
      filter.anyOf.map(part => filterSql(knex, part)),
      'or',
    );
  }
  if ('not' in filter) {
    const { sql, bindings } = filterSql(knex, filter.not);
    return { sql: `not ${sql}`, bindings };
  }
  return propertySql(knex, filter);
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
  if (filter) {
    const { sql, bindings } = filterSql(knex, filter);
    query.whereRaw(sql, bindings);
  }
}
