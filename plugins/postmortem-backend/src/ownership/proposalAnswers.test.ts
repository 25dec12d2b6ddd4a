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
  PAYMENTS,
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

describe.each(databases.each)('answers to proposals on %s', id => {
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

  it('by the team alone, whose items they are then', async () => {
    const itemId = await steps.proposed('Cap the index');
    const refused = await answer(
      itemId,
      { answer: 'accept' },
      plugin.as('member'),
    );
    expect(refused.status).toBe(403);
    const accepted = await answer(itemId, { answer: 'accept' });
    expect(accepted.status).toBe(200);
    expect(accepted.body.ownerRef).toBe(SEARCH);
    expect((await steps.itemOf('Cap the index')).proposal).toMatchObject({
      state: 'accepted',
      answeredBy: 'user:default/outsider',
    });
  });

  it('by members of a group above it, too', async () => {
    const { actionItems } = await steps.written({
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
    const itemId = await steps.proposed('Owned already', {
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
    expect(await steps.titlesOf(`teamRef=${SEARCH}`)).toContain(
      'Owned already',
    );
  });

  it('with a reason to decline, which the proposer is told', async () => {
    const itemId = await steps.proposed('Rewrite the index');
    send.mockReset();
    expect((await answer(itemId, { answer: 'decline' })).status).toBe(400);
    const declined = await answer(itemId, {
      answer: 'decline',
      reason: 'It is gone in March',
    });
    expect(declined.status).toBe(200);
    expect(declined.body.ownerRef).toBeNull();
    const { proposal, postmortem } = await steps.itemOf('Rewrite the index');
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
    const itemId = await steps.proposed('Only once');
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
    await steps.setEntity(itemId, CHECKOUT);
    await steps.setEntity(itemId, INDEX);
    expect((await answer(itemId, decline)).status).toBe(200);
  });

  it('503 while the catalog does not say who is above the team', async () => {
    const itemId = await steps.proposed('In the dark');
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

  it('count for the team once it has accepted, not before', async () => {
    // What search owns was affected: their postmortem, but not their doing.
    const entities = [
      { entityRef: CHECKOUT, role: 'cause' },
      { entityRef: INDEX, role: 'affected' },
    ];
    const itemId = await steps.proposed('Not theirs yet', { entities });
    const overdue = async (teamRef: string) => {
      const { body } = await author.get(`/overview?teamRef=${teamRef}`);
      const titles = await steps.titlesOf(`state=overdue&teamRef=${teamRef}`);
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
    await steps.setEntity(itemId, CHECKOUT);
    await steps.setEntity(itemId, INDEX);
    await answer(itemId, { answer: 'accept' });
    expect([await overdue(SEARCH), await overdue(PAYMENTS)]).toEqual([
      true,
      true,
    ]);
  });
});
