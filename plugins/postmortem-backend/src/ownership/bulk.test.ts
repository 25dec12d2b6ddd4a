import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  postmortemUpdatePermission,
  type ActionItemBulkResult,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type Client } from '../__testUtils__/startPlugin';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from '../permissions/conditions';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const SEARCH = 'group:default/search';
const NOBODY = '00000000-0000-4000-8000-00000000dead';
const MIDNIGHT = '2027-01-31T00:00:00.000Z';

describe.each(databases.each)('many action items at once on %s', id => {
  let knex: Knex;
  let author: Client;
  let member: Client;

  beforeAll(async () => {
    knex = await databases.init(id);
    const plugin = await startPlugin({
      knex,
      // Everybody changes their own postmortems only.
      policy: ({ name }, { principal }) =>
        name === postmortemUpdatePermission.name
          ? createPostmortemConditionalDecision(
              postmortemUpdatePermission,
              postmortemConditions.isAuthor({
                userRefs: [(principal as any).userEntityRef],
              }),
            )
          : { result: AuthorizeResult.ALLOW },
    });
    author = plugin.as('author');
    member = plugin.as('member');
  });

  const written = async (
    titles: string[],
    by: Client = author,
    input: object = {},
  ) => {
    const { status, body } = await by.post('/postmortems', {
      title: 'An outage',
      actionItems: titles.map(title => ({ title })),
      ...input,
    });
    expect(status).toBe(201);
    const ids: string[] = body.actionItems.map((item: any) => item.id);
    return { key: body.key as string, ids };
  };

  const send = (input: unknown, by: Client = author) =>
    by.send(
      'patch',
      '/action-items',
      'application/json',
      JSON.stringify(input),
    );

  const change = async (
    ids: string[],
    patch: object,
  ): Promise<ActionItemBulkResult['results']> => {
    const { status, body } = await send({ ids, patch });
    expect(status).toBe(200);
    return body.results;
  };

  const read = async (key: string, by: Client = author) =>
    (await by.get(`/postmortems/${key}`)).body;

  it('are changed in one write a postmortem', async () => {
    const first = await written(['One', 'Two', 'Left alone']);
    const second = await written(['Three']);
    const ids = [...first.ids.slice(0, 2), ...second.ids];

    const results = await change(ids, {
      ownerRef: SEARCH,
      dueAt: '2027-01-31',
    });

    expect(results).toEqual(
      ids.map(itemId => ({ id: itemId, changed: true, error: null })),
    );
    const after = await read(first.key);
    expect(after.version).toBe(2);
    expect(after.actionItems).toMatchObject([
      { ownerRef: SEARCH, dueAt: MIDNIGHT },
      { ownerRef: SEARCH, dueAt: MIDNIGHT },
      { ownerRef: null, dueAt: null },
    ]);
    expect((await read(second.key)).version).toBe(2);
  });

  it('are each told why they were not changed', async () => {
    const mine = await written(['Mine']);
    const theirs = await written(['Theirs'], member);
    const hidden = await written(['Hidden'], member, {
      visibility: 'restricted',
    });

    const results = await change(
      [NOBODY, ...theirs.ids, ...hidden.ids, ...mine.ids, ...mine.ids],
      { priority: 'P0' },
    );

    const unknown = 'There is no such action item, or you may not see it';
    expect(results).toEqual([
      { id: NOBODY, changed: false, error: unknown },
      {
        id: theirs.ids[0],
        changed: false,
        error: expect.stringContaining('postmortem.update'),
      },
      { id: hidden.ids[0], changed: false, error: unknown },
      { id: mine.ids[0], changed: true, error: null },
    ]);
    for (const { key } of [theirs, hidden]) {
      const { version, actionItems } = await read(key, member);
      expect([version, actionItems[0].priority]).toEqual([1, null]);
    }
  });

  it('keep what others change at the same time', async () => {
    const { key, ids } = await written(['One', 'Two']);
    await Promise.all([
      change(ids, { ownerRef: SEARCH }),
      change(ids, { dueAt: '2027-01-31' }),
      change([ids[0]], { priority: 'P1' }),
    ]);
    const { version, actionItems } = await read(key);
    expect(version).toBe(4);
    expect(actionItems).toMatchObject([
      { ownerRef: SEARCH, dueAt: MIDNIGHT, priority: 'P1' },
      { ownerRef: SEARCH, dueAt: MIDNIGHT, priority: null },
    ]);
  });

  it('make no version where nothing changes', async () => {
    const { key, ids } = await written(['One']);
    expect(await change(ids, { status: 'open' })).toMatchObject([
      { changed: true },
    ]);
    expect((await read(key)).version).toBe(1);
  });

  it('take as many statements for ten items of a postmortem as for one', async () => {
    const titles = Array.from({ length: 10 }, (_, index) => `Item ${index}`);
    const { ids } = await written(titles);
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    knex.on('query', count);
    const taken = async (some: string[], priority: string) => {
      statements = 0;
      await change(some, { priority });
      return statements;
    };
    const one = await taken(ids.slice(0, 1), 'P1');
    const ten = await taken(ids, 'P2');
    knex.removeListener('query', count);
    expect(ten).toBe(one);
  });

  it.each([
    ['no ids', { ids: [], patch: { priority: 'P0' } }, 'ids'],
    [
      'more than 100',
      { ids: Array(101).fill(NOBODY), patch: { priority: 'P0' } },
      'ids',
    ],
    ['an id that is none', { ids: ['PM-1'], patch: {} }, 'ids.0'],
    ['no patch', { ids: [NOBODY] }, 'patch'],
    [
      'a field that is not for many',
      { ids: [NOBODY], patch: { title: 'The same for all' } },
      'patch.title',
    ],
    [
      'a wrong value',
      { ids: [NOBODY], patch: { ownerRef: 'component:default/checkout' } },
      'patch.ownerRef',
    ],
  ])('refuse %s, and name the field', async (_, input, path) => {
    const { status, body } = await send(input);
    expect(status).toBe(400);
    expect(body.error.issues.map((issue: any) => issue.path)).toContain(path);
  });
});
