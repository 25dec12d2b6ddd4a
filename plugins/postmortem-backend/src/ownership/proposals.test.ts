import type { Knex } from 'knex';
import {
  changingCatalog,
  type ChangingCatalog,
} from '../__testUtils__/changingCatalog';
import { migratedDatabases } from '../__testUtils__/databases';
import { keptNotifications } from '../__testUtils__/notifications';
import {
  CHECKOUT,
  INDEX,
  LEDGER,
  LEDGER_DB,
  PLATFORM,
  SEARCH,
  proposing,
} from '../__testUtils__/proposals';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

describe.each(databases.each)('proposals on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let author: Client;
  let outsider: Client;
  let catalog: ChangingCatalog;
  let steps: ReturnType<typeof proposing>;
  const { send, sent, feature } = keptNotifications();

  beforeAll(async () => {
    knex = await databases.init(id);
    catalog = changingCatalog();
    plugin = await startPlugin({
      knex,
      catalog: catalog.service,
      features: [feature],
    });
    author = plugin.as('author');
    outsider = plugin.as('outsider');
    steps = proposing(author);
  });

  beforeEach(() => send.mockReset());

  const answer = (itemId: string, body: object, client = outsider) =>
    client.post(`/action-items/${itemId}/proposal`, body);

  it('are made to the team that owns what items change, with one notification', async () => {
    const { key } = await steps.written({
      actionItems: [
        { title: 'Index the errors', entityRef: INDEX, dueAt: '2020-01-01' },
        { title: 'Index the logs', entityRef: INDEX },
        { title: 'At home', entityRef: CHECKOUT },
        { title: 'About nothing' },
      ],
    });

    expect(await steps.titlesOf(`state=proposed&teamRef=${SEARCH}`)).toEqual([
      'Index the errors',
      'Index the logs',
    ]);
    expect((await steps.itemOf('Index the errors')).proposal).toMatchObject({
      teamRef: SEARCH,
      state: 'proposed',
      proposedBy: 'user:default/author',
    });
    expect((await steps.itemOf('At home')).proposal).toBeNull();
    const notices = await sent('postmortem-proposal');
    expect(notices).toMatchObject([
      {
        recipients: { entityRef: [SEARCH] },
        payload: { title: `${key} proposes 2 action items to your team` },
      },
    ]);
  });

  it('to no team above or below the responsible one', async () => {
    catalog.entities.push({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'portal', namespace: 'default' },
      relations: [{ type: 'ownedBy', targetRef: PLATFORM }],
    });
    await steps.written({
      actionItems: [{ title: 'Up', entityRef: 'component:default/portal' }],
    });
    await steps.written({
      teams: [PLATFORM],
      actionItems: [{ title: 'Down', entityRef: CHECKOUT }],
    });
    expect((await steps.itemOf('Up')).proposal).toBeNull();
    expect((await steps.itemOf('Down')).proposal).toBeNull();
  });

  it('by every kind of write', async () => {
    const { key, actionItems } = await steps.written({
      actionItems: [{ title: 'By a patch of it' }],
    });
    await steps.setEntity(actionItems[0].id, INDEX);
    expect((await steps.itemOf('By a patch of it')).proposal.teamRef).toBe(
      SEARCH,
    );

    const { body } = await author.get(`/postmortems/${key}`);
    await author
      .patch(`/postmortems/${key}`, body.version, {
        actionItems: [
          ...body.actionItems,
          { title: 'By a patch of all', entityRef: INDEX },
        ],
      })
      .expect(200);
    expect((await steps.itemOf('By a patch of all')).proposal.teamRef).toBe(
      SEARCH,
    );
    // The other one was not moved.
    expect(await sent('postmortem-proposal')).toHaveLength(2);
  });

  it('by an import, quietly, and not of what had an owner then', async () => {
    await steps.proposed('Exported');
    await steps.proposed('Owned', {
      actionItems: [
        { title: 'Owned', entityRef: INDEX, ownerRef: 'user:default/ana' },
      ],
    });
    send.mockReset();
    for (const title of ['Exported', 'Owned']) {
      const { postmortem } = await steps.itemOf(title);
      const { text } = await author.get(
        `/postmortems/${postmortem.key}/export`,
      );
      const copy = `${title} before`;
      const { status } = await author.importMarkdown(
        text.replaceAll(title, copy),
      );
      expect(status).toBe(201);
      expect((await steps.itemOf(copy)).entityRef).toBe(INDEX);
    }
    expect((await steps.itemOf('Exported before')).proposal.teamRef).toBe(
      SEARCH,
    );
    expect((await steps.itemOf('Owned before')).proposal).toBeNull();
    expect(await sent('postmortem-proposal')).toEqual([]);
  });

  it('anew for another entity, and taken back for none', async () => {
    const itemId = await steps.proposed('Move it');
    await steps.setEntity(itemId, LEDGER_DB);
    expect((await steps.itemOf('Move it')).proposal).toMatchObject({
      teamRef: LEDGER,
      state: 'proposed',
    });
    expect((await answer(itemId, { answer: 'accept' })).status).toBe(403);
    await steps.setEntity(itemId, null);
    expect((await steps.itemOf('Move it')).proposal).toBeNull();
    const gone = await answer(itemId, { answer: 'accept' });
    expect(gone.status).toBe(409);
  });
});
