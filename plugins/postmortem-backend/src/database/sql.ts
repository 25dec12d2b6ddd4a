import type { Knex } from 'knex';

/** The latest time of all: what an absent time counts as when it sorts last. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z';

export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).includes('pg');
}

/**
 * For limits: as part of the text, since a plan that is made for any limit is
 * made for a large one.
 */
export const IN_TEXT = { skipBinding: true } as const;

/** A piece of SQL, with a value for each of its question marks. */
export interface Sql {
  sql: string;
  bindings: Knex.RawBinding[];
}

/**
 * `column IN (values)` with one bind parameter, however many values there
 * are: databases limit the number of parameters of a statement. The column is
 * never text of a caller.
 */
export function anyOfSql(
  knex: Knex,
  column: string,
  values: ReadonlyArray<string | number>,
): Sql {
  if (values.length === 1) {
    // The most frequent case, of which both engines know how many rows it is.
    return { sql: `${column} = ?`, bindings: [values[0]] };
  }
  return isPostgres(knex)
    ? { sql: `${column} = any(?)`, bindings: [[...values] as string[]] }
    : {
        sql: `${column} in (select value from json_each(?))`,
        bindings: [JSON.stringify(values)],
      };
}

/**
 * {@link anyOfSql} in a form that PostgreSQL takes for the same work whatever
 * the values are: what it planned for one question then serves the next.
 */
export function anyOfAlike(knex: Knex, column: string, values: string[]): Sql {
  if (!isPostgres(knex)) {
    return anyOfSql(knex, column, values);
  }
  return values.length === 1
    ? { sql: `${column} = (select cast(? as text))`, bindings: [values[0]] }
    : {
        sql: `${column} = any((select cast(? as text[]))::text[])`,
        bindings: [[...values]],
      };
}

/** {@link anyOfAlike} as a condition of its own. */
export function isAnyOfAlike(
  knex: Knex,
  column: string,
  values: string[],
): Knex.Raw {
  const { sql, bindings } = anyOfAlike(knex, column, values);
  return knex.raw(sql, bindings);
}

/** {@link anyOfSql} as a condition of its own. */
export function isAnyOf(
  knex: Knex,
  column: string,
  values: ReadonlyArray<string | number>,
): Knex.Raw {
  const { sql, bindings } = anyOfSql(knex, column, values);
  return knex.raw(sql, bindings);
}

/** Whether a column of lower-case text contains the text, in any case. */
export function contains(knex: Knex, column: string, text: string): Knex.Raw {
  // Not LIKE: nothing in the text is special here.
  const find = isPostgres(knex) ? 'strpos' : 'instr';
  return knex.raw(`${find}(??, ?) > 0`, [
    column,
    text.toLocaleLowerCase('en-US'),
  ]);
}

/** Rows of one insert: below the limits of both engines for these tables. */
const INSERT_CHUNK = 200;

/** Inserts any number of rows, in as few statements as the engines allow. */
export async function insertAll(
  trx: Knex.Transaction,
  table: string,
  rows: object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += INSERT_CHUNK) {
    await trx(table).insert(rows.slice(start, start + INSERT_CHUNK));
  }
}

/** Counts come back as text from PostgreSQL. */
export function toNumber(value: unknown): number {
  return Number(value ?? 0);
}

/** bigint columns come back as text from PostgreSQL. */
export function toNumberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
