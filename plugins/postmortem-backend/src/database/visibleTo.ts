import type { Knex } from 'knex';
import type {
  PostmortemFilter,
  PostmortemProperty,
  PropertyFilter,
} from '../permissions/filter';
import { anyOfAlike, IN_TEXT, isPostgres, type Sql } from './sql';

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
  viewer: ['postmortem_viewers', 'principal_ref'],
};

function propertySql(knex: Knex, { property, values }: PropertyFilter): Sql {
  const place = PLACES[property];
  if (typeof place === 'string') {
    const { sql, bindings } = anyOfAlike(knex, place, values);
    // Guarded against null, whose negation would be null as well.
    return { sql: `(${place} is not null and ${sql})`, bindings };
  }
  const [table, column] = place;
  const { sql, bindings } = anyOfAlike(knex, `${table}.${column}`, values);
  // PostgreSQL looks it up for each row of few, and reads it once for many.
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

/**
 * Joins the postmortems of rows that are few, one look-up a row. PostgreSQL
 * takes what is in a parameter to be more than it is, and would rather read
 * all postmortems.
 *
 * @param rows - a query over a table that has the numbers
 * @param number - the column with the numbers
 * @param columns - what else is read of the postmortems, as `p`
 * @param narrow - leaves out postmortems of the query over `postmortems as p`
 */
export function joinFewPostmortems(
  knex: Knex,
  rows: Knex.QueryBuilder,
  number: string,
  columns: ReadonlyArray<string | Knex.Raw>,
  narrow: (postmortems: Knex.QueryBuilder) => void,
): void {
  if (!isPostgres(knex)) {
    rows.join('postmortems as p', 'p.number', number);
    narrow(rows);
    return;
  }
  const each = knex('postmortems as p')
    .whereRaw('p.number = ??', [number])
    .select('p.number', ...columns)
    .limit(1, IN_TEXT);
  narrow(each);
  const { sql, bindings } = each.toSQL();
  rows.joinRaw(`cross join lateral (${sql}) as p`, bindings as Knex.Value[]);
}
