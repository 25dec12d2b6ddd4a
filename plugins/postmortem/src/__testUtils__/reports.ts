import {
  durationMetricSchema,
  type DurationsReport,
  type FollowThroughReport,
  type PatternsReport,
  type Snapshot,
  type Trends,
} from 'backstage-plugin-postmortem-common';
import { poissonLimits } from 'backstage-plugin-postmortem-common/statistics';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { uuid } from './documents';
import { followThrough } from './followThroughReport';
import { BASE_URL, errorAnswer } from './handlers';
import { patterns } from './patternsReport';
import { comparison, header, reportPeriods } from './reportFigures';

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
