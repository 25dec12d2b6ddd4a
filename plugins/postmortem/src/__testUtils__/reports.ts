import {
  actionItemTypeSchema,
  ageGroupSchema,
  detectionMethodSchema,
  durationMetricSchema,
  type DurationsReport,
  earlierStateSchema,
  type FollowThroughReport,
  type PatternsReport,
  type RateComparison,
  type ReportPeriod,
  type Snapshot,
  type Trends,
} from 'backstage-plugin-postmortem-common';
import {
  compareRates,
  kaplanMeier,
  poissonLimits,
  wilsonLimits,
} from 'backstage-plugin-postmortem-common/statistics';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { uuid } from './documents';
import { BASE_URL, errorAnswer } from './handlers';

const MONTHS = ['2026-09', '2026-10', '2026-11'];
const DAYS = 85;

const header = {
  from: '2026-09-01T00:00:00.000Z',
  to: '2026-12-01T00:00:00.000Z',
  asOf: '2026-11-24T10:15:00.000Z',
  interval: 'month' as const,
  n: 12,
};

/** September and October, and November so far. */
export const reportPeriods: ReportPeriod[] = MONTHS.map((key, index) => ({
  key,
  start: `${key}-01T00:00:00.000Z`,
  end: `2026-${10 + index}-01T00:00:00.000Z`,
  isCurrent: index === 2,
  isComplete: index < 2,
}));

function share(n: number, of: number) {
  return {
    n,
    of,
    share: of === 0 ? null : n / of,
    limits: wilsonLimits(n, of) ?? null,
  };
}

function comparison(n: number, before: number): RateComparison {
  const { verdict, pValue, ratio, limits } = compareRates(
    { n, exposure: DAYS },
    { n: before, exposure: DAYS },
  );
  return {
    verdict,
    pValue,
    ratio: ratio ?? null,
    ratioLimits: {
      lower: limits.lower,
      upper: Number.isFinite(limits.upper) ? limits.upper : null,
    },
    n,
    days: DAYS,
    previous: {
      from: '2026-06-02T00:00:00.000Z',
      to: '2026-09-01T00:00:00.000Z',
      n: before,
      days: DAYS,
    },
  };
}

const group = (key: string | null, counts: number[], repeats = 0) => {
  const n = counts.reduce((sum, each) => sum + each, 0);
  return {
    key,
    kind: null,
    n,
    repeats,
    limits: poissonLimits(n),
    periods: counts.map(each => ({ n: each, repeats: 0 })),
  };
};

/** Twelve incidents in three months, two of which repeat an earlier one. */
export function trends(changes: Partial<Trends> = {}): Trends {
  return {
    ...header,
    groupBy: 'severity',
    periods: reportPeriods.map((period, index) => {
      const n = [3, 7, 2][index];
      return {
        ...period,
        n,
        repeats: [0, 2, 0][index],
        limits: poissonLimits(n),
      };
    }),
    groups: [group('SEV1', [1, 2, 0]), group('SEV2', [2, 5, 2], 2)],
    omittedGroups: 0,
    totals: {
      n: 12,
      repeats: 2,
      limits: poissonLimits(12),
      comparison: comparison(12, 2),
      latestPeriod: { key: '2026-10', ...comparison(7, 3) },
    },
    ...changes,
  };
}

export function patterns(
  changes: Partial<PatternsReport> = {},
): PatternsReport {
  const category = (key: string | null, n: number, before: number) => ({
    key,
    n,
    share: share(n, 12),
    comparison: comparison(n, before),
    periods: [n, 0, 0],
  });
  const sum = (value: number, known: number, of: number) => ({
    sum: value,
    known,
    of,
  });
  return {
    ...header,
    periods: reportPeriods,
    services: {
      items: [
        {
          entityRef: 'component:default/checkout',
          n: 9,
          asCause: 4,
          limits: poissonLimits(9),
          periods: [2, 6, 1],
        },
        {
          entityRef: 'resource:default/ledger-db',
          n: 1,
          asCause: 1,
          limits: poissonLimits(1),
          periods: [0, 1, 0],
        },
      ],
      total: 2,
    },
    teams: {
      items: [
        {
          teamRef: 'group:default/payments',
          n: 4,
          components: 2,
          months: 3,
          rate: 8,
          limits: { lower: 2.2, upper: 20.5 },
        },
        {
          teamRef: 'group:default/archive',
          n: 8,
          components: 0,
          months: 3,
          rate: null,
          limits: null,
        },
      ],
      total: 2,
    },
    triggers: {
      items: [
        category('Deployment', 8, 4),
        category('=cmd()', 2, 2),
        category(null, 2, 1),
      ],
      omitted: 0,
    },
    factors: {
      items: [{ ...category('Retries', 5, 5), kind: 'technical' }],
      omitted: 0,
    },
    detection: {
      methods: detectionMethodSchema.options.map((method, index) => ({
        method,
        n: [6, 3, 1, 0][index],
        share: share([6, 3, 1, 0][index], 10),
        periods: [[6, 3, 1, 0][index], 0, 0],
      })),
      missing: 2,
      missingByPeriod: [0, 0, 2],
    },
    impact: {
      users: {
        ...sum(4200, 7, 12),
        periods: [sum(4200, 3, 3), sum(0, 4, 7), sum(0, 0, 2)],
      },
      money: ['EUR', 'USD'].map(currency => ({
        ...sum(31_000, 2, 12),
        currency,
        periods: [sum(31_000, 2, 3), sum(0, 0, 7), sum(0, 0, 2)],
      })),
    },
    flows: {
      n: 5,
      withoutCause: 4,
      withoutAffected: 3,
      teams: {
        cells: [
          {
            from: 'group:default/runtime',
            to: 'group:default/payments',
            n: 5,
          },
        ],
        omittedCells: 0,
      },
      systems: {
        cells: [{ from: 'system:default/platform', to: null, n: 5 }],
        omittedCells: 0,
      },
    },
    ...changes,
  };
}

/** Seven incidents were resolved, of which three were also acknowledged. */
export function durations(
  changes: Partial<DurationsReport> = {},
): DurationsReport {
  const none = { n: 0, missing: 0, median: null, p90: null };
  return {
    ...header,
    periods: reportPeriods,
    metrics: durationMetricSchema.options.map(metric =>
      metric === 'timeToResolve'
        ? {
            metric,
            n: 7,
            missing: 5,
            median: { value: 95, limits: { lower: 30, upper: 240 } },
            p90: { value: 300, limits: null },
            periods: [
              none,
              {
                n: 7,
                missing: 0,
                median: { value: 95, limits: { lower: 30, upper: 240 } },
                p90: { value: 300, limits: null },
              },
              { ...none, missing: 5 },
            ],
          }
        : {
            metric,
            n: 3,
            missing: 9,
            median: { value: 4, limits: null },
            p90: { value: 9, limits: null },
            periods: [
              none,
              {
                n: 3,
                missing: 4,
                median: { value: 4, limits: null },
                p90: { value: 9, limits: null },
              },
              { ...none, missing: 5 },
            ],
          },
    ),
    points: {
      isSample: false,
      items: [0, 30, 60, 95, 180, 240, 300].map((minutes, index) => ({
        id: uuid(index + 1),
        key: `PM-${index + 1}`,
        title: `Incident ${index + 1}`,
        severity: 'SEV2',
        startedAt: `2026-10-0${index + 1}T08:00:00.000Z`,
        timeToDetect: index < 3 ? 4 : null,
        timeToAcknowledge: index < 3 ? 4 : null,
        timeToMitigate: index < 3 ? 4 : null,
        timeToResolve: minutes,
      })),
    },
    ...changes,
  };
}

export function followThrough(
  changes: Partial<FollowThroughReport> = {},
): FollowThroughReport {
  const within = (days: number[]) =>
    kaplanMeier(
      [
        { time: 10, events: 6, censored: 2 },
        { time: 40, events: 4, censored: 3 },
        { time: 70, events: 0, censored: 5 },
      ],
      days,
    ).map(({ time, share: done, limits, atRisk }) => ({
      days: time,
      share: done ?? null,
      limits: limits ?? null,
      atRisk,
    }));
  const types = actionItemTypeSchema.options;
  return {
    ...header,
    periods: reportPeriods.map((period, index) => ({
      ...period,
      opened: [8, 10, 3][index],
      done: [2, 6, 2][index],
      verified: [0, 1, 1][index],
    })),
    open: {
      n: 11,
      overdue: 4,
      ages: ageGroupSchema.options.map((age, index) => ({
        age,
        n: [6, 5, 0, 0, 0][index],
      })),
    },
    types: types.map((type, index) => ({
      type,
      share: share([1, 2, 3, 5, 10][index], 21),
      periods: [0, 0, 0],
    })),
    done: {
      n: 21,
      unknown: 1,
      curve: within(Array.from({ length: 91 }, (_, day) => day)),
      cohorts: MONTHS.map(key => ({
        key,
        n: 7,
        unknown: 0,
        within: within([30, 60, 90]),
      })),
    },
    repeats: {
      n: 2,
      states: earlierStateSchema.options.map((state, index) => ({
        state,
        n: [1, 0, 0, 1, 0, 0][index],
      })),
    },
    effectiveness: types.map(type => ({
      type,
      done: 4,
      effective: 2,
      partial: 1,
      ineffective: 0,
      cannotTell: 0,
      pending: 1,
      share: share(2, 3),
    })),
    debt: {
      severities: ['SEV1', 'SEV2'].map(severity => ({
        severity,
        draft: 1,
        inReview: 1,
        written: share(4, 6),
      })),
      written: share(8, 12),
      published: within([7, 14, 30]),
      reviews: { held: share(5, 12), overdue: 2, unplanned: 3 },
    },
    ...changes,
  };
}

/** The same figures as Ana shared them. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    id: uuid(500),
    createdBy: 'user:default/ana.castellanos',
    createdAt: '2026-11-20T09:00:00.000Z',
    query: {
      interval: 'month',
      groupBy: 'severity',
      teamRef: ['group:default/payments'],
    },
    trends: trends(),
    patterns: patterns(),
    durations: durations(),
    followThrough: followThrough(),
    ...changes,
  };
}

/** A backend that answers with these reports. */
export function reportHandlers(
  answers: {
    trends?: Trends;
    patterns?: PatternsReport;
    durations?: DurationsReport;
    followThrough?: FollowThroughReport;
    snapshots?: Snapshot[];
  } = {},
): RequestHandler[] {
  const reports = {
    trends: answers.trends ?? trends(),
    patterns: answers.patterns ?? patterns(),
    durations: answers.durations ?? durations(),
    'follow-through': answers.followThrough ?? followThrough(),
  };
  return [
    ...Object.entries(reports).map(([path, report]) =>
      http.get(`${BASE_URL}/reports/${path}`, () => HttpResponse.json(report)),
    ),
    http.post(`${BASE_URL}/reports/snapshots`, () =>
      HttpResponse.json({ id: uuid(500) }, { status: 201 }),
    ),
    http.get(`${BASE_URL}/reports/snapshots/:id`, ({ params }) => {
      const found = answers.snapshots?.find(({ id }) => id === params.id);
      return found
        ? HttpResponse.json(found)
        : errorAnswer(404, 'NotFoundError', 'No such snapshot');
    }),
  ];
}
