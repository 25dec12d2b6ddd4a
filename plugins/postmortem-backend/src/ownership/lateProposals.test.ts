import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  changingCatalog,
  type ChangingCatalog,
} from '../__testUtils__/changingCatalog';
import { migratedDatabases } from '../__testUtils__/databases';
import { keptNotifications } from '../__testUtils__/notifications';
import { startPlugin, type Client } from '../__testUtils__/startPlugin';
import { CatalogLookup } from '../catalog/CatalogLookup';
import { OwnershipLookup } from '../catalog/OwnershipLookup';
import { PostmortemStore } from '../database/PostmortemStore';
import { Audience } from '../notifications/Audience';
import { Notifier } from '../notifications/Notifier';
import { LateProposals } from './LateProposals';
import { UnproposedStore } from './UnproposedStore';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const INDEX = 'component:default/index';
const SEARCH = 'group:default/search';
const PAYMENTS = 'group:default/payments';

describe.each(databases.each)('late proposals on %s', id => {
  let knex: Knex;
  let author: Client;
  let catalog: ChangingCatalog;
  const { send, sent, feature } = keptNotifications();

  beforeAll(async () => {
    knex = await databases.init(id);
    catalog = changingCatalog();
    const plugin = await startPlugin({
      knex,
      catalog: catalog.service,
      features: [feature],
    });
    author = plugin.as('author');
  });

  beforeEach(() => send.mockReset());

  /** What one replica does along with a sweep. */
  const replica = () => {
    const logger = mockServices.logger.mock();
    const auth = mockServices.auth();
    const parts = { catalog: catalog.service, auth, logger };
    return {
      logger,
      late: new LateProposals({
        ...parts,
        unproposed: new UnproposedStore(knex),
        postmortems: new PostmortemStore(knex),
        ownership: new OwnershipLookup({ catalog: new CatalogLookup(parts) }),
        notifier: new Notifier({
          notifications: { send },
          audience: new Audience(parts),
          logger,
        }),
        clock: () => '2026-11-25T08:00:00.000Z',
      }),
    };
  };

  /** Does something while the catalog does not answer. */
  const offline = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    catalog.isDown = true;
    try {
      return await work();
    } finally {
      catalog.isDown = false;
    }
  };

  const written = (items: object[]) =>
    offline(async () => {
      const { status, body } = await author.post('/postmortems', {
        title: 'An outage',
        teams: [PAYMENTS],
        actionItems: items,
      });
      expect(status).toBe(201);
      return body;
    });

  const proposalOf = async (title: string) => {
    const { body } = await author.get(
      `/action-items?q=${encodeURIComponent(title)}`,
    );
    return body.items[0].proposal;
  };

  it('are made once the catalog answers, by two replicas at once', async () => {
    await written([
      { title: 'Written in the dark', entityRef: INDEX },
      { title: 'Written along', entityRef: INDEX },
      { title: 'At home', entityRef: 'component:default/checkout' },
    ]);
    expect(await proposalOf('Written in the dark')).toBeNull();
    const dark = replica();
    await offline(() => dark.late.run());
    expect(dark.logger.warn).toHaveBeenCalledTimes(1);
    expect(await proposalOf('Written in the dark')).toBeNull();

    await Promise.all([replica().late.run(), replica().late.run()]);

    expect(await proposalOf('Written in the dark')).toMatchObject({
      teamRef: SEARCH,
      state: 'proposed',
      proposedBy: 'user:default/author',
      proposedAt: '2026-11-25T08:00:00.000Z',
    });
    expect(await proposalOf('At home')).toBeNull();
    expect(await sent('postmortem-proposal')).toMatchObject([
      {
        recipients: { entityRef: [SEARCH] },
        payload: { title: expect.stringContaining('2 action items') },
      },
    ]);
    await replica().late.run();
    expect(await sent('postmortem-proposal')).toHaveLength(1);
  });

  it('are of no item that was written again since', async () => {
    const { actionItems } = await written([
      { title: 'Changed since', entityRef: INDEX },
      { title: 'Finished since', entityRef: INDEX },
    ]);
    const [changed, finished] = actionItems;
    await author
      .patch(`/action-items/${changed.id}`, null, { entityRef: null })
      .expect(200);
    await author
      .patch(`/action-items/${finished.id}`, null, { status: 'done' })
      .expect(200);
    await replica().late.run();
    expect(await proposalOf('Changed since')).toBeNull();
    expect(await proposalOf('Finished since')).toBeNull();
    expect(await sent('postmortem-proposal')).toEqual([]);
  });

  it('leave alone what was settled between the look-up and the write', async () => {
    const { actionItems, number } = await written([
      { title: 'Settled meanwhile', entityRef: INDEX },
    ]);
    expect(number).toBeUndefined();
    const store = new UnproposedStore(knex);
    const waiting = await store.after('', 100);
    const [item] = waiting.filter(
      each => each.actionItemId === actionItems[0].id,
    );
    await author
      .patch(`/action-items/${item.actionItemId}`, null, { entityRef: null })
      .expect(200);
    const proposed = await store.settle(
      [{ ...item, teamRef: SEARCH }],
      '2026-11-25T08:00:00.000Z',
    );
    expect(proposed).toEqual([]);
    expect(await proposalOf('Settled meanwhile')).toBeNull();
  });

  it('of an import are made without a notification', async () => {
    const { body } = await author.post('/postmortems', {
      title: 'Exported',
      teams: [PAYMENTS],
      actionItems: [{ title: 'Of long ago', entityRef: INDEX }],
    });
    const { text } = await author.get(`/postmortems/${body.key}/export`);
    send.mockReset();
    await offline(() =>
      author.importMarkdown(text.replace('Of long ago', 'Of an import')),
    );
    expect(await proposalOf('Of an import')).toBeNull();
    await replica().late.run();
    expect(await proposalOf('Of an import')).toMatchObject({ teamRef: SEARCH });
    expect(await sent('postmortem-proposal')).toEqual([]);
  });
});
