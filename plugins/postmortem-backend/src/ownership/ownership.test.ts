import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { COMPANY } from '../__testUtils__/company';
import { migratedDatabases } from '../__testUtils__/databases';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';
import { OwnershipGapStore } from './OwnershipGapStore';
import { OwnershipSweep } from './OwnershipSweep';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const INDEX = 'component:default/index';
const CHECKOUT = 'component:default/checkout';
const SEARCH = 'group:default/search';

describe.each(databases.each)('ownership on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let author: Client;
  /** The catalog, which the tests change. */
  const entities: Entity[] = [];
  const sent = jest.fn();

  beforeAll(async () => {
    knex = await databases.init(id);
    entities.push(...structuredClone(COMPANY));
    plugin = await startPlugin({
      knex,
      entities,
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: sent }),
        }),
      ],
    });
    author = plugin.as('author');
  });

  beforeEach(() => sent.mockReset());

  const itemsOf = async (query: string) => {
    const { body } = await author.get(`/action-items?${query}`);
    return body.items.map((item: any) => item.title);
  };

  const written = async (input: object) => {
    const { status, body } = await author.post('/postmortems', {
      title: 'An outage',
      ...input,
    });
    expect(status).toBe(201);
    return body;
  };

  const sweep = (over: Entity[]) =>
    new OwnershipSweep({
      gaps: new OwnershipGapStore(knex),
      catalog: catalogServiceMock({ entities: over }),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      clock: () => '2026-11-25T08:00:00.000Z',
    }).run();

  describe('proposals', () => {
    const proposed = async (title: string) => {
      const { actionItems } = await written({
        entities: [{ entityRef: CHECKOUT, role: 'cause' }],
        actionItems: [
          { title, entityRef: INDEX, dueAt: '2020-01-01' },
          { title: `${title}: at home`, entityRef: CHECKOUT },
        ],
      });
      return actionItems[0].id as string;
    };

    it('propose an item to the team that owns what it changes', async () => {
      const itemId = await proposed('Index the errors');

      const { body } = await author.get(
        `/action-items?state=proposed&teamRef=${SEARCH}`,
      );
      expect(body.items).toMatchObject([
        {
          id: itemId,
          proposal: {
            teamRef: SEARCH,
            state: 'proposed',
            proposedBy: 'user:default/author',
          },
        },
      ]);
      expect(await itemsOf(`teamRef=${SEARCH}&state=overdue`)).toEqual([]);
      await new Promise(setImmediate);
      expect(sent).toHaveBeenCalledTimes(1);
      expect(sent.mock.calls[0][0]).toMatchObject({
        recipients: { entityRef: [SEARCH] },
        payload: { topic: 'postmortem-proposal' },
      });
    });

    it('are accepted by the team alone, whose item it is then', async () => {
      const itemId = await proposed('Cap the index');
      const path = `/action-items/${itemId}/proposal`;

      const refused = await plugin
        .as('member')
        .post(path, { answer: 'accept' });
      expect(refused.status).toBe(403);
      const accepted = await plugin
        .as('outsider')
        .post(path, { answer: 'accept' });
      expect(accepted.status).toBe(200);
      expect(accepted.body.ownerRef).toBe(SEARCH);
      expect(await itemsOf(`teamRef=${SEARCH}&state=overdue`)).toContain(
        'Cap the index',
      );
      const again = await plugin
        .as('outsider')
        .post(path, { answer: 'accept' });
      expect(again.status).toBe(409);
    });

    it('are declined for a reason, and stay with those who made them', async () => {
      const itemId = await proposed('Rewrite the index');
      const path = `/action-items/${itemId}/proposal`;
      const outsider = plugin.as('outsider');

      const without = await outsider.post(path, { answer: 'decline' });
      expect(without.status).toBe(400);
      const declined = await outsider.post(path, {
        answer: 'decline',
        reason: 'It is gone in March',
      });
      expect(declined.status).toBe(200);
      expect(declined.body.ownerRef).toBeNull();
      const { body } = await author.get(`/action-items?q=rewrite the INDEX`);
      expect(body.items[0].proposal).toMatchObject({
        state: 'declined',
        reason: 'It is gone in March',
      });
      expect(await itemsOf(`teamRef=${SEARCH}`)).not.toContain(
        'Rewrite the index',
      );
    });

    it('are made anew when the item is about something else', async () => {
      const itemId = await proposed('Move it');
      const changed = await author.patch(`/action-items/${itemId}`, null, {
        entityRef: CHECKOUT,
      });
      expect(changed.status).toBe(200);
      const { body } = await author.get(`/action-items?q=move it`);
      expect(
        body.items.find((item: any) => item.id === itemId).proposal,
      ).toBeNull();
    });
  });

  describe('many at once', () => {
    it('are changed, and those that may not be are named', async () => {
      const first = await written({
        actionItems: [{ title: 'One' }, { title: 'Two' }],
      });
      const second = await written({ actionItems: [{ title: 'Three' }] });
      const nobody = '00000000-0000-4000-8000-00000000dead';
      const ids = [...first.actionItems, ...second.actionItems].map(
        ({ id: itemId }: any) => itemId,
      );

      const { status, body } = await author.send(
        'patch',
        '/action-items',
        'application/json',
        JSON.stringify({
          ids: [...ids, nobody],
          patch: { ownerRef: SEARCH, dueAt: '2027-01-31' },
        }),
      );

      expect(status).toBe(200);
      expect(body.results.map((each: any) => each.changed)).toEqual([
        true,
        true,
        true,
        false,
      ]);
      expect(body.results[3].error).toContain('no such action item');
      const after = await author.get(`/postmortems/${first.key}`);
      expect(after.body.version).toBe(2);
      expect(after.body.actionItems).toMatchObject([
        { ownerRef: SEARCH, dueAt: '2027-01-31T00:00:00.000Z' },
        { ownerRef: SEARCH, dueAt: '2027-01-31T00:00:00.000Z' },
      ]);
    });

    it('are at most 100', async () => {
      const { status } = await author.send(
        'patch',
        '/action-items',
        'application/json',
        JSON.stringify({
          ids: Array(101).fill('00000000-0000-4000-8000-00000000dead'),
          patch: { priority: 'P0' },
        }),
      );
      expect(status).toBe(400);
    });
  });

  describe('a component that moves to another team', () => {
    it('takes its postmortems and open items along', async () => {
      const named = {
        title: 'Named on purpose',
        teams: ['group:default/payments'],
      };
      await written({
        title: 'Moved along',
        entities: [{ entityRef: CHECKOUT, role: 'cause' }],
        actionItems: [{ title: 'Moves along', entityRef: CHECKOUT }],
      });
      await written(named);
      const titles = async (teamRef: string) => {
        const { body } = await author.get(
          `/postmortems?teamRef=${teamRef}&limit=100`,
        );
        return body.items.map((item: any) => item.title);
      };
      expect(await titles('group:default/payments')).toContain('Moved along');

      const checkout = entities.find(
        entity => entity.metadata.name === 'checkout',
      )!;
      checkout.relations = [{ type: 'ownedBy', targetRef: SEARCH }];
      const moved = await startPlugin({ knex, entities });
      author = moved.as('author');

      expect(await titles(SEARCH)).toContain('Moved along');
      expect(await titles('group:default/payments')).not.toContain(
        'Moved along',
      );
      expect(await titles('group:default/payments')).toContain(
        'Named on purpose',
      );
      expect(await itemsOf(`teamRef=${SEARCH}&state=open&limit=100`)).toContain(
        'Moves along',
      );
      expect(
        await itemsOf('teamRef=group:default/payments&state=open&limit=100'),
      ).not.toContain('Moves along');
    });
  });

  describe('what the catalog no longer has', () => {
    it('is listed until it is mended, whoever looks for it at once', async () => {
      const { actionItems, key } = await written({
        entities: [{ entityRef: INDEX, role: 'cause' }],
        actionItems: [
          { title: 'Left behind', ownerRef: 'user:default/gone' },
          { title: 'Well owned', ownerRef: 'group:default/search' },
        ],
      });
      const without = entities.filter(
        entity => entity.metadata.name !== 'index',
      );

      await Promise.all([sweep(without), sweep(without)]);
      await sweep(without);

      const gaps = async () => {
        const { status, body } = await author.get('/ownership-gaps?limit=100');
        expect(status).toBe(200);
        return body.items
          .filter((gap: any) => gap.postmortem.key === key)
          .map((gap: any) => [
            gap.field,
            gap.missingRef,
            gap.actionItem?.title,
          ]);
      };
      expect(await gaps()).toEqual([
        ['actionItem.ownerRef', 'user:default/gone', 'Left behind'],
        ['postmortem.entities', INDEX, undefined],
      ]);
      const listed = await author.get('/action-items?state=needs_owner&q=left');
      expect(listed.body.items).toMatchObject([
        { title: 'Left behind', missingRef: 'user:default/gone' },
      ]);
      const needing = await author.get(
        '/postmortems?attention=needs_owner&limit=100',
      );
      expect(needing.body.items.map((item: any) => item.key)).toContain(key);

      await author.patch(`/action-items/${actionItems[0].id}`, null, {
        ownerRef: SEARCH,
      });
      expect(await gaps()).toEqual([['postmortem.entities', INDEX, undefined]]);
      await sweep(entities);
      expect(await gaps()).toEqual([]);
    });

    it('is nothing where the catalog is empty', async () => {
      await written({
        entities: Array.from({ length: 25 }, (_, index) => ({
          entityRef: `component:default/made-up-${index}`,
          role: 'cause',
        })),
      });
      await knex('postmortem_ownership_gaps').delete();
      await sweep([]);
      expect(await knex('postmortem_ownership_gaps').select()).toEqual([]);
    });
  });
});
