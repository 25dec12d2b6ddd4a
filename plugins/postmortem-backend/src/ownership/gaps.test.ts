import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  changingCatalog,
  type ChangingCatalog,
} from '../__testUtils__/changingCatalog';
import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type Client } from '../__testUtils__/startPlugin';
import { OwnershipGapStore } from './OwnershipGapStore';
import { OwnershipSweep } from './OwnershipSweep';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const INDEX = 'component:default/index';
const PAYMENTS = 'group:default/payments';
const SEARCH = 'group:default/search';
const LEDGER = 'group:default/ledger';
const GONE = 'user:default/gone';

describe.each(databases.each)('what the catalog no longer has on %s', id => {
  let knex: Knex;
  let author: Client;
  let catalog: ChangingCatalog;

  beforeEach(async () => {
    knex = await databases.init(id);
    catalog = changingCatalog();
    const plugin = await startPlugin({ knex, catalog: catalog.service });
    author = plugin.as('author');
  });

  const sweep = async (at: string = '2026-11-25T08:00:00.000Z') => {
    const logger = mockServices.logger.mock();
    await new OwnershipSweep({
      gaps: new OwnershipGapStore(knex),
      catalog: catalog.service,
      auth: mockServices.auth(),
      logger,
      clock: () => at,
    }).run();
    return logger;
  };

  const written = async (input: object) => {
    const { status, body } = await author.post('/postmortems', {
      title: 'An outage',
      ...input,
    });
    expect(status).toBe(201);
    return body;
  };

  const gaps = async (query = '') => {
    const { status, body } = await author.get(`/ownership-gaps?${query}`);
    expect(status).toBe(200);
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map((gap: any) => [
      gap.field,
      gap.missingRef,
      gap.actionItem?.title ?? gap.postmortem.title,
    ]);
  };

  const outage = () =>
    written({
      title: 'Index outage',
      entities: [{ entityRef: INDEX, role: 'cause' }],
      actionItems: [
        { title: 'Left behind', ownerRef: GONE },
        { title: 'Well owned', ownerRef: SEARCH },
        { title: 'About the index', entityRef: INDEX },
        { title: 'Over', ownerRef: GONE, entityRef: INDEX, status: 'done' },
      ],
    });

  const LOST = [
    ['actionItem.entityRef', INDEX, 'About the index'],
    ['actionItem.ownerRef', GONE, 'Left behind'],
    ['postmortem.entities', INDEX, 'Index outage'],
    ['postmortem.teams', SEARCH, 'Index outage'],
    ['actionItem.ownerRef', SEARCH, 'Well owned'],
  ];

  it('is found in every place, once, by however many look at once', async () => {
    await outage();
    catalog.remove('index');
    catalog.remove('search');

    await Promise.all([
      sweep('2026-11-25T08:00:00.000Z'),
      sweep('2026-11-25T08:00:00.000Z'),
      sweep('2026-11-25T08:00:00.000Z'),
    ]);
    await sweep('2026-11-25T09:00:00.000Z');

    expect((await gaps()).sort()).toEqual([...LOST].sort());
    const { body } = await author.get('/ownership-gaps');
    expect(new Set(body.items.map((gap: any) => gap.foundAt))).toEqual(
      new Set(['2026-11-25T08:00:00.000Z']),
    );
  });

  it('is shown with the items and postmortems that need an owner', async () => {
    await written({ actionItems: [{ title: 'Fine', ownerRef: LEDGER }] });
    const { key } = await outage();
    await written({ actionItems: [{ title: 'Lost, too', ownerRef: GONE }] });
    const needing = async (path: string) => {
      const { body } = await author.get(`${path}&limit=1`);
      return body.totalItems;
    };
    // Asked for before, so that the totals are known, and wrong later.
    for (const path of [
      '/action-items?state=needs_owner',
      '/postmortems?attention=needs_owner',
    ]) {
      expect(await needing(path)).toBe(0);
    }
    await sweep();
    expect(await needing('/action-items?state=needs_owner')).toBe(2);
    expect(await needing('/postmortems?attention=needs_owner')).toBe(2);
    const { body } = await author.get('/action-items?state=needs_owner');
    expect(
      body.items.map((item: any) => [item.title, item.missingRef]).sort(),
    ).toEqual([
      ['Left behind', GONE],
      ['Lost, too', GONE],
    ]);
    const listed = await author.get('/postmortems?attention=needs_owner');
    expect(listed.body.items.map((item: any) => item.key)).toContain(key);
  });

  it('is gone at once where another owner is named, and kept in the history', async () => {
    const { key, actionItems } = await outage();
    await sweep();
    expect(await gaps()).toEqual([
      ['actionItem.ownerRef', GONE, 'Left behind'],
    ]);

    await author
      .patch(`/action-items/${actionItems[0].id}`, null, { ownerRef: SEARCH })
      .expect(200);

    expect(await gaps()).toEqual([]);
    const { body } = await author.get('/action-items?state=needs_owner');
    expect(body.items).toEqual([]);
    const then = await author.get(`/postmortems/${key}/revisions/1`);
    expect(then.body.actionItems[0].ownerRef).toBe(GONE);
    await sweep();
    expect(await knex('postmortem_ownership_gaps').select()).toEqual([]);
  });

  it('is gone with the next look when it is there again', async () => {
    await outage();
    const { entities } = catalog;
    catalog.remove('index');
    await sweep();
    expect(await gaps()).toHaveLength(3);
    catalog.entities = entities;
    await sweep();
    expect(await gaps()).toEqual([
      ['actionItem.ownerRef', GONE, 'Left behind'],
    ]);
  });

  it('is of the teams of the postmortem, then and now, and of the item', async () => {
    await outage();
    await written({
      title: 'Elsewhere',
      teams: [LEDGER],
      actionItems: [
        {
          title: 'Ours',
          ownerRef: PAYMENTS,
          entityRef: 'component:default/unheard-of',
        },
      ],
    });
    catalog.remove('index');
    await sweep();
    const mine = async (teamRef: string) =>
      (await gaps(`teamRef=${teamRef}`)).map(([, , title]: string[]) => title);
    // Nobody owns the index now; it was theirs when it was written.
    expect((await mine(SEARCH)).sort()).toEqual([
      'About the index',
      'Index outage',
      'Left behind',
    ]);
    expect(await mine(PAYMENTS)).toEqual(['Ours']);
    expect(await mine(LEDGER)).toEqual(['Ours']);
  });

  it('is in the list of its team even when its owner is, too', async () => {
    await written({
      teams: ['group:default/platform'],
      actionItems: [
        { title: 'Nobody’s', ownerRef: GONE, entityRef: INDEX },
        { title: 'Ana’s', ownerRef: 'user:default/ana', entityRef: INDEX },
      ],
    });
    catalog.entities.push({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'ana', namespace: 'default' },
    });
    await knex('postmortem_action_item_proposals').delete();
    const open = async () => {
      const { body } = await author.get(
        `/action-items?state=open&teamRef=${SEARCH}`,
      );
      return body.items.map((item: any) => item.title);
    };
    expect(await open()).toEqual([]);
    await sweep();
    expect(await open()).toEqual(['Nobody’s']);
  });

  it('is listed page by page', async () => {
    await outage();
    catalog.remove('index');
    catalog.remove('search');
    await sweep();
    await written({ actionItems: [{ title: 'Later', ownerRef: GONE }] });
    await sweep('2026-11-25T09:00:00.000Z');
    const titles: string[] = [];
    let cursor = '';
    do {
      const { body } = await author.get(`/ownership-gaps?limit=2${cursor}`);
      expect(body.totalItems).toBe(6);
      titles.push(
        ...body.items.map(
          (gap: any) => gap.actionItem?.title ?? gap.postmortem.title,
        ),
      );
      const { nextCursor } = body.pageInfo;
      cursor = nextCursor && `&cursor=${encodeURIComponent(nextCursor)}`;
    } while (cursor);
    expect(titles[0]).toBe('Later');
    expect(titles.sort()).toEqual(
      ['Later', ...LOST.map(([, , title]) => title)].sort(),
    );
  });

  it('is asked for a thousand at a time', async () => {
    for (let batch = 0; batch < 6; batch++) {
      await written({
        teams: [LEDGER],
        entities: Array.from({ length: 200 }, (_, index) => ({
          entityRef: `component:default/made-up-${batch}-${index}`,
          role: 'cause',
        })),
      });
    }
    catalog.byRefs.mockClear();
    await sweep();
    expect(
      catalog.byRefs.mock.calls.map(([{ entityRefs }]) => entityRefs.length),
    ).toEqual([1_000, 201]);
    const { body } = await author.get('/ownership-gaps?limit=1');
    expect(body.totalItems).toBe(1_200);
  });

  it('is nothing while the catalog is empty or does not answer', async () => {
    await outage();
    await written({
      entities: Array.from({ length: 25 }, (_, index) => ({
        entityRef: `component:default/made-up-${index}`,
        role: 'cause',
      })),
    });
    catalog.entities = [];
    expect((await sweep()).warn).toHaveBeenCalledTimes(1);
    expect(await gaps()).toEqual([]);
    catalog.isDown = true;
    expect((await sweep()).warn).toHaveBeenCalledTimes(1);
    expect(await gaps()).toEqual([]);
  });

  it.each([
    'teamRef=component:default/x',
    'limit=0',
    'limit=101',
    'cursor=x',
    'q=x',
  ])('cannot be asked for with %s', async query => {
    const { status } = await author.get(`/ownership-gaps?${query}`);
    expect(status).toBe(400);
  });
});
