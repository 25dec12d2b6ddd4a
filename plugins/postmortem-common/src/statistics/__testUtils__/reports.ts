import type { RateComparison } from '../../schema/reportFigures';
import { durationsReportSchema, trendsSchema } from '../../schema/reports';
import { followThroughReportSchema } from '../../schema/reportFollowThrough';
import { patternsReportSchema } from '../../schema/reportPatterns';
import type { Reports } from '../findings';
import { compareRates, poissonLimits } from '../poisson';
import { wilsonLimits } from '../wilson';

const header = {
  from: '2025-01-01T00:00:00.000Z',
  to: '2026-01-01T00:00:00.000Z',
  asOf: '2026-01-01T00:00:00.000Z',
  interval: 'month',
};
const previous = {
  from: '2024-01-01T00:00:00.000Z',
  to: '2025-01-01T00:00:00.000Z',
};
const DAYS = 365;

export function comparison(n: number, before: number): RateComparison {
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
    previous: { ...previous, n: before, days: DAYS },
  };
}

export function share(n: number, of: number) {
  return {
    n,
    of,
    share: of === 0 ? null : n / of,
    limits: wilsonLimits(n, of) ?? null,
  };
}

const durationFigures = { n: 0, missing: 0, median: null, p90: null };

const METRICS = [
  'timeToDetect',
  'timeToAcknowledge',
  'timeToMitigate',
  'timeToResolve',
];

/** What is counted of a year, as far as findings look at it. */
export interface Year {
  n?: number;
  before?: number | null;
  services?: Array<[name: string, n: number]>;
  triggers?: Array<[key: string | null, n: number, before: number]>;
  detection?: { monitoring: number; customer: number; missing: number };
  resolve?: { n: number; missing: number; median?: [number, number, number] };
  done?: Array<[days: number, share: number, lower: number, upper: number]>;
  open?: { n: number; overdue: number };
  repeats?: { n: number; open: number };
  written?: [n: number, of: number];
  users?: { sum: number; known: number; of: number };
  flows?: Array<[from: string | null, to: string | null, n: number]>;
}

/** Reports of a year in which nothing happened but what is said. */
export function reportsOf(year: Year): Reports {
  const n = year.n ?? 0;
  const before = year.before === undefined ? 0 : year.before;
  const detection = year.detection ?? {
    monitoring: 0,
    customer: 0,
    missing: 0,
  };
  const known = detection.monitoring + detection.customer;
  const resolve = year.resolve ?? { n: 0, missing: 0 };
  const categories = (year.triggers ?? []).map(([key, count, earlier]) => ({
    key,
    n: count,
    share: share(count, n),
    comparison: comparison(count, earlier),
    periods: [],
  }));
  return {
    trends: trendsSchema.parse({
      ...header,
      n,
      groupBy: 'severity',
      periods: [],
      groups: [],
      omittedGroups: 0,
      totals: {
        n,
        repeats: 0,
        limits: poissonLimits(n),
        comparison: before === null ? null : comparison(n, before),
        latestPeriod: null,
      },
    }),
    patterns: patternsReportSchema.parse({
      ...header,
      n,
      periods: [],
      services: {
        items: (year.services ?? []).map(([name, count]) => ({
          entityRef: `component:default/${name}`,
          n: count,
          asCause: 0,
          limits: poissonLimits(count),
          periods: [],
        })),
        total: 0,
      },
      teams: { items: [], total: 0 },
      triggers: { items: categories, omitted: 0 },
      factors: {
        items: categories.map(item => ({ ...item, kind: 'technical' })),
        omitted: 0,
      },
      detection: {
        methods: [
          { method: 'monitoring', n: detection.monitoring },
          { method: 'customer', n: detection.customer },
        ].map(item => ({ ...item, share: share(item.n, known), periods: [] })),
        missing: detection.missing,
        missingByPeriod: [],
      },
      impact: {
        users: {
          ...(year.users ?? { sum: 0, known: 0, of: n }),
          periods: [],
        },
        money: [],
      },
      flows: {
        n,
        withoutCause: 0,
        withoutAffected: 0,
        teams: {
          cells: (year.flows ?? []).map(([from, to, count]) => ({
            from: from && `group:default/${from}`,
            to: to && `group:default/${to}`,
            n: count,
          })),
          omittedCells: 0,
        },
        systems: { cells: [], omittedCells: 0 },
      },
    }),
    durations: durationsReportSchema.parse({
      ...header,
      n,
      periods: [],
      metrics: METRICS.map(metric => ({
        metric,
        ...durationFigures,
        ...(metric === 'timeToResolve' && {
          n: resolve.n,
          missing: resolve.missing,
          median: resolve.median
            ? {
                value: resolve.median[0],
                limits: {
                  lower: resolve.median[1],
                  upper: resolve.median[2],
                },
              }
            : null,
        }),
        periods: [],
      })),
      points: { isSample: false, items: [] },
    }),
    followThrough: followThroughReportSchema.parse({
      ...header,
      n,
      periods: [],
      open: { ...(year.open ?? { n: 0, overdue: 0 }), ages: [] },
      types: [],
      done: {
        n: 0,
        unknown: 0,
        curve: (year.done ?? []).map(([days, value, lower, upper]) => ({
          days,
          share: value,
          limits: { lower, upper },
          atRisk: 1,
        })),
        cohorts: [],
      },
      repeats: {
        n: year.repeats?.n ?? 0,
        states: [{ state: 'open', n: year.repeats?.open ?? 0 }],
      },
      effectiveness: [],
      debt: {
        severities: [],
        written: share(...(year.written ?? ([0, 0] as const))),
        published: [],
        reviews: { held: share(0, n), overdue: 0, unplanned: 0 },
      },
    }),
  };
}
