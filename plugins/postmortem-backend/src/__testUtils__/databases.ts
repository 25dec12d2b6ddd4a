import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

export const MIGRATIONS = resolvePackagePath(
  'backstage-plugin-postmortem-backend',
  'migrations',
);

/** Both engines; the run refuses to start when there is no PostgreSQL. */
export const ENGINES: TestDatabaseId[] = ['POSTGRES_18', 'SQLITE_3'];

/** Creates databases that are migrated; call it once a file. */
export function migratedDatabases(): {
  each: [TestDatabaseId][];
  init(id: TestDatabaseId): Promise<Knex>;
} {
  const databases = TestDatabases.create({ ids: ENGINES });
  const each = databases.eachSupportedId();
  if (each.length !== ENGINES.length) {
    throw new Error(
      'PostgreSQL is missing; run the tests with npm test at the root of the repository',
    );
  }
  return {
    each,
    async init(id) {
      const knex = await databases.init(id);
      await knex.migrate.latest({ directory: MIGRATIONS });
      return knex;
    },
  };
}
