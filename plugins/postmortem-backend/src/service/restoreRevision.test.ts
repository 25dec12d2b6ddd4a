import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('restoring a version on %s', id => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({ knex: await databases.init(id) });
  });

  const restore = (path: string, version: number | string, ifMatch: number) =>
    plugin
      .as('participant')
      .post(`${path}/revisions/${version}/restore`)
      .set('If-Match', `"${ifMatch}"`);

  it('brings back what was written, on top of what there is', async () => {
    const author = plugin.as('author');
    const { body: first } = await author.post('/postmortems', FULL_INPUT);
    const path = `/postmortems/${first.key}`;
    await author.patch(path, 1, {
      summary: 'Other words',
      lessons: [],
      visibility: 'restricted',
      tags: ['new'],
    });
    expect((await restore(path, 1, 1)).status).toBe(412);
    expect((await restore(path, 9, 2)).status).toBe(404);
    expect((await restore(path, 'x', 2)).status).toBe(404);
    expect((await author.post(`${path}/revisions/1/restore`)).status).toBe(428);

    const { status, body, headers } = await restore(path, 1, 2);
    expect(status).toBe(200);
    expect(headers.etag).toBe('"3"');
    expect(body).toEqual({
      ...first,
      visibility: 'restricted',
      version: 3,
      updatedBy: 'user:default/participant',
      updatedAt: body.updatedAt,
    });
    const { body: history } = await author.get(`${path}/revisions`);
    expect(history.items[0]).toMatchObject({
      version: 3,
      action: 'updated',
      changedBy: 'user:default/participant',
      changedFields: ['summary', 'lessons', 'tags'],
      reason: 'Restores version 1',
    });
    const again = await restore(path, 1, 3);
    expect(again.body.version).toBe(3);
  });
});
