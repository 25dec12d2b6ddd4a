import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { trendsQuerySchema } from 'backstage-plugin-postmortem-common';
import { migratedDatabases } from '../__testUtils__/databases';
import { CatalogLookup } from '../catalog/CatalogLookup';
import { DependencyLookup } from '../catalog/DependencyLookup';
import { seedPostmortems } from '../dev/seedPostmortems';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { createReports } from './createReports';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const QUERY = trendsQuerySchema.parse({ from: '2025-11-01', to: '2026-11-01' });

const CREDENTIALS = mockCredentials.user();

describe.each(databases.each)('SQL statements of reports on %s', id => {
  /** How many each report takes, for the first time and again. */
  async function statements(rows: number) {
    const knex = await databases.init(id);
    await seedPostmortems(knex, { count: rows });
    let count = 0;
    knex.on('query', () => {
      count += 1;
    });
    const logger = mockServices.logger.mock();
    const catalog = catalogServiceMock({ entities: [] });
    const reports = createReports({
      knex,
      catalog,
      lookups: {
        catalog: new CatalogLookup({ catalog, logger }),
        dependencies: new DependencyLookup({ catalog }),
      },
      guard: {
        reading: async (call: object) => call,
      } as unknown as PostmortemGuard,
      severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
      clock: () => '2026-11-20T00:00:00.000Z',
    });
    const asked: Record<string, number[]> = {};
    for (const name of [
      'trends',
      'patterns',
      'durations',
      'followThrough',
    ] as const) {
      asked[name] = [];
      for (const _ of ['first', 'again']) {
        count = 0;
        await reports[name](QUERY, CREDENTIALS);
        asked[name].push(count);
      }
    }
    return asked;
  }

  it('are as many for a thousand postmortems as for forty', async () => {
    const few = await statements(40);
    expect(await statements(1_000)).toEqual(few);
    expect(few).toEqual({
      trends: [2, 1],
      patterns: [4, 1],
      durations: [4, 1],
      followThrough: [4, 1],
    });
  });
});
