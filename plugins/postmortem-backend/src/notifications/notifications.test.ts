import { createServiceFactory } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { Entity } from '@backstage/catalog-model';
import { COMPANY } from '../__testUtils__/company';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

function person(name: string, group: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
  };
}

const MEMBERS: Record<string, string[]> = {
  payments: ['author', 'olga'],
  ledger: ['member', 'ana'],
  search: ['outsider', 'participant'],
};

const ENTITIES: Entity[] = [
  ...COMPANY.map(entity => {
    const members =
      entity.kind === 'Group' ? MEMBERS[entity.metadata.name] ?? [] : [];
    return {
      ...entity,
      relations: [
        ...(entity.relations ?? []),
        ...members.map(name => ({
          type: 'hasMember',
          targetRef: `user:default/${name}`,
        })),
      ],
    };
  }),
  ...Object.entries(MEMBERS).flatMap(([group, members]) =>
    members.map(name => person(name, group)),
  ),
];

describe.each(databases.each)('notifications on %s', id => {
  let plugin: RunningPlugin;
  let sent: Array<{ to: string[]; payload: { [name: string]: string } }>;
  const send = jest.fn();

  beforeAll(async () => {
    plugin = await startPlugin({
      knex: await databases.init(id),
      entities: ENTITIES,
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
    });
  });

  beforeEach(() => {
    sent = [];
    send.mockReset().mockImplementation(async ({ recipients, payload }) => {
      sent.push({ to: [...recipients.entityRef].sort(), payload });
    });
  });

  /** Waits for what is sent, and a moment for what should not be. */
  async function settled(count: number) {
    const deadline = Date.now() + 10_000;
    while (send.mock.calls.length < count && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    await new Promise(resolve => setTimeout(resolve, 100));
    return sent;
  }

  async function publish(input: object, who = 'author') {
    const client = plugin.as('author');
    const { body } = await client.post('/postmortems', {
      ...FULL_INPUT,
      severity: 'SEV4',
      ...input,
    });
    const path = `/postmortems/${body.key}`;
    const step = (to: string, reason?: string) =>
      plugin.as(who).post(`${path}/transitions`, { to, reason });
    expect((await step('in_review')).status).toBe(200);
    expect((await step('published')).status).toBe(200);
    return { key: body.key, id: body.id, path, step };
  }

  it('announce to the owners, once, each time that it is published', async () => {
    const published = await publish({});
    expect((await published.step('published')).status).toBe(409);
    expect(await settled(1)).toEqual([
      {
        to: ['group:default/payments', 'group:default/search'],
        payload: {
          title: `${published.key} is published: ${FULL_INPUT.title}`,
          link: `/postmortems/${published.key}`,
          topic: 'postmortem-published',
          scope: `postmortem:${published.id}:published:3`,
        },
      },
    ]);
    expect(send.mock.calls[0][0].recipients.excludeEntityRef).toBe(
      'user:default/author',
    );
    await published.step('draft', 'A mistake');
    await published.step('in_review');
    await published.step('published');
    const scopes = (await settled(2)).map(({ payload }) => payload.scope);
    expect(new Set(scopes).size).toBe(2);
    await published.step('closed');
    expect(await settled(2)).toHaveLength(2);
  });

  it('tell of a restricted one only those who may read it', async () => {
    await publish({
      visibility: 'restricted',
      teams: ['group:default/ledger'],
      entities: [
        { entityRef: 'component:default/ledger-db', role: 'cause' },
        { entityRef: 'component:default/index', role: 'affected' },
      ],
    });
    // One of its items is about what another team owns, and proposed to it.
    const notices = await settled(2);
    const to = Object.fromEntries(
      notices.map(({ to: refs, payload }) => [payload.topic, refs]),
    );
    expect(to['postmortem-proposal']).toEqual([
      'user:default/ana',
      'user:default/member',
    ]);
    expect(to['postmortem-published']).toEqual([
      'user:default/ana',
      'user:default/member',
      'user:default/participant',
    ]);
  });

  it('reach those whom a comment mentions, without its text', async () => {
    const { body } = await plugin.as('author').post('/postmortems', {
      title: 'An outage',
      visibility: 'restricted',
      teams: ['group:default/ledger'],
    });
    const text =
      'Hidden words, @user:default/outsider @group:default/ledger @user:default/author';
    const path = `/postmortems/${body.key}/comments`;
    const comment = await plugin.as('author').post(path, { text });
    const [notice] = await settled(1);
    expect(notice.to).toEqual(['user:default/ana', 'user:default/member']);
    expect(JSON.stringify(notice)).not.toContain('Hidden words');
    await plugin
      .as('author')
      .patch(`${path}/${comment.body.id}`, null, { text: `${text}!` });
    expect(await settled(1)).toHaveLength(1);
  });

  it('never fail what was done', async () => {
    send.mockReset().mockRejectedValue(new Error('no notifications'));
    const { path } = await publish({});
    await settled(1);
    const { body } = await plugin.as('author').get(path);
    expect(body.status).toBe('published');
  });
});
