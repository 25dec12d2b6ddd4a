import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('the life of a postmortem on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let author: Client;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
    author = plugin.as('author');
  });

  const create = async (input: object = {}) => {
    const answer = await author.post('/postmortems', { title: 'x', ...input });
    expect(answer.status).toBe(201);
    return answer.body;
  };

  it('is created whole, and read as it was created', async () => {
    const created = await author.post('/postmortems', FULL_INPUT);
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({
      etag: '"1"',
      location: `/api/postmortem/postmortems/${created.body.id}`,
    });
    expect(created.body).toMatchObject({
      status: 'draft',
      version: 1,
      createdBy: 'user:default/author',
      publishedAt: null,
      metrics: { timeToResolve: 100 },
      completeness: { score: 1, missing: [] },
    });
    for (const name of [created.body.id, created.body.key]) {
      const read = await plugin.as('outsider').get(`/postmortems/${name}`);
      expect(read.headers.etag).toBe('"1"');
      expect(read.body).toEqual(created.body);
    }
    const location = created.headers.location.replace('/api/postmortem', '');
    expect((await author.get(location)).body).toEqual(created.body);
  });

  it('has the owners of its causes as teams, unless others are named', async () => {
    const entities = [
      { entityRef: 'component:checkout', role: 'cause' },
      { entityRef: 'component:ledger-db', role: 'cause' },
      { entityRef: 'component:index', role: 'affected' },
      { entityRef: 'component:unknown', role: 'cause' },
    ];
    expect((await create({ entities })).teams).toEqual([
      'group:default/payments',
      'group:default/ledger',
    ]);
    const teams = ['group:default/search'];
    expect((await create({ entities, teams })).teams).toEqual(teams);
    expect((await create({ entities, teams: [] })).teams).toEqual([]);
  });

  it('is changed by a merge patch on top of the version that was read', async () => {
    const { key, actionItems } = await create(FULL_INPUT);
    const path = `/postmortems/${key}`;
    const patched = await plugin.as('outsider').patch(path, 1, {
      summary: null,
      impact: { business: null, usersAffected: 3 },
      tags: ['DNS'],
    });
    expect(patched.status).toBe(200);
    expect(patched.headers.etag).toBe('"2"');
    expect(patched.body).toMatchObject({
      version: 2,
      updatedBy: 'user:default/outsider',
      createdBy: 'user:default/author',
      summary: null,
      impact: {
        business: null,
        usersAffected: 3,
        description: FULL_INPUT.impact!.description,
      },
      tags: ['dns'],
      completeness: { missing: ['summary'] },
    });
    expect(patched.body.actionItems).toEqual(actionItems);

    const stale = await author.patch(path, 1, { summary: 'Mine' });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toEqual(patched.body);
    const again = await author.patch(path, 2, { tags: ['dns'] });
    expect(again.body.version).toBe(2);
    const whole = await author.patch(path, '"1", W/"2"', {
      ...patched.body,
      summary: 'Both',
    });
    expect(whole.body).toMatchObject({ version: 3, summary: 'Both' });
  });

  it('loses nothing to writers at the same time', async () => {
    const { id: postmortemId } = await create();
    const path = `/postmortems/${postmortemId}`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        author.patch(path, 1, { summary: `Writer ${index}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412]);
    const { body } = await author.get(path);
    const winner = answers.find(({ status }) => status === 200)!;
    expect(body).toEqual(winner.body);
    const { body: history } = await author.get(`${path}/revisions`);
    expect(history.totalItems).toBe(2);
  });

  it('keeps every version, with who made it and what changed', async () => {
    const created = await create({ summary: 'First' });
    const path = `/postmortems/${created.key}`;
    await plugin
      .as('member')
      .patch(path, 1, { summary: 'Second', tags: ['a'] });
    await plugin.as('service').post(`${path}/transitions`, { to: 'in_review' });
    const { body } = await author.get(`${path}/revisions?limit=2`);
    expect(body).toMatchObject({
      totalItems: 3,
      items: [
        {
          version: 3,
          action: 'transitioned',
          changedBy: 'service:plugin:scorecards',
          changedFields: ['status'],
        },
        {
          version: 2,
          action: 'updated',
          changedBy: 'user:default/member',
          changedFields: ['summary', 'tags'],
        },
      ],
    });
    const rest = await author.get(
      `${path}/revisions?cursor=${body.pageInfo.nextCursor}`,
    );
    expect(rest.body.items).toMatchObject([{ version: 1, action: 'created' }]);
    const first = await author.get(`${path}/revisions/1`);
    expect(first.body).toEqual(created);
  });

  it('takes steps when nothing is missing, and says what is', async () => {
    const { key } = await create();
    const step = (to: string, reason?: string) =>
      author.post(`/postmortems/${key}/transitions`, { to, reason });
    expect((await step('in_review')).body.status).toBe('in_review');
    const refused = await step('published');
    expect(refused.status).toBe(409);
    const paths = refused.body.missing.map(
      ({ path }: { path: string }) => path,
    );
    expect(paths).toEqual([
      'summary',
      'severity',
      'incident.startedAt',
      'incident.resolvedAt',
      'entities',
      'rootCause',
      'lessons',
    ]);

    await author.patch(`/postmortems/${key}`, 2, {
      ...FULL_INPUT,
      severity: 'SEV3',
    });
    const published = await step('published');
    expect(published.body).toMatchObject({
      status: 'published',
      closedAt: null,
    });
    expect(published.body.publishedAt).not.toBeNull();
    const open = await step('closed');
    expect(open.status).toBe(409);
    expect(open.body.missing).toMatchObject([{ path: 'actionItems.0' }]);

    const [item] = published.body.actionItems;
    await author.patch(`/action-items/${item.id}`, null, { status: 'done' });
    expect((await step('closed')).body.closedAt).not.toBeNull();
    const reopened = await step('in_review', 'It happened again');
    expect(reopened.body).toMatchObject({
      closedAt: null,
      publishedAt: published.body.publishedAt,
    });
  });

  it('has action items that are changed one by one', async () => {
    const { id: postmortemId, actionItems } = await create({
      actionItems: [{ title: 'First' }, { title: 'Second' }],
    });
    const path = `/action-items/${actionItems[1].id}`;
    const done = await author.patch(path, 1, { status: 'done' });
    expect(done.headers.etag).toBe('"2"');
    expect(done.body).toMatchObject({ title: 'Second', postmortemId });
    expect(done.body.completedAt).not.toBeNull();
    expect((await author.patch(path, 1, { status: 'open' })).status).toBe(412);
    const open = await author.patch(path, null, { status: 'in_progress' });
    expect(open.body.completedAt).toBeNull();
    const { body } = await author.get(`/postmortems/${postmortemId}`);
    expect(body.version).toBe(3);
    expect(body.actionItems).toEqual([actionItems[0], open.body]);
  });

  it('leaves everything when it is deleted, and comes back whole', async () => {
    const entities = [{ entityRef: 'component:default/gone', role: 'cause' }];
    const created = await create({ ...FULL_INPUT, entities });
    const path = `/postmortems/${created.key}`;
    expect((await author.delete(path)).status).toBe(204);
    expect((await author.get(path)).status).toBe(404);
    expect((await author.get(`${path}/revisions`)).status).toBe(404);
    expect((await author.delete(path)).status).toBe(404);
    for (const list of ['postmortems', 'action-items', 'lessons']) {
      const { body } = await author.get(
        `/${list}?entityRef=component:default/gone`,
      );
      expect(body.totalItems).toBe(0);
    }
    const next = await create();
    expect(next.key).not.toBe(created.key);

    const restored = await author.post(`${path}/restore`);
    expect(restored.status).toBe(200);
    expect(restored.body).toEqual({
      ...created,
      version: 3,
      updatedAt: restored.body.updatedAt,
    });
    expect((await author.post(`${path}/restore`)).status).toBe(409);
  });

  it('is exported as a file', async () => {
    const { key } = await create({ title: 'To take along' });
    const markdown = await author.get(`/postmortems/${key}/export`);
    expect(markdown.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${key}.md"`,
    });
    expect(markdown.text).toContain('To take along');
    const json = await author.get(`/postmortems/${key}/export?format=json`);
    const { body } = await author.get(`/postmortems/${key}`);
    expect(json.body).toEqual(body);
  });

  it('is described where it is served', async () => {
    const { body } = await author.get('/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/postmortem' }],
    });
  });
});
