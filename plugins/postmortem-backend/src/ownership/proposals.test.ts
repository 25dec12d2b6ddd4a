import type { Knex } from 'knex';
import {
  changingCatalog,
  type ChangingCatalog,
} from '../__testUtils__/changingCatalog';
import { migratedDatabases } from '../__testUtils__/databases';
import { keptNotifications } from '../__testUtils__/notifications';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const CHECKOUT = 'component:default/checkout';
const INDEX = 'component:default/index';
const LEDGER_DB = 'component:default/ledger-db';
const PAYMENTS = 'group:default/payments';
const SEARCH = 'group:default/search';
const LEDGER = 'group:default/ledger';
const PLATFORM = 'group:default/platform';

describe.each(databases.each)('proposals on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let author: Client;
  let outsider: Client;
  let catalog: ChangingCatalog;
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
  });

  beforeEach(() => send.mockReset());

  const written = async (input: object) => {
    const { status, body } = await author.post('/postmortems', {
      title: 'An outage',
      entities: [{ entityRef: CHECKOUT, role: 'cause' }],
      ...input,
    });
    expect(status).toBe(201);
    return body;
  };

  const itemOf = async (title: string) => {
    const { body } = await author.get(
      `/action-items?q=${encodeURIComponent(title)}`,
    );
    return body.items.find((item: any) => item.title === title);
  };

  const titlesOf = async (query: string) => {
    const { body } = await author.get(`/action-items?limit=100&${query}`);
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map((item: any) => item.title);
  };

  const proposed = async (title: string, input: object = {}) => {
    const { actionItems } = await written({
      actionItems: [{ title, entityRef: INDEX, dueAt: '2020-01-01' }],
      ...input,
    });
    expect((await itemOf(title)).proposal?.state).toBe('proposed');
    return actionItems[0].id as string;
  };

  const answer = (itemId: string, body: object, client = outsider) =>
    client.post(`/action-items/${itemId}/proposal`, body);

  const setEntity = async (itemId: string, entityRef: string | null) => {
    const { status } = await author.patch(`/action-items/${itemId}`, null, {
      entityRef,
    });
    expect(status).toBe(200);
  };

  describe('are made', () => {
    it('to the team that owns what items change, with one notification', async () => {
      const { key } = await written({
        actionItems: [
          { title: 'Index the errors', entityRef: INDEX, dueAt: '2020-01-01' },
          { title: 'Index the logs', entityRef: INDEX },
          { title: 'At home', entityRef: CHECKOUT },
          { title: 'About nothing' },
        ],
      });

      expect(await titlesOf(`state=proposed&teamRef=${SEARCH}`)).toEqual([
        'Index the errors',
        'Index the logs',
      ]);
      expect((await itemOf('Index the errors')).proposal).toMatchObject({
        teamRef: SEARCH,
        state: 'proposed',
        proposedBy: 'user:default/author',
      });
      expect((await itemOf('At home')).proposal).toBeNull();
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
      await written({
        actionItems: [{ title: 'Up', entityRef: 'component:default/portal' }],
      });
      await written({
        teams: [PLATFORM],
        actionItems: [{ title: 'Down', entityRef: CHECKOUT }],
      });
      expect((await itemOf('Up')).proposal).toBeNull();
      expect((await itemOf('Down')).proposal).toBeNull();
    });

    it('by every kind of write', async () => {
      const { key, actionItems } = await written({
        actionItems: [{ title: 'By a patch of it' }],
      });
      await setEntity(actionItems[0].id, INDEX);
      expect((await itemOf('By a patch of it')).proposal.teamRef).toBe(SEARCH);

      const { body } = await author.get(`/postmortems/${key}`);
      await author
        .patch(`/postmortems/${key}`, body.version, {
          actionItems: [
            ...body.actionItems,
            { title: 'By a patch of all', entityRef: INDEX },
          ],
        })
        .expect(200);
      expect((await itemOf('By a patch of all')).proposal.teamRef).toBe(SEARCH);
      // The other one was not moved.
      expect(await sent('postmortem-proposal')).toHaveLength(2);
    });

    it('by an import, quietly, and not of what had an owner then', async () => {
      await proposed('Exported');
      await proposed('Owned', {
        actionItems: [
          { title: 'Owned', entityRef: INDEX, ownerRef: 'user:default/ana' },
        ],
      });
      send.mockReset();
      for (const title of ['Exported', 'Owned']) {
        const { postmortem } = await itemOf(title);
        const { text } = await author.get(
          `/postmortems/${postmortem.key}/export`,
        );
        const copy = `${title} before`;
        const { status } = await author.importMarkdown(
          text.replaceAll(title, copy),
        );
        expect(status).toBe(201);
        expect((await itemOf(copy)).entityRef).toBe(INDEX);
      }
      expect((await itemOf('Exported before')).proposal.teamRef).toBe(SEARCH);
      expect((await itemOf('Owned before')).proposal).toBeNull();
      expect(await sent('postmortem-proposal')).toEqual([]);
    });

    it('anew for another entity, and taken back for none', async () => {
      const itemId = await proposed('Move it');
      await setEntity(itemId, LEDGER_DB);
      expect((await itemOf('Move it')).proposal).toMatchObject({
        teamRef: LEDGER,
        state: 'proposed',
      });
      expect((await answer(itemId, { answer: 'accept' })).status).toBe(403);
      await setEntity(itemId, null);
      expect((await itemOf('Move it')).proposal).toBeNull();
      const gone = await answer(itemId, { answer: 'accept' });
      expect(gone.status).toBe(409);
    });
  });

  describe('are answered', () => {
    it('by the team alone, whose items they are then', async () => {
      const itemId = await proposed('Cap the index');
      const refused = await answer(
        itemId,
        { answer: 'accept' },
        plugin.as('member'),
      );
      expect(refused.status).toBe(403);
      const accepted = await answer(itemId, { answer: 'accept' });
      expect(accepted.status).toBe(200);
      expect(accepted.body.ownerRef).toBe(SEARCH);
      expect((await itemOf('Cap the index')).proposal).toMatchObject({
        state: 'accepted',
        answeredBy: 'user:default/outsider',
      });
    });

    it('by members of a group above it, too', async () => {
      const { actionItems } = await written({
        teams: [SEARCH],
        actionItems: [{ title: 'For payments', entityRef: CHECKOUT }],
      });
      const manager = plugin.as('manager');
      const accepted = await answer(
        actionItems[0].id,
        { answer: 'accept' },
        manager,
      );
      expect(accepted.status).toBe(200);
      expect(accepted.body.ownerRef).toBe(PAYMENTS);
    });

    it('without taking an item from its owner', async () => {
      const itemId = await proposed('Owned already', {
        actionItems: [
          {
            title: 'Owned already',
            entityRef: INDEX,
            ownerRef: 'user:default/ana',
          },
        ],
      });
      const accepted = await answer(itemId, { answer: 'accept' });
      expect(accepted.body.ownerRef).toBe('user:default/ana');
      expect(await titlesOf(`teamRef=${SEARCH}`)).toContain('Owned already');
    });

    it('with a reason to decline, which the proposer is told', async () => {
      const itemId = await proposed('Rewrite the index');
      send.mockReset();
      expect((await answer(itemId, { answer: 'decline' })).status).toBe(400);
      const declined = await answer(itemId, {
        answer: 'decline',
        reason: 'It is gone in March',
      });
      expect(declined.status).toBe(200);
      expect(declined.body.ownerRef).toBeNull();
      const { proposal, postmortem } = await itemOf('Rewrite the index');
      expect(proposal).toMatchObject({
        state: 'declined',
        reason: 'It is gone in March',
      });
      expect(await sent('postmortem-proposal')).toMatchObject([
        {
          recipients: { entityRef: ['user:default/author'] },
          payload: {
            description: 'It is gone in March',
            link: `/postmortems/${postmortem.key}`,
          },
        },
      ]);
      const history = await author.get(
        `/postmortems/${postmortem.key}/revisions`,
      );
      expect(history.body.items[0]).toMatchObject({
        changedBy: 'user:default/outsider',
        reason: `${SEARCH} declines an action item: It is gone in March`,
      });
    });

    it('once, until the item is about another entity', async () => {
      const itemId = await proposed('Only once');
      const decline = { answer: 'decline', reason: 'No' };
      const both = await Promise.all([
        answer(itemId, decline),
        answer(itemId, { answer: 'accept' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      await author
        .patch(`/action-items/${itemId}`, null, { priority: 'P1' })
        .expect(200);
      expect((await answer(itemId, decline)).status).toBe(409);
      await setEntity(itemId, CHECKOUT);
      await setEntity(itemId, INDEX);
      expect((await answer(itemId, decline)).status).toBe(200);
    });

    it('503 while the catalog does not say who is above the team', async () => {
      const itemId = await proposed('In the dark');
      catalog.isDown = true;
      try {
        const unknown = await answer(
          itemId,
          { answer: 'accept' },
          plugin.as('member'),
        );
        expect(unknown.status).toBe(503);
        // Whoever is of the team itself is known from the sign-in.
        expect((await answer(itemId, { answer: 'accept' })).status).toBe(200);
      } finally {
        catalog.isDown = false;
      }
    });
  });

  it('count for the team once it has accepted, not before', async () => {
    // What search owns was affected: their postmortem, but not their doing.
    const entities = [
      { entityRef: CHECKOUT, role: 'cause' },
      { entityRef: INDEX, role: 'affected' },
    ];
    const itemId = await proposed('Not theirs yet', { entities });
    const overdue = async (teamRef: string) => {
      const { body } = await author.get(`/overview?teamRef=${teamRef}`);
      const titles = await titlesOf(`state=overdue&teamRef=${teamRef}`);
      expect(body.team.counts.overdue).toBe(titles.length);
      return titles.includes('Not theirs yet');
    };
    expect([await overdue(SEARCH), await overdue(PAYMENTS)]).toEqual([
      false,
      true,
    ]);
    await answer(itemId, { answer: 'decline', reason: 'No' });
    expect([await overdue(SEARCH), await overdue(PAYMENTS)]).toEqual([
      false,
      true,
    ]);
    await setEntity(itemId, CHECKOUT);
    await setEntity(itemId, INDEX);
    await answer(itemId, { answer: 'accept' });
    expect([await overdue(SEARCH), await overdue(PAYMENTS)]).toEqual([
      true,
      true,
    ]);
  });
});
