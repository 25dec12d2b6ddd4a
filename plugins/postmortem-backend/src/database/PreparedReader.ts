import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from './sql';

// Far more than there are kinds of statements; a connection keeps each of them.
const MAX_STATEMENTS = 200;

// What PostgreSQL, and poolers before it, say of a statement that the
// connection does not keep: PgBouncer gives each transaction another one.
const NOT_KEPT = ['26000', '42P05', '08P01'];

/**
 * Reads with statements that PostgreSQL plans once for each connection, and
 * not for each question: to plan a long one takes longer than to answer it.
 * Behind a pooler that does not keep such statements, they are planned again
 * each time.
 */
export class PreparedReader {
  readonly #knex: Knex;
  readonly #names = new Map<string, string>();
  #isKept = true;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param query - what differs each time is in its bindings */
  async rows(query: Knex.QueryBuilder): Promise<Array<Record<string, any>>> {
    if (!isPostgres(this.#knex)) {
      return query;
    }
    const { sql, bindings } = query.toSQL();
    const name = this.#nameOf(sql);
    if (name !== undefined) {
      try {
        const { rows } = await this.#knex
          .raw(sql, bindings as Knex.RawBinding[])
          .options({ name });
        return rows;
      } catch (error) {
        if (!NOT_KEPT.includes((error as { code?: string }).code ?? '')) {
          throw error;
        }
        this.#isKept = false;
      }
    }
    return query;
  }

  #nameOf(sql: string): string | undefined {
    if (!this.#isKept) {
      return undefined;
    }
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= MAX_STATEMENTS) {
      return known;
    }
    const hash = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    const name = `postmortem_${hash}`;
    this.#names.set(sql, name);
    return name;
  }
}
