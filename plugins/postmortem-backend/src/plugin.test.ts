import { TestDatabases } from '@backstage/backend-test-utils';
import { startPlugin } from './__testUtils__/startPlugin';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('the plugin on %s', id => {
  it('stores, reads, lists, changes, deletes and restores', async () => {
    const { as } = await startPlugin({ knex: await databases.init(id) });
    const ana = as('author');
    const created = await ana.post('/postmortems', {
      title: 'Checkout errors',
      severity: 'SEV2',
      incident: { startedAt: '2026-08-12T10:00:00+02:00' },
      entities: [{ entityRef: 'component:checkout', role: 'cause' }],
      actionItems: [{ title: 'Warm the cache', dueAt: '2026-08-20' }],
      lessons: [{ kind: 'to_improve', text: 'Failover needs a warm cache' }],
    });
    expect(created.body).toMatchObject({ key: 'PM-1' });
    expect(created.status).toBe(201);
    const read = await ana.get('/postmortems/PM-1');
    expect(read.status).toBe(200);
    expect(read.body).toEqual(created.body);
    const list = await ana.get(
      '/postmortems?entityRef=component:default/checkout',
    );
    expect(list.body).toMatchObject({
      totalItems: 1,
      items: [{ key: 'PM-1' }],
    });
    const overview = await ana.get('/overview?teamRef=group:default/platform');
    expect(overview.body).toMatchObject({ counts: { postmortems: 1 } });
    const patched = await ana.patch('/postmortems/PM-1', 1, { summary: 'x' });
    expect(patched.status).toBe(200);
    expect((await ana.delete('/postmortems/PM-1')).status).toBe(204);
    expect((await ana.get('/postmortems/PM-1')).status).toBe(404);
    expect((await ana.post('/postmortems/PM-1/restore')).status).toBe(200);
    expect(
      (await ana.get('/postmortems/PM-1/revisions')).body.items,
    ).toHaveLength(4);
  });
});
