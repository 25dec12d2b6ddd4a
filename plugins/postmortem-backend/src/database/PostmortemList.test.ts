import {
  postmortemQuerySchema,
  type PostmortemOrder,
  type PostmortemQueryInput,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT, NOW, store } from '../__testUtils__/documents';
import { PostmortemList } from './PostmortemList';
import { PostmortemStore } from './PostmortemStore';
import { toPostmortem } from './rows';
import type { ListOptions } from './scope';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];
const DAY1 = '2026-01-01T10:00:00.000Z';
const DAY2 = '2026-01-02T10:00:00.000Z';

function lister(knex: Knex, options: Partial<ListOptions> = {}) {
  const list = new PostmortemList(knex, SEVERITIES);
  return (query: PostmortemQueryInput = {}) =>
    list.list(postmortemQuerySchema.parse(query), { now: NOW, ...options });
}

/** The keys of all pages of a list. */
async function allKeys(
  list: ReturnType<typeof lister>,
  query: PostmortemQueryInput,
): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...query, ...(cursor && { cursor }) });
    expect(page.items.length).toBeGreaterThan(0);
    keys.push(...page.items.map(item => item.key));
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return keys;
}

describe.each(databases.each)('the list of postmortems on %s', id => {
  /** 1 and 4 began together, 3 and 5 have no beginning, 2 is the newest. */
  async function withTies() {
    const knex = await databases.init(id);
    const entities = [
      { entityRef: 'component:default/checkout', role: 'cause' as const },
    ];
    const write = (startedAt: string | null, severity: string | null) =>
      store(
        knex,
        { incident: { startedAt }, severity, entities },
        { createdAt: startedAt ?? DAY1, updatedAt: startedAt ?? DAY2 },
      );
    await write(DAY1, 'SEV2');
    await write(DAY2, 'SEV1');
    await write(null, null);
    await write(DAY1, 'SEV2');
    await write(null, 'retired');
    return knex;
  }

  const ORDERS: Array<[PostmortemOrder, number[]]> = [
    ['-startedAt', [2, 4, 1, 5, 3]],
    ['startedAt', [1, 4, 2, 3, 5]],
    ['-createdAt', [2, 5, 4, 3, 1]],
    ['createdAt', [1, 3, 4, 5, 2]],
    ['-updatedAt', [5, 3, 2, 4, 1]],
    ['updatedAt', [1, 4, 2, 3, 5]],
    ['severity', [2, 4, 1, 5, 3]],
    ['-severity', [4, 1, 2, 5, 3]],
  ];

  it('orders, and pages over ties and absent times, in every order', async () => {
    const list = lister(await withTies());
    for (const [orderBy, numbers] of ORDERS) {
      const expected = numbers.map(number => `PM-${number}`);
      for (const limit of [1, 2, 3, 100]) {
        expect([orderBy, await allKeys(list, { orderBy, limit })]).toEqual([
          orderBy,
          expected,
        ]);
        // The list of one entity takes another way to the same.
        expect([
          orderBy,
          await allKeys(list, {
            orderBy,
            limit,
            entityRef: ['component:default/checkout'],
          }),
        ]).toEqual([orderBy, expected]);
      }
    }
  });

  it('counts all that match on every page', async () => {
    const list = lister(await withTies());
    const first = await list({ limit: 2 });
    expect(first.totalItems).toBe(5);
    const second = await list({ limit: 2, cursor: first.pageInfo.nextCursor });
    expect(second.totalItems).toBe(5);
    expect((await list({ status: ['closed'] })).totalItems).toBe(0);
  });

  it('counts also when what came after the cursor went away', async () => {
    const knex = await withTies();
    const list = lister(knex);
    const { pageInfo } = await list({ limit: 4 });
    const postmortems = new PostmortemStore(knex);
    const last = (await postmortems.find({ idOrKey: 'PM-3' }))!;
    await postmortems.transaction(trx =>
      postmortems.update(trx, last, { ...last, deletedAt: NOW }),
    );
    const page = await list({ limit: 4, cursor: pageInfo.nextCursor });
    expect(page).toEqual({ items: [], totalItems: 4, pageInfo: {} });
  });

  it('counts again only after something was written', async () => {
    const knex = await withTies();
    const list = lister(knex);
    const counting: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (sql.includes('count(*)')) {
        counting.push(sql);
      }
    });
    const totals = async (query: PostmortemQueryInput) =>
      (await list({ limit: 2, ...query })).totalItems;
    expect(await totals({})).toBe(5);
    expect(await totals({})).toBe(5);
    expect(counting).toHaveLength(1);
    expect(await totals({ severity: ['SEV2', 'SEV1'] })).toBe(3);
    expect(counting).toHaveLength(2);
    await store(knex, { severity: 'SEV1' });
    expect(await totals({})).toBe(6);
    expect(await totals({ severity: ['SEV2', 'SEV1'] })).toBe(4);
    expect(counting).toHaveLength(4);
    const narrowed = lister(knex, {
      visible: { property: 'severity', values: ['SEV2'] },
    });
    expect((await narrowed({ limit: 1 })).totalItems).toBe(2);
  });

  it('skips and repeats nothing when postmortems are added while paging', async () => {
    const knex = await withTies();
    const list = lister(knex);
    const first = await list({ limit: 2 });
    await store(knex, { incident: { startedAt: NOW } });
    const second = await list({
      limit: 10,
      cursor: first.pageInfo.nextCursor,
    });
    expect(second.items.map(item => item.key)).toEqual([
      'PM-1',
      'PM-5',
      'PM-3',
    ]);
  });

  it('filters by everything that the query names', async () => {
    const knex = await databases.init(id);
    await store(
      knex,
      {
        title: 'Cache 100% cold_start',
        severity: 'SEV1',
        incident: { startedAt: DAY1 },
        entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
        teams: ['group:default/payments'],
        tags: ['cache'],
        summary: 'Die Übertragung brach ab',
      },
      { status: 'published' },
    );
    await store(knex, {
      title: 'DNS',
      incident: { startedAt: DAY2 },
      entities: [
        { entityRef: 'component:default/checkout', role: 'affected' },
        { entityRef: 'component:default/index', role: 'cause' },
      ],
      tags: ['dns', 'cache'],
    });
    await store(knex, { title: 'Deleted' }, { deletedAt: NOW });
    const list = lister(knex);
    const keys = async (query: PostmortemQueryInput) => {
      const page = await list(query);
      expect(page.totalItems).toBe(page.items.length);
      return page.items.map(item => item.key);
    };

    expect(await keys({})).toEqual(['PM-2', 'PM-1']);
    expect(await keys({ entityRef: ['component:index'] })).toEqual(['PM-2']);
    expect(
      await keys({ entityRef: ['component:index', 'component:checkout'] }),
    ).toEqual(['PM-2', 'PM-1']);
    expect(await keys({ status: ['published', 'closed'] })).toEqual(['PM-1']);
    expect(await keys({ severity: ['SEV1', 'SEV2'] })).toEqual(['PM-1']);
    expect(await keys({ tag: ['DNS '] })).toEqual(['PM-2']);
    expect(await keys({ tag: ['cache', 'dns'] })).toEqual(['PM-2', 'PM-1']);
    expect(await keys({ from: DAY2 })).toEqual(['PM-2']);
    expect(await keys({ to: '2026-01-01' })).toEqual(['PM-1']);
    expect(await keys({ to: '2026-01-01T09:00:00Z' })).toEqual([]);
    expect(await keys({ from: '2026-01-02', to: '2026-01-02' })).toEqual([
      'PM-2',
    ]);
    expect(await keys({ from: '9999-12-31', to: '9999-12-31' })).toEqual([]);
    expect(await keys({ q: 'cOLD_' })).toEqual(['PM-1']);
    expect(await keys({ q: '100%' })).toEqual(['PM-1']);
    expect(await keys({ q: 'ÜBERTRAGUNG' })).toEqual(['PM-1']);
    expect(await keys({ q: '%' })).toEqual([]);
    expect(await keys({ q: `'; drop table postmortems; --` })).toEqual([]);
    expect(await keys({ q: 'pm-2' })).toEqual(['PM-2']);
    expect(
      await keys({ entityRef: ['component:checkout'], status: ['draft'] }),
    ).toEqual(['PM-2']);
  });

  it('finds what a team is responsible for, and what involves what it owns', async () => {
    const knex = await databases.init(id);
    await store(knex, { teams: ['group:default/ledger'] });
    await store(knex, {
      entities: [{ entityRef: 'component:default/index', role: 'affected' }],
    });
    await store(knex, { teams: ['group:default/search'] });
    const of = (groupRefs: string[], entityRefs: string[]) =>
      lister(knex, { team: { groupRefs, entityRefs } })({
        orderBy: 'createdAt',
      });
    const byTeam = await of(['group:default/ledger'], []);
    expect(byTeam.items.map(item => item.key)).toEqual(['PM-1']);
    const all = await of(
      ['group:default/ledger', 'group:default/search'],
      ['component:default/index'],
    );
    expect(all.items.map(item => item.key)).toEqual(['PM-1', 'PM-2', 'PM-3']);
    expect((await of(['group:default/none'], [])).totalItems).toBe(0);
  });

  it('finds what somebody began or took part in', async () => {
    const knex = await databases.init(id);
    const ana = 'user:default/ana';
    await store(knex, {}, { createdBy: ana });
    await store(knex, { participants: [{ entityRef: ana, role: 'scribe' }] });
    await store(knex, {
      participants: [{ entityRef: 'user:default/bo', role: null }],
    });
    const page = await lister(knex)({
      participantRef: [ana],
      orderBy: 'createdAt',
    });
    expect(page.items.map(item => item.key)).toEqual(['PM-1', 'PM-2']);
  });

  it('gives whole documents where they are asked for', async () => {
    const knex = await databases.init(id);
    const stored = await store(knex, FULL_INPUT);
    await store(knex);
    const list = lister(knex);
    const first = await list({ include: 'document', limit: 1 });
    const { nextCursor } = first.pageInfo;
    const second = await list({ include: 'document', cursor: nextCursor });
    expect(first.documents).toEqual([toPostmortem(stored)]);
    expect(second.documents).toMatchObject([{ key: 'PM-2' }]);
    const { documents, items } = await list();
    expect(documents).toBeUndefined();
    expect(items).toEqual([...first.items, ...second.items]);
  });

  it('takes many refs at once', async () => {
    const knex = await databases.init(id);
    await store(knex, { teams: ['group:default/g-39999'] });
    const groupRefs = Array.from(
      { length: 40_000 },
      (_, index) => `group:default/g-${index}`,
    );
    const page = await lister(knex, { team: { groupRefs, entityRefs: [] } })();
    expect(page.totalItems).toBe(1);
  });

  it('counts action items as they are now', async () => {
    const knex = await databases.init(id);
    await store(knex, {
      actionItems: [
        { title: 'Late', dueAt: '2026-11-23' },
        { title: 'Due today', dueAt: '2026-11-24' },
        { title: 'Late by minutes', dueAt: '2026-11-24T10:00:00Z' },
        { title: 'Whenever' },
        { title: 'Done', dueAt: '2020-01-01', status: 'done' },
      ],
    });
    const { items } = await lister(knex)();
    expect(items[0].actionItemCounts).toEqual({
      total: 5,
      open: 4,
      overdue: 2,
    });
    const tomorrow = lister(knex, { now: '2026-11-25T00:00:00.000Z' });
    expect((await tomorrow()).items[0].actionItemCounts.overdue).toBe(3);
  });
});
