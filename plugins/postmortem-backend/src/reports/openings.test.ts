import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT, store } from '../__testUtils__/documents';
import { startPlugin } from '../__testUtils__/startPlugin';
import { dayOf } from '../database/days';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('when action items were opened, on %s', id => {
  it('is when they were first written, and stays', async () => {
    const knex = await databases.init(id);
    const { as } = await startPlugin({ knex });
    const [first] = FULL_INPUT.actionItems!;
    const { kept, content } = await store(
      knex,
      { actionItems: [first] },
      { createdAt: '2020-02-03T04:05:06.000Z' },
    );
    const [old] = content.actionItems;
    const opened = async () =>
      Object.fromEntries(
        (await knex('postmortem_action_items').orderBy('position')).map(row => [
          row.title,
          row.opened_day,
        ]),
      );
    const then = dayOf('2020-02-03T00:00:00.000Z');
    expect(await opened()).toEqual({ [old.title]: then });

    const before = dayOf(new Date().toISOString());
    const added = await as('author').patch(`/postmortems/${kept.id}`, 1, {
      actionItems: [{ title: 'Another', ownerRef: 'user:default/ana' }, old],
    });
    expect(added.status).toBe(200);
    const later = await opened();
    expect(later[old.title]).toBe(then);
    expect(later.Another).toBeGreaterThanOrEqual(before);

    const done = await as('author').patch(`/action-items/${old.id}`, null, {
      status: 'done',
      completedAt: '2020-02-13T23:59:59.000Z',
    });
    expect(done.status).toBe(200);
    expect(await opened()).toEqual(later);

    const report = await as('author').get(
      '/reports/follow-through?from=2020-01-01&to=2020-03-01',
    );
    const { done: shares, periods } = report.body as FollowThroughReport;
    expect(periods.map(({ opened: n }) => n)).toEqual([0, 1]);
    expect([9, 10].map(days => shares.curve[days].share)).toEqual([0, 1]);
  });
});
