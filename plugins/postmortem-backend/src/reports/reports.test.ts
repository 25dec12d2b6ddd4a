import {
  reportGroupingSchema,
  type DurationsReport,
  type FollowThroughReport,
  type PatternsReport,
  type Trends,
} from 'backstage-plugin-postmortem-common';
import { migratedDatabases } from '../__testUtils__/databases';
import { expectedFollowThrough } from './__testUtils__/expectedFollowThrough';
import { filtered, type Filters } from './__testUtils__/expectedIncidents';
import {
  expectedDurations,
  expectedPatterns,
  expectedTrends,
} from './__testUtils__/expectedReports';
import {
  DEPARTMENT,
  DOMAINS,
  randomPostmortems,
  SERVICES,
  storeAll,
  SYSTEMS,
  TEAMS,
} from './__testUtils__/reportWorld';
import {
  groupName,
  runReports,
  type RunningReports,
} from './__testUtils__/runReports';

const databases = migratedDatabases();

jest.setTimeout(300_000);

const POSTMORTEMS = 5_000;

const TIMES = [
  { from: '2025-07-01', to: '2026-11-01', interval: 'month' },
  {
    from: '2026-05-14T09:30:00Z',
    to: '2026-08-03T17:00:00Z',
    interval: 'week',
  },
  { from: '2025-02-10', to: '2027-02-01', interval: 'quarter' },
];

const FILTERS: Record<string, Filters> = {
  none: {},
  entityRef: { entityRef: [SERVICES[3], SERVICES[40]] },
  'entityRef of a system': { entityRef: [SYSTEMS[2]] },
  systemRef: { systemRef: [SYSTEMS[0], SYSTEMS[5]] },
  domainRef: { domainRef: [DOMAINS[1]] },
  teamRef: { teamRef: [TEAMS[4]] },
  'teamRef with child groups': { teamRef: [DEPARTMENT] },
  status: { status: ['published', 'closed'] },
  severity: { severity: ['SEV1', 'SEV3'] },
  tag: { tag: ['cache', 'network'] },
  q: { q: 'zebra' },
  all: {
    entityRef: SERVICES.slice(0, 40),
    systemRef: SYSTEMS.slice(0, 7),
    domainRef: DOMAINS.slice(0, 2),
    teamRef: [DEPARTMENT, TEAMS[2], TEAMS[3]],
    status: ['draft', 'published', 'closed'],
    severity: ['SEV2', 'SEV3', 'SEV4'],
    tag: ['cache', 'database', 'capacity', 'security'],
    q: 'zebra',
  },
};

/** Without the last digits, in which the order of sums shows. */
function rounded<T>(figures: T): T {
  return JSON.parse(
    JSON.stringify(figures, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(12)) : value,
    ),
  );
}

describe.each(databases.each)('reports on %s', id => {
  let reports: RunningReports;

  beforeAll(async () => {
    const knex = await databases.init(id);
    await storeAll(knex, randomPostmortems(POSTMORTEMS));
    reports = await runReports(knex);
  });

  describe.each(Object.entries(FILTERS))('with the filter %s', (_, filters) => {
    it.each(reportGroupingSchema.options)('counts by %s', async groupBy => {
      for (const [index, time] of TIMES.entries()) {
        const who = index === 1 ? 'author' : 'outsider';
        const trends = await reports.ask<Trends>(who, 'trends', {
          ...time,
          ...filters,
          groupBy,
        });
        const postmortems = filtered(reports.seenBy(who), filters);
        const expected = expectedTrends(postmortems, trends, groupBy);
        expect(trends.periods).toEqual(expected.periods);
        expect(trends.n).toBe(expected.totals.n);
        expect(trends.totals).toMatchObject(expected.totals);
        expect(trends.omittedGroups).toBe(0);
        expect(
          Object.fromEntries(
            trends.groups.map(({ key, kind, ...group }) => [
              groupName({ kind, key }),
              group,
            ]),
          ),
        ).toEqual(expected.groups);
      }
    });

    it('tells patterns, durations and follow-through', async () => {
      for (const time of TIMES.slice(0, 2)) {
        const who = 'author';
        const query = { ...time, ...filters };
        const postmortems = filtered(reports.seenBy(who), filters);

        const patterns = await reports.ask<PatternsReport>(
          who,
          'patterns',
          query,
        );
        expectPatterns(patterns, expectedPatterns(postmortems, patterns));

        const durations = await reports.ask<DurationsReport>(
          who,
          'durations',
          query,
        );
        expect(durations.metrics).toEqual(
          expectedDurations(postmortems, durations),
        );

        const { from, to, asOf, interval, n, ...followThrough } =
          await reports.ask<FollowThroughReport>(who, 'follow-through', query);
        expect(rounded(followThrough)).toEqual(
          rounded(
            expectedFollowThrough(postmortems, reports.seenBy(who), {
              from,
              to,
              asOf,
              periods: durations.periods,
            }),
          ),
        );
      }
    });
  });

  function expectPatterns(
    patterns: PatternsReport,
    expected: ReturnType<typeof expectedPatterns>,
  ) {
    const { services, teams, triggers, factors, flows } = patterns;
    for (const { entityRef, ...service } of services.items) {
      expect(service).toEqual(expected.services[entityRef]);
    }
    const byService = Object.values(expected.services);
    expect(services.total).toBe(byService.length);
    expect(services.items.map(({ n }) => n)).toEqual(
      byService
        .map(({ n }) => n)
        .sort((a, b) => b - a)
        .slice(0, 30),
    );
    expect(
      Object.fromEntries(
        teams.items.map(({ teamRef, n, components }) => [
          teamRef,
          { n, components },
        ]),
      ),
    ).toEqual(expected.teams);
    for (const [items, groups] of [
      [triggers.items, expected.triggers],
      [factors.items, expected.factors],
    ] as const) {
      expect(
        Object.fromEntries(
          items.map(({ n, share, periods, ...group }) => [
            groupName(group),
            { n, share, periods },
          ]),
        ),
      ).toEqual(groups);
    }
    expect(patterns.detection).toEqual(expected.detection);
    expect(patterns.impact.users).toEqual(expected.impact.users);
    expect(patterns.impact.money).toEqual(
      expected.impact.money.filter(({ known }) => known > 0),
    );
    const { n, withoutCause, withoutAffected } = flows;
    expect({ n, withoutCause, withoutAffected }).toEqual({
      n: expected.flows.n,
      withoutCause: expected.flows.withoutCause,
      withoutAffected: expected.flows.withoutAffected,
    });
    for (const name of ['teams', 'systems'] as const) {
      expect(flows[name].omittedCells).toBe(0);
      expect(
        Object.fromEntries(
          flows[name].cells.map(({ from, to, n: count }) => [
            `${from ?? 'none'} → ${to ?? 'none'}`,
            count,
          ]),
        ),
      ).toEqual(expected.flows[name]);
    }
  }
});
