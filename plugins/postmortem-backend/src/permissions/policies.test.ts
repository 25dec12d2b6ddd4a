import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { migratedDatabases } from '../__testUtils__/databases';
import {
  startPlugin,
  type Policy,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from './conditions';
import {
  postmortemReadPermission,
  postmortemRestrictedReadPermission,
} from 'backstage-plugin-postmortem-common';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Decides about the permissions that are named, and alike about all others. */
const policyOf =
  (decisions: Record<string, PolicyDecision>, others: PolicyDecision): Policy =>
  ({ name }) =>
    decisions[name] ?? others;

const reading = (
  conditions: Parameters<typeof createPostmortemConditionalDecision>[1],
) => createPostmortemConditionalDecision(postmortemReadPermission, conditions);

describe.each(databases.each)('policies on %s', id => {
  let policy: Policy;
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({
      knex: await databases.init(id),
      policy: (permission, credentials) => policy(permission, credentials),
    });
    policy = policyOf({}, ALLOW);
    const author = plugin.as('author');
    for (const document of [
      { title: 'Plain', severity: 'SEV3' },
      { title: 'Restricted', severity: 'SEV1', visibility: 'restricted' },
      { title: 'Embargoed', severity: 'SEV4', visibility: 'restricted' },
    ]) {
      await author.post('/postmortems', {
        ...document,
        entities: [{ entityRef: 'component:default/index', role: 'affected' }],
        actionItems: [{ title: `Item of ${document.title}` }],
      });
    }
  });

  /** The titles that are listed, by the total as well. */
  async function titlesFor(who: string): Promise<string[]> {
    const { body } = await plugin.as(who).get('/postmortems?orderBy=createdAt');
    const titles = body.items.map((item: { title: string }) => item.title);
    expect(body.totalItems).toBe(titles.length);
    const overview = await plugin
      .as(who)
      .get('/overview?entityRef=component:default/index');
    expect(overview.body.counts.postmortems).toBe(titles.length);
    expect(overview.body.counts.openActionItems).toBe(titles.length);
    return titles;
  }

  it('a policy that denies the reading leaves nothing, for authors too', async () => {
    policy = policyOf({ 'postmortem.read': DENY }, ALLOW);
    expect(await titlesFor('author')).toEqual([]);
    const read = await plugin.as('author').get('/postmortems/PM-1');
    expect(read.status).toBe(404);
    const patched = await plugin
      .as('author')
      .patch('/postmortems/PM-1', '*', { summary: 'x' });
    expect(patched.status).toBe(404);
  });

  it('a conditional reading narrows every list', async () => {
    policy = policyOf(
      {
        'postmortem.read': reading({
          anyOf: [
            postmortemConditions.hasSeverity({ severities: ['SEV3'] }),
            postmortemConditions.hasSeverity({ severities: ['SEV1'] }),
          ],
        }),
      },
      ALLOW,
    );
    expect(await titlesFor('author')).toEqual(['Plain', 'Restricted']);
    expect(await titlesFor('outsider')).toEqual(['Plain']);
    policy = policyOf(
      {
        'postmortem.read': reading({
          not: postmortemConditions.hasSeverity({ severities: ['SEV3'] }),
        }),
      },
      ALLOW,
    );
    expect(await titlesFor('author')).toEqual(['Restricted', 'Embargoed']);
    expect(await titlesFor('outsider')).toEqual([]);
  });

  it('what may be seen and not changed is refused, and stays as it is', async () => {
    const byAuthor = createPostmortemConditionalDecision(
      postmortemReadPermission,
      postmortemConditions.isAuthor({ userRefs: ['user:default/author'] }),
    );
    for (const [decision, status] of [
      [DENY, 403],
      [
        createPostmortemConditionalDecision(
          postmortemReadPermission,
          postmortemConditions.isAuthor({ userRefs: ['user:default/other'] }),
        ),
        403,
      ],
      [byAuthor, 200],
    ] as const) {
      policy = policyOf({ 'postmortem.update': decision }, ALLOW);
      const client = plugin.as('outsider');
      const { body: before } = await client.get('/postmortems/PM-1');
      const [item] = before.actionItems;
      const answers = await Promise.all([
        client.patch('/postmortems/PM-1', '*', { summary: null }),
        client.patch(`/action-items/${item.id}`, null, { title: item.title }),
      ]);
      expect(answers.map(answer => answer.status)).toEqual([status, status]);
      const { body: after } = await client.get('/postmortems/PM-1');
      expect(after).toEqual(before);
    }
  });

  it('each write asks for its own permission', async () => {
    policy = policyOf(
      { 'postmortem.create': DENY, 'postmortem.delete': DENY },
      ALLOW,
    );
    const client = plugin.as('author');
    const answers = [
      await client.post('/postmortems', { title: 'x' }),
      await client.importMarkdown('# x', '?dryRun=true'),
      await client.delete('/postmortems/PM-1'),
      await client.post('/postmortems/PM-1/restore'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(answers[0].body.error.message).toContain('postmortem.create');
    expect(answers[2].body.error.message).toContain('postmortem.delete');
    policy = policyOf({ 'postmortem.update': DENY }, ALLOW);
    expect((await client.delete('/postmortems/PM-1')).status).toBe(204);
    const restored = await client.post('/postmortems/PM-1/restore');
    expect(restored.status).toBe(200);
  });

  describe('the reading of restricted ones', () => {
    const restricted = 'postmortem.restricted.read';
    const read = { 'postmortem.read': ALLOW };
    const all = ['Plain', 'Restricted', 'Embargoed'];

    it.each<[string, Policy, string[]]>([
      ['is not granted by allowing everything', policyOf({}, ALLOW), ['Plain']],
      [
        'is not granted by naming it in a policy that allows everything',
        policyOf({ [restricted]: ALLOW }, ALLOW),
        ['Plain'],
      ],
      [
        'is granted by a policy that denies what it does not name',
        policyOf({ ...read, [restricted]: ALLOW }, DENY),
        all,
      ],
      [
        'is not granted when it is denied',
        policyOf({ ...read, [restricted]: DENY }, DENY),
        ['Plain'],
      ],
      [
        'is granted by a conditional decision, whatever else is allowed',
        policyOf(
          {
            [restricted]: createPostmortemConditionalDecision(
              postmortemRestrictedReadPermission,
              postmortemConditions.isRestricted(),
            ),
          },
          ALLOW,
        ),
        all,
      ],
      [
        'is granted for those that the decision is about',
        policyOf(
          {
            [restricted]: createPostmortemConditionalDecision(
              postmortemRestrictedReadPermission,
              postmortemConditions.hasSeverity({ severities: ['SEV1'] }),
            ),
          },
          ALLOW,
        ),
        ['Plain', 'Restricted'],
      ],
      [
        'does not stand in for the reading itself',
        policyOf({ [restricted]: ALLOW }, DENY),
        [],
      ],
    ])('%s', async (_, decided, titles) => {
      policy = decided;
      expect(await titlesFor('outsider')).toEqual(titles);
      const { status } = await plugin.as('outsider').get('/postmortems/PM-2');
      expect(status).toBe(titles.includes('Restricted') ? 200 : 404);
    });
  });
});
