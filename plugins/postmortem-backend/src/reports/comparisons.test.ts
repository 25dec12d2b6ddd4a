import type {
  DurationsReport,
  PatternsReport,
  Trends,
} from 'backstage-plugin-postmortem-common';
import { compareRates } from 'backstage-plugin-postmortem-common/statistics';
import { migratedDatabases } from '../__testUtils__/databases';
import { begunIn, grouped } from './__testUtils__/expectedIncidents';
import { randomPostmortems, storeAll } from './__testUtils__/reportWorld';
import {
  groupName,
  runReports,
  type RunningReports,
} from './__testUtils__/runReports';

const databases = migratedDatabases();

jest.setTimeout(300_000);

const TIME = { from: '2025-07-01', to: '2026-11-01', interval: 'month' };

describe.each(databases.each)('what reports compare on %s', id => {
  let reports: RunningReports;

  beforeAll(async () => {
    const knex = await databases.init(id);
    await storeAll(knex, randomPostmortems(3_000));
    reports = await runReports(knex);
  });

  it('compares with the time before, by the days that have passed', async () => {
    const { totals, asOf } = await reports.ask<Trends>(
      'outsider',
      'trends',
      TIME,
    );
    const { previous, n, days } = totals.comparison!;
    const before = begunIn(reports.seenBy('outsider'), {
      start: previous.from,
      end: previous.to,
    }).length;
    expect(previous).toEqual({
      from: '2024-02-29T00:00:00.000Z',
      to: '2025-07-01T00:00:00.000Z',
      days: 488,
      n: before,
    });
    expect(asOf > '2026-11-01').toBe(true);
    expect([n, days]).toEqual([totals.n, 488]);
    const { verdict, pValue, ratio } = compareRates(
      { n, exposure: 488 },
      { n: before, exposure: 488 },
    );
    expect(totals.comparison).toMatchObject({ verdict, pValue, ratio });
    const latest = totals.latestPeriod!;
    expect(latest.key).toBe('2026-10');
    expect([latest.days, latest.previous.days]).toEqual([31, 30]);
  });

  it('compares categories with the time before as well', async () => {
    const { triggers } = await reports.ask<PatternsReport>(
      'outsider',
      'patterns',
      TIME,
    );
    const before = grouped(
      begunIn(reports.seenBy('outsider'), {
        start: '2024-02-29T00:00:00.000Z',
        end: '2025-07-01T00:00:00.000Z',
      }),
      'trigger',
    );
    for (const item of triggers.items) {
      expect(item.comparison!.previous.n).toBe(
        before.get(groupName(item))!.members.length,
      );
    }
  });

  it('orders teams by the lower limit of their rates', async () => {
    const { teams } = await reports.ask<PatternsReport>(
      'outsider',
      'patterns',
      TIME,
    );
    const [first] = teams.items;
    expect(first.months).toBeCloseTo((488 / 365.25) * 12, 10);
    expect(first.rate).toBeCloseTo(
      first.n / first.components / (488 / 365.25),
      10,
    );
    const limits = teams.items.map(each => each.limits!.lower);
    expect(limits).toEqual([...limits].sort((a, b) => b - a));
  });

  it('samples the points of many incidents, always the same ones', async () => {
    const time = { from: '2020-01-01', to: '2027-01-01', interval: 'quarter' };
    const { points, n } = await reports.ask<DurationsReport>(
      'outsider',
      'durations',
      time,
    );
    const own = begunIn(reports.seenBy('outsider'), {
      start: '2020-01-01',
      end: '2027-01-01',
    });
    expect(n).toBe(own.length);
    expect(points.isSample).toBe(true);
    expect(points.items).toHaveLength(2_000);
    const lowest = own.map(each => each.id).sort()[1_999];
    const sampled = own
      .filter(each => each.id <= lowest)
      .sort((a, b) => (a.incident.startedAt! < b.incident.startedAt! ? -1 : 1));
    expect(points.items).toEqual(
      sampled.map(({ id: uuid, key, title, severity, incident, metrics }) => ({
        id: uuid,
        key,
        title,
        severity,
        startedAt: incident.startedAt,
        ...metrics,
      })),
    );
  });
});
