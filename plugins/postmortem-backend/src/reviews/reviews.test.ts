import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('reviews on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let path: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
  });

  const step = (to: string, more: object = {}) =>
    plugin.as('author').post(`${path}/transitions`, { to, ...more });

  beforeEach(async () => {
    const { body } = await plugin.as('author').post('/postmortems', {
      ...FULL_INPUT,
      participants: [
        { entityRef: 'user:default/participant', role: 'Reviewer' },
        { entityRef: 'user:default/outsider', role: 'responder' },
      ],
    });
    path = `/postmortems/${body.key}`;
    await step('in_review').expect(200);
  });

  const review = (who: string, version: number, comment?: string) =>
    plugin.as(who).post(`${path}/reviews`, {
      verdict: comment ? 'request_changes' : 'approve',
      comment,
      version,
    });

  const listed = async () =>
    (await plugin.as('author').get(`${path}/reviews`)).body;

  it('let a severe postmortem be published', async () => {
    const refused = await step('published');
    expect(refused.status).toBe(409);
    expect(refused.body.missing).toEqual([
      {
        path: 'reviews',
        message: 'It needs 1 approval of the text as it is and has 0',
        waivable: true,
      },
    ]);
    const approved = await review('member', 2);
    expect(approved.status).toBe(201);
    expect(approved.body).toMatchObject({
      verdict: 'approve',
      createdBy: 'user:default/member',
      stale: false,
    });
    expect((await listed()).approvals).toEqual({
      required: 1,
      given: 1,
      changesRequestedBy: [],
    });
    await step('published').expect(200);
    expect((await listed()).items[0].stale).toBe(false);
  });

  it('are stale once the text is changed', async () => {
    await review('member', 2);
    await plugin.as('author').patch(path, 2, { summary: 'Other words' });
    expect(await listed()).toMatchObject({
      items: [{ stale: true }],
      approvals: { given: 0 },
    });
    await step('published').expect(409);
    await review('member', 3).expect(201);
    await step('published').expect(200);
  });

  it('that ask for changes stand until the same person approves', async () => {
    await review('member', 2);
    await review('participant', 2, 'Say more of the cause').expect(201);
    const refused = await step('published');
    expect(refused.body.missing[0].message).toBe(
      'user:default/participant asked for changes',
    );
    await review('participant', 2);
    expect((await listed()).approvals).toMatchObject({ given: 2 });
    await step('published').expect(200);
  });

  it('can be waived, each time anew', async () => {
    const published = await step('published', {
      waivers: [{ path: 'reviews', reason: 'Nobody is there' }],
    });
    expect(published.body.waivers).toMatchObject([{ path: 'reviews' }]);
    await step('in_review', { reason: 'It was wrong' }).expect(200);
    expect((await step('published')).status).toBe(409);
  });

  it.each([
    ['author', 2, undefined, 403],
    ['member', 9, undefined, 400],
    ['member', 2, ' ', 400],
  ])('of %s, version %j, saying %j: %j', async (who, version, text, status) => {
    expect((await review(who, version, text)).status).toBe(status);
    expect((await listed()).items).toEqual([]);
  });

  it('are for reviewers, and for whoever may change it', async () => {
    const careful = await startPlugin({
      knex,
      policy: (permission: Permission) => ({
        result:
          permission.name === 'postmortem.update'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const body = { verdict: 'approve', version: 2 };
    const as = (who: string) => careful.as(who).post(`${path}/reviews`, body);
    expect((await as('member')).status).toBe(403);
    expect((await as('outsider')).status).toBe(403);
    expect((await as('participant')).status).toBe(201);
  });
});
