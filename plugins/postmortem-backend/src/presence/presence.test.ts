import { createServiceFactory } from '@backstage/backend-plugin-api';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';
import { PresenceStore } from './PresenceStore';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('presence on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let postmortem: { id: string; key: string };
  const publish = jest.fn();

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({
      knex,
      features: [
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish }),
        }),
      ],
    });
  });

  beforeEach(async () => {
    publish.mockReset().mockResolvedValue(undefined);
    const { body } = await plugin
      .as('author')
      .post('/postmortems', { title: 'An outage' });
    postmortem = body;
  });

  const beat = async (who: string, clientId: string, part?: string) => {
    const { status, body } = await plugin
      .as(who)
      .post(`/postmortems/${postmortem.key}/presence`, { clientId, part });
    expect(status).toBe(200);
    return body.people;
  };

  const signals = () =>
    publish.mock.calls.map(([{ channel, recipients, message }]) => ({
      channel,
      to: recipients.entityRef,
      message,
    }));

  it('shows each window, who came first, first', async () => {
    await beat('author', 'a');
    await beat('author', 'b', 'summary');
    await beat('service', 'robot');
    const people = await beat('member', 'a', 'timeline');
    expect(people).toMatchObject([
      { userRef: 'user:default/author', clientId: 'a', part: null },
      { userRef: 'user:default/author', clientId: 'b', part: 'summary' },
      { userRef: 'service:plugin:scorecards', clientId: 'robot' },
      { userRef: 'user:default/member', clientId: 'a', part: 'timeline' },
    ]);
    const { body } = await plugin
      .as('outsider')
      .get(`/postmortems/${postmortem.id}/presence`);
    expect(body).toEqual({ people });
  });

  it('signals to those who are present, without content', async () => {
    await beat('author', 'a');
    await beat('member', 'a');
    await beat('service', 'robot');
    publish.mockClear();
    await beat('author', 'a');
    expect(signals()).toEqual([]);
    const channel = `postmortem:${postmortem.id}`;
    const to = ['user:default/author', 'user:default/member'];
    await beat('author', 'a', 'summary');
    expect(signals()).toEqual([
      { channel, to, message: { event: 'presence' } },
    ]);
    publish.mockClear();
    const written = new Promise(resolve =>
      publish.mockImplementation(async () => resolve(undefined)),
    );
    await plugin
      .as('outsider')
      .patch(`/postmortems/${postmortem.id}`, 1, { summary: 'New' });
    await written;
    expect(signals()).toEqual([
      {
        channel,
        to,
        message: {
          event: 'written',
          version: 2,
          updatedBy: 'user:default/outsider',
        },
      },
    ]);
  });

  it('ends when a window leaves', async () => {
    await beat('author', 'a');
    await beat('member', 'a');
    publish.mockClear();
    const path = `/postmortems/${postmortem.key}/presence/a`;
    expect((await plugin.as('author').delete(path)).status).toBe(204);
    expect(signals()).toMatchObject([{ to: ['user:default/member'] }]);
    const { body } = await plugin
      .as('author')
      .get(`/postmortems/${postmortem.key}/presence`);
    expect(body.people).toMatchObject([{ userRef: 'user:default/member' }]);
  });

  it('does not fail when signals do', async () => {
    publish.mockRejectedValue(new Error('no bus'));
    expect(await beat('author', 'a')).toHaveLength(1);
  });

  it('ends by itself, and begins anew after that', async () => {
    const { body } = await plugin
      .as('author')
      .post('/postmortems', { title: 'Another' });
    const number = Number(body.key.slice(3));
    const store = new PresenceStore(knex);
    const at = (second: number) => `2030-01-01T00:00:${second}.000Z`;
    const heartbeat = (second: number) => ({
      userRef: 'user:default/ana',
      clientId: 'a',
      part: null,
      now: at(second),
      expiresAt: at(second + 20),
    });
    expect(await store.beat(number, heartbeat(10))).toBe(true);
    expect(await store.beat(number, heartbeat(20))).toBe(false);
    expect(await store.people(number, at(39))).toMatchObject([
      { since: at(10) },
    ]);
    expect(await store.people(number, at(40))).toEqual([]);
    const late = { ...heartbeat(20), now: at(50), expiresAt: at(59) };
    expect(await store.beat(number, late)).toBe(true);
    expect(await store.people(number, at(51))).toMatchObject([
      { since: at(50) },
    ]);
  });
});
