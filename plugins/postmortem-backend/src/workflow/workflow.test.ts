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

const paths = (body: { missing: Array<{ path: string }> }) =>
  body.missing.map(({ path }) => path);

describe.each(databases.each)('the workflow on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
  });

  async function create(input: object) {
    const { body } = await plugin.as('author').post('/postmortems', {
      title: 'An outage',
      ...input,
    });
    return body.key as string;
  }

  const step = (key: string, body: object, who = 'author') =>
    plugin.as(who).post(`/postmortems/${key}/transitions`, body);

  it('tells what it is configured to', async () => {
    const { body } = await plugin.as('author').get('/settings');
    expect(body.severities).toEqual(['SEV1', 'SEV2', 'SEV3', 'SEV4']);
    expect(body.workflow.published.bySeverity.SEV2).toEqual(['actionItems']);
  });

  it('lists all that is missing, by severity', async () => {
    const key = await create({ severity: 'SEV3' });
    await step(key, { to: 'in_review' }).expect(200);
    const refused = await step(key, { to: 'published' });
    expect(refused.status).toBe(409);
    expect(refused.body.missing).toContainEqual({
      path: 'lessons',
      message: 'Write down at least one lesson',
      waivable: true,
    });
    expect(paths(refused.body)).toEqual([
      'summary',
      'incident.startedAt',
      'incident.resolvedAt',
      'entities',
      'rootCause',
      'lessons',
    ]);
    const severe = await create({ severity: 'SEV1' });
    await step(severe, { to: 'in_review' }).expect(200);
    expect(paths((await step(severe, { to: 'published' })).body)).toContain(
      'actionItems',
    );
  });

  it('waives what is missing, with a reason that stays', async () => {
    const { resolvedAt, ...incident } = FULL_INPUT.incident!;
    const key = await create({ ...FULL_INPUT, severity: 'SEV3', incident });
    await step(key, { to: 'in_review' }).expect(200);
    const published = await step(key, {
      to: 'published',
      waivers: [
        { path: 'incident.resolvedAt', reason: 'The vendor does not know' },
        { path: 'summary', reason: 'Not missing' },
      ],
    });
    expect(published.status).toBe(200);
    const { waivers } = published.body;
    expect(waivers).toEqual([
      {
        path: 'incident.resolvedAt',
        reason: 'The vendor does not know',
        waivedBy: 'user:default/author',
        waivedAt: published.body.publishedAt,
        to: 'published',
      },
    ]);
    const author = plugin.as('author');
    const kept = await author.patch(`/postmortems/${key}`, 3, {
      summary: 'More',
    });
    expect(kept.body.waivers).toEqual(waivers);
    const revision = await author.get(`/postmortems/${key}/revisions/3`);
    expect(revision.body.waivers).toEqual(waivers);
    const exported = await author.get(`/postmortems/${key}/export?format=json`);
    expect(exported.body.waivers).toEqual(waivers);
    const forged = await author.patch(`/postmortems/${key}`, 4, {
      waivers: [],
    });
    expect(forged.status).toBe(400);
    const history = await author.get(`/postmortems/${key}/revisions`);
    expect(history.body.items[1].changedFields).toEqual(['status', 'waivers']);
  });

  it('lets only those waive who have the permission', async () => {
    const careful = await startPlugin({
      knex,
      policy: (permission: Permission) => ({
        result:
          permission.name === 'postmortem.waive'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const key = await create({ severity: 'SEV4' });
    const path = `/postmortems/${key}/transitions`;
    const statusOf = async (body: object) =>
      (await careful.as('author').post(path, body)).status;
    expect(await statusOf({ to: 'in_review' })).toBe(200);
    const waivers = [{ path: 'summary', reason: 'No time' }];
    expect(await statusOf({ to: 'published', waivers })).toBe(403);
    expect(await statusOf({ to: 'published' })).toBe(409);
  });

  it('goes back with a reason, which the history keeps', async () => {
    const key = await create({});
    await step(key, { to: 'in_review' }).expect(200);
    const refused = await step(key, { to: 'draft' });
    expect(refused.status).toBe(409);
    expect(paths(refused.body)).toEqual(['reason']);
    await step(key, { to: 'draft', reason: ' Not ready ' }).expect(200);
    const { body } = await plugin
      .as('author')
      .get(`/postmortems/${key}/revisions`);
    expect(body.items.map((item: any) => item.reason)).toEqual([
      'Not ready',
      null,
      null,
    ]);
  });

  it('closes when every action item is done, or given up with a reason', async () => {
    const key = await create({
      ...FULL_INPUT,
      severity: 'SEV3',
      actionItems: [{ title: 'One' }, { title: 'Two', status: 'wont_do' }],
    });
    await step(key, { to: 'in_review' }).expect(200);
    await step(key, { to: 'published' }).expect(200);
    const refused = await step(key, { to: 'closed' });
    expect(refused.body.missing).toMatchObject([
      { path: 'actionItems.0', waivable: false },
      { path: 'actionItems.1.resolutionNote', waivable: false },
    ]);
    const author = plugin.as('author');
    const { body } = await author.get(`/postmortems/${key}`);
    const [one, two] = body.actionItems;
    await author.patch(`/action-items/${one.id}`, null, { status: 'done' });
    const given = await author.patch(`/action-items/${two.id}`, null, {
      resolutionNote: 'The old system is gone',
    });
    expect(given.body.resolutionNote).toBe('The old system is gone');
    const closed = await step(key, { to: 'closed' });
    expect(closed.body.closedAt).not.toBeNull();
  });

  it('asks what shows that the work is done, of severe ones, or a waiver', async () => {
    const closing = async (items: object[], rest: object = {}) => {
      const key = await create({
        ...FULL_INPUT,
        severity: 'SEV1',
        actionItems: items,
      });
      await step(key, { to: 'in_review' }).expect(200);
      const waivers = [{ path: 'reviews', reason: 'Alone on call' }];
      await step(key, { to: 'published', waivers }).expect(200);
      return step(key, { to: 'closed', ...rest });
    };
    const shown = [
      { title: 'Said', status: 'done', resolutionNote: 'See the dashboard' },
      {
        title: 'Tracked',
        status: 'done',
        trackerUrl: 'https://tracker.example.com/1',
      },
    ];
    const unshown = [...shown, { title: 'Claimed', status: 'done' }];

    expect((await closing(shown)).status).toBe(200);
    const refused = await closing(unshown);
    expect(refused.status).toBe(409);
    expect(refused.body.missing).toMatchObject([
      { path: 'actionItems.evidence', waivable: true },
    ]);
    const waived = await closing(unshown, {
      waivers: [{ path: 'actionItems.evidence', reason: 'Long ago' }],
    });
    expect(waived.status).toBe(200);
  });
});
