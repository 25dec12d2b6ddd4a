import type { Snapshot, Trends } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { store } from '../__testUtils__/documents';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const STARTED = { incident: { startedAt: '2026-06-01T08:00:00.000Z' } };
const QUERY = { from: '2026-01-01', to: '2027-01-01', groupBy: 'team' };
const TEAMS = ['group:default/payments'];

describe.each(databases.each)('snapshots of reports on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
  });

  beforeEach(async () => {
    await knex('postmortem_report_snapshots').delete();
    await knex('postmortems').delete();
  });

  async function keep(who: string, query: object = QUERY): Promise<string> {
    const created = await plugin.as(who).post('/reports/snapshots', query);
    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(
      `/api/postmortem/reports/snapshots/${created.body.id}`,
    );
    return created.body.id;
  }

  const read = (who: string, snapshot: string) =>
    plugin.as(who).get(`/reports/snapshots/${snapshot}`);

  it('keep the figures as they were', async () => {
    const { kept } = await store(knex, { ...STARTED, teams: TEAMS });
    const snapshot = await keep('author');
    const { body: before } = await read('author', snapshot);
    await store(knex, STARTED);
    await plugin.as('author').delete(`/postmortems/${kept.id}`);

    const { body: after } = await read('outsider', snapshot);
    expect(after).toEqual(before);
    const { createdBy, query, trends, patterns, durations, followThrough } =
      after as Snapshot;
    expect(createdBy).toBe('user:default/author');
    expect(query).toEqual({
      from: '2026-01-01T00:00:00.000Z',
      to: '2027-01-01T00:00:00.000Z',
      interval: 'month',
      groupBy: 'team',
    });
    expect(
      [trends, patterns, durations, followThrough].map(({ n }) => n),
    ).toEqual([1, 1, 1, 1]);
    expect(trends.groups.map(({ key }) => key)).toEqual(TEAMS);
    const now = await plugin
      .as('author')
      .get('/reports/trends?from=2026-01-01&to=2027-01-01&groupBy=team');
    expect((now.body as Trends).groups.map(({ key }) => key)).toEqual([null]);
  });

  it('are for those who may see all that they tell of', async () => {
    await store(knex, STARTED);
    const open = await keep('author');
    await store(knex, { ...STARTED, visibility: 'restricted', teams: TEAMS });
    const withRestricted = await keep('author');
    const withoutIt = await keep('outsider');

    expect((await read('author', withRestricted)).body.trends.n).toBe(2);
    expect((await read('outsider', withRestricted)).status).toBe(404);
    expect((await read('service', withRestricted)).status).toBe(404);
    for (const who of ['author', 'outsider']) {
      expect((await read(who, open)).body.trends.n).toBe(1);
      expect((await read(who, withoutIt)).body.trends.n).toBe(1);
    }
  });

  it('are hidden when what they tell of is hidden later', async () => {
    const { kept } = await store(knex, { ...STARTED, teams: TEAMS });
    const snapshot = await keep('outsider');
    expect((await read('outsider', snapshot)).status).toBe(200);
    const changed = await plugin
      .as('author')
      .patch(`/postmortems/${kept.id}`, 1, { visibility: 'restricted' });
    expect(changed.status).toBe(200);
    expect((await read('outsider', snapshot)).status).toBe(404);
    expect((await read('author', snapshot)).status).toBe(200);
  });

  it('count what began at other times, and what is repeated, as told', async () => {
    const earlier = await store(knex, {
      visibility: 'restricted',
      teams: TEAMS,
      tags: ['other'],
      incident: { startedAt: '2020-01-01T00:00:00.000Z' },
    });
    await store(knex, {
      ...STARTED,
      tags: ['chosen'],
      related: [{ postmortemId: earlier.kept.id, relation: 'repeat_of' }],
    });
    const snapshot = await keep('author', { ...QUERY, tag: ['chosen'] });
    expect((await read('author', snapshot)).status).toBe(200);
    expect((await read('outsider', snapshot)).status).toBe(404);
  });

  it('are not there under ids that nobody was given', async () => {
    for (const unknown of [
      '00000000-0000-4000-8000-000000000000',
      'nothing',
      '..%2f',
    ]) {
      expect((await read('author', unknown)).status).toBe(404);
    }
  });

  it('refuse filters that are none', async () => {
    const wrong = await plugin.as('author').post('/reports/snapshots', {
      from: 'yesterday',
      teamRef: ['component:default/a'],
    });
    expect(wrong.status).toBe(400);
    expect(
      wrong.body.error.issues.map((each: any) => each.path).sort(),
    ).toEqual(['from', 'teamRef.0']);
  });
});
