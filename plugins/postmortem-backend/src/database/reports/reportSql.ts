import type { Knex } from 'knex';
import { isPostgres, type Sql } from '../sql';

/**
 * In which of the stretches that begin at `starts`, ascending, the column
 * lies: 1 for the first one, 0 before it. Columns are never text of a caller.
 */
export function periodSql(
  knex: Knex,
  column: string,
  starts: readonly string[] | readonly number[],
): Sql {
  if (isPostgres(knex)) {
    const type = typeof starts[0] === 'number' ? 'int' : 'text';
    return {
      sql: `width_bucket(${column}, ?::${type}[])`,
      bindings: [[...starts] as Knex.RawBinding],
    };
  }
  return {
    sql: `(select count(*) from json_each(?) where value <= ${column})`,
    bindings: [JSON.stringify(starts)],
  };
}

/** Whole days of UTC from one time to another. */
export function daysBetweenSql(knex: Knex, from: string, to: string): string {
  return isPostgres(knex)
    ? `(substr(${to}, 1, 10)::date - substr(${from}, 1, 10)::date)`
    : `cast(julianday(substr(${to}, 1, 10)) - julianday(substr(${from}, 1, 10)) as integer)`;
}

/** Pairs of texts as a table with the columns `a` and `b`. */
export function pairsSql(knex: Knex, pairs: Array<[string, string]>): Sql {
  return isPostgres(knex)
    ? {
        sql: 'select a collate "C" as a, b collate "C" as b from unnest(?::text[], ?::text[]) as u(a, b)',
        bindings: [pairs.map(([a]) => a), pairs.map(([, b]) => b)],
      }
    : {
        sql: `select json_extract(value, '$[0]') as a, json_extract(value, '$[1]') as b from json_each(?)`,
        bindings: [JSON.stringify(pairs)],
      };
}

/** The smaller of two values. */
export function leastSql(knex: Knex, a: string, b: string): string {
  return isPostgres(knex) ? `least(${a}, ${b})` : `min(${a}, ${b})`;
}
