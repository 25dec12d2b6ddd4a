import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { store } from '../__testUtils__/documents';
import { readReminders } from './readReminders';
import { createReminderTask } from './scheduleReminders';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const ANA = 'user:default/ana';
const TEAM = 'group:default/payments';

describe.each(databases.each)('reminders on %s', id => {
  let knex: Knex;
  let now: string;
  const send = jest.fn();

  const run = (settings: object = {}) =>
    createReminderTask({
      knex,
      notifications: { send },
      logger: mockServices.logger.mock(),
      settings: { hour: 8, weekday: 1, timeZone: 'UTC', ...settings },
      clock: () => now,
    }).run();
  const told = () =>
    send.mock.calls.map(([{ recipients, payload }]) => [
      recipients.entityRef,
      payload.title,
      payload.description,
    ]);

  beforeEach(async () => {
    knex = await databases.init(id);
    send.mockReset();
  });

  it('tell a person of all that is due today, and in a week, each once', async () => {
    now = '2026-11-25T09:00:00.000Z';
    await store(knex, {
      actionItems: [
        { title: 'One', ownerRef: ANA, dueAt: '2026-11-25' },
        { title: 'Two', ownerRef: ANA, dueAt: '2026-11-25T17:00:00.000Z' },
        { title: 'Next week', ownerRef: ANA, dueAt: '2026-12-02' },
        { title: 'Done', ownerRef: ANA, dueAt: '2026-11-25', status: 'done' },
        { title: 'Some day', ownerRef: ANA, dueAt: '2026-12-03' },
      ],
    });

    await run();
    await run();
    now = '2026-11-25T18:00:00.000Z';
    await run();

    expect(told()).toEqual([
      [ANA, '1 action item due in a week', 'PM-1: Next week'],
      [ANA, '2 action items due today', 'PM-1: One\nPM-1: Two'],
    ]);
    const [{ payload }] = send.mock.calls[1];
    expect(payload).toMatchObject({
      topic: 'action-items-due',
      scope: `due-today:2026-11-25:${ANA}`,
      link: '/postmortems/action-items?ownerRef=user%3Adefault%2Fana&state=due_soon',
    });
  });

  it('go to the responsible team where nobody owns an item', async () => {
    now = '2026-11-25T09:00:00.000Z';
    await store(knex, {
      teams: [TEAM],
      actionItems: [{ title: 'Nobody’s', dueAt: '2026-11-25' }],
    });
    await run();
    expect(told()).toEqual([
      [TEAM, '1 action item due today', 'PM-1: Nobody’s'],
    ]);
  });

  it('tell a person and a team once a week of all that is overdue', async () => {
    await store(knex, {
      teams: [TEAM],
      actionItems: Array.from({ length: 12 }, (_, index) => ({
        title: `Late ${index}`,
        ownerRef: ANA,
        dueAt: '2026-11-02',
      })),
    });
    now = '2026-11-21T09:00:00.000Z';
    await run();
    expect(told()).toEqual([]);
    for (const day of ['23', '24', '30']) {
      now = `2026-11-${day}T09:00:00.000Z`;
      await run();
    }
    expect(told().map(([to, title]) => [to, title])).toEqual([
      [ANA, '12 action items overdue'],
      [TEAM, '12 action items overdue'],
      [ANA, '12 action items overdue'],
      [TEAM, '12 action items overdue'],
    ]);
    expect(told()[0][2].split('\n')).toHaveLength(11);
  });

  it('do not tell what a restricted postmortem is about', async () => {
    now = '2026-11-25T09:00:00.000Z';
    await store(knex, {
      visibility: 'restricted',
      teams: [TEAM],
      actionItems: [{ title: 'Embargoed', ownerRef: ANA, dueAt: '2026-11-25' }],
    });
    await run();
    expect(JSON.stringify(told())).not.toContain('Embargoed');
    expect(told()).toHaveLength(1);
  });

  it('begin at the hour of their zone, over a change of the clocks too', async () => {
    await store(knex, {
      actionItems: [{ title: 'One', ownerRef: ANA, dueAt: '2027-03-28' }],
    });
    const settings = { timeZone: 'Europe/Berlin' };
    now = '2027-03-28T05:59:00.000Z';
    await run(settings);
    expect(told()).toEqual([]);
    now = '2027-03-28T06:00:00.000Z';
    await run(settings);
    expect(told()).toHaveLength(1);
  });

  it('are tried again after a pause when they cannot be sent, and given up at last', async () => {
    now = '2026-11-25T09:00:00.000Z';
    await store(knex, {
      actionItems: [{ title: 'One', ownerRef: ANA, dueAt: '2026-11-25' }],
    });
    send.mockRejectedValue(new Error('No notifications today'));
    await run();
    await run();
    expect(send).toHaveBeenCalledTimes(1);
    for (const time of ['09:01', '09:06', '09:36', '11:36', '23:36']) {
      now = `2026-11-25T${time}:00.000Z`;
      await run();
    }
    expect(send).toHaveBeenCalledTimes(6);
    expect(
      await knex('postmortem_outbox').select('state', 'last_error'),
    ).toEqual([{ state: 'failed', last_error: 'No notifications today' }]);
  });
});

describe('readReminders', () => {
  const read = (reminders: object) =>
    readReminders(new ConfigReader({ postmortem: { reminders } }));

  it('has defaults, and can be switched off', () => {
    expect(read({})).toEqual({ hour: 8, weekday: 1, timeZone: 'UTC' });
    expect(read({ enabled: false })).toBeUndefined();
  });

  it.each([
    [{ hour: 24 }, 'hour'],
    [{ overdueOn: 'someday' }, 'overdueOn'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
  ])('refuses %j', (settings, name) => {
    expect(() => read(settings)).toThrow(`postmortem.reminders.${name}`);
  });
});
