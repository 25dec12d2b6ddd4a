import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * How far an example has come: `loading` while its import may or may not have
 * been stored, then `loaded`.
 */
export type ExampleState = 'loading' | 'loaded';

type Row = { file: string; state: ExampleState; postmortem_key: string | null };

/** Remembers which examples were loaded, also when they are deleted later. */
export class ExampleStore {
  static async create(database: DatabaseService): Promise<ExampleStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath('backend', 'migrations'),
      });
    }
    return new ExampleStore(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The state of every example that was begun, by file name. */
  async states(): Promise<Map<string, ExampleState>> {
    const rows = await this.#knex<Row>('loaded_examples').select();
    return new Map(rows.map(row => [row.file, row.state]));
  }

  /** Notes, before the import, that it is about to happen. */
  async begin(file: string): Promise<void> {
    await this.#knex<Row>('loaded_examples')
      .insert({ file, state: 'loading', postmortem_key: null })
      .onConflict('file')
      .ignore();
  }

  async complete(file: string, postmortemKey: string): Promise<void> {
    await this.#knex<Row>('loaded_examples')
      .where({ file })
      .update({ state: 'loaded', postmortem_key: postmortemKey });
  }

  /** Forgets an example that the product refused, so that it is tried again. */
  async forget(file: string): Promise<void> {
    await this.#knex<Row>('loaded_examples').where({ file }).delete();
  }
}
