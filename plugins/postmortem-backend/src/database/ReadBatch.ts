import type { Knex } from 'knex';
import type { PreparedReader } from './PreparedReader';
import { isPostgres } from './sql';

type Row = Record<string, any>;

interface Waiting {
  query: Knex.QueryBuilder;
  resolve(rows: Row[]): void;
  reject(error: unknown): void;
}

/**
 * Reads what several queries ask for at the same time with one statement:
 * where the answers are short, it is the ways to the database and back that
 * take the time. The queries then see one and the same state, too. SQLite has
 * no way to go, and is asked one query after the other.
 */
export class ReadBatch {
  readonly #knex: Knex;
  readonly #prepared: PreparedReader | undefined;
  #waiting: Waiting[] = [];

  /** @param prepared - for what is short, and asked for again and again */
  constructor(knex: Knex, prepared?: PreparedReader) {
    this.#knex = knex;
    this.#prepared = prepared;
  }

  /**
   * The rows of the query, read together with those of all others that are
   * asked for before this turn of the event loop ends.
   */
  rows(query: Knex.QueryBuilder): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) {
        setImmediate(() => this.#read());
      }
      this.#waiting.push({ query, resolve, reject });
    });
  }

  async #read(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const answers = await this.#answers(waiting.map(({ query }) => query));
      waiting.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch (error) {
      waiting.forEach(({ reject }) => reject(error));
    }
  }

  async #answers(queries: Knex.QueryBuilder[]): Promise<Row[][]> {
    const knex = this.#knex;
    const read = (query: Knex.QueryBuilder): PromiseLike<Row[]> =>
      this.#prepared ? this.#prepared.rows(query) : query;
    if (queries.length === 1 || !isPostgres(knex)) {
      return Promise.all(queries.map(read));
    }
    const [row] = await read(
      knex.select(
        queries.map((query, index) =>
          knex
            .from(query.as('q'))
            .select(knex.raw(`coalesce(json_agg(q), '[]')`))
            .as(`q${index}`),
        ),
      ),
    );
    return queries.map((_, index) => row[`q${index}`]);
  }
}

/** The rows of a query, by a reader of its own where there is one. */
export async function readRows(
  query: Knex.QueryBuilder,
  batch: Pick<ReadBatch, 'rows'> | undefined,
): Promise<Row[]> {
  return batch ? batch.rows(query) : query;
}
