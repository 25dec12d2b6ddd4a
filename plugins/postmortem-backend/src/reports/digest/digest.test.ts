import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { migratedDatabases } from '../../__testUtils__/databases';
import { store } from '../../__testUtils__/documents';
import { CatalogLookup } from '../../catalog/CatalogLookup';
import { DependencyLookup } from '../../catalog/DependencyLookup';
import type { PostmortemGuard } from '../../permissions/PostmortemGuard';
import { createReports } from '../createReports';
import type { DigestSettings } from './readDigest';
import { createDigestTask } from './scheduleDigests';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const PAYMENTS = 'group:default/payments';
const SEARCH = 'group:default/search';
const LEAD = 'user:default/lead';

const SETTINGS: DigestSettings = {
  every: 'week',
  hour: 8,
  timeZone: 'UTC',
  teams: [PAYMENTS, SEARCH],
  everything: [LEAD],
};

describe.each(databases.each)('digests of reports on %s', id => {
  let knex: Knex;
  let now: string;
  const send = jest.fn();

  beforeEach(async () => {
    knex = await databases.init(id);
    send.mockReset();
  });

  async function run(settings: Partial<DigestSettings> = {}) {
    const logger = mockServices.logger.mock();
    const catalog = catalogServiceMock({ entities: [] });
    const clock = () => now;
    await createDigestTask({
      knex,
      reports: createReports({
        knex,
        catalog,
        lookups: {
          catalog: new CatalogLookup({ catalog, logger }),
          dependencies: new DependencyLookup({ catalog }),
        },
        // Nobody asks: there is no caller whose rights would count.
        guard: {} as PostmortemGuard,
        severities: ['SEV1', 'SEV2'],
        clock,
      }),
      notifications: { send },
      auth: mockServices.auth(),
      logger,
      settings: { ...SETTINGS, ...settings },
      clock,
    }).run();
  }

  const told = () =>
    Object.fromEntries(
      send.mock.calls.map(([{ recipients, payload }]) => [
        recipients.entityRef,
        payload,
      ]),
    );

  const incident = (startedAt: string, teamRef: string, more: object = {}) =>
    store(knex, { incident: { startedAt }, teams: [teamRef], ...more });

  it('tell each team of itself, and who asked for it of everything, once', async () => {
    await incident('2026-11-17T10:00:00.000Z', PAYMENTS);
    await incident('2026-11-18T10:00:00.000Z', PAYMENTS);
    await incident('2026-11-18T10:00:00.000Z', SEARCH);
    // The week before, and the one that is not over.
    await incident('2026-11-12T10:00:00.000Z', PAYMENTS);
    await incident('2026-11-23T01:00:00.000Z', PAYMENTS);
    now = '2026-11-23T09:00:00.000Z';
    await run();
    await run();
    now = '2026-11-25T09:00:00.000Z';
    await run();

    expect(send).toHaveBeenCalledTimes(3);
    expect(told()).toEqual({
      [PAYMENTS]: expect.objectContaining({
        title: 'What changed in the last week: 2 incidents',
        link: '/postmortems/reports?from=2026-11-16&to=2026-11-23&teamRef=group%3Adefault%2Fpayments',
        scope: `report-digest:team:week:2026-11-23:${PAYMENTS}`,
        topic: 'report-digest',
      }),
      [SEARCH]: expect.objectContaining({
        title: 'What changed in the last week: 1 incident',
      }),
      [LEAD]: expect.objectContaining({
        title: 'What changed in the last week: 3 incidents',
        link: '/postmortems/reports?from=2026-11-16&to=2026-11-23',
      }),
    });
  });

  it('have the three findings that changed most, the surest first', async () => {
    for (let hour = 0; hour < 12; hour++) {
      const at = `${hour}`.padStart(2, '0');
      await incident(`2026-11-18T${at}:00:00.000Z`, PAYMENTS);
    }
    now = '2026-11-23T09:00:00.000Z';
    await run();
    const lines = told()[PAYMENTS].description.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('More incidents: 12 after 0 in the time before');
  });

  it('tell nobody of what is restricted', async () => {
    await incident('2026-11-18T10:00:00.000Z', PAYMENTS, {
      visibility: 'restricted',
    });
    now = '2026-11-23T09:00:00.000Z';
    await run();
    expect(told()[LEAD]).toMatchObject({
      title: 'What changed in the last week: 0 incidents',
      description: 'Nothing that could be told from the week before',
    });
  });

  it('wait for their hour, where their readers are', async () => {
    now = '2026-11-23T06:59:00.000Z';
    await run({ timeZone: 'Europe/Berlin' });
    expect(Object.keys(told())).toHaveLength(3);
    expect(told()[LEAD].link).toContain('from=2026-11-09');
    send.mockReset();
    now = '2026-11-23T07:00:00.000Z';
    await run({ timeZone: 'Europe/Berlin' });
    expect(told()[LEAD].link).toContain('from=2026-11-16');
  });

  it('are of a month where that is asked for', async () => {
    await incident('2026-10-31T23:00:00.000Z', PAYMENTS);
    now = '2026-11-01T08:00:00.000Z';
    await run({ every: 'month', teams: [], everything: [LEAD] });
    expect(told()).toEqual({
      [LEAD]: expect.objectContaining({
        title: 'What changed in the last month: 1 incident',
        link: '/postmortems/reports?from=2026-10-01&to=2026-11-01',
      }),
    });
  });
});
