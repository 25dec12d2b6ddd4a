import type {
  Limits,
  RateComparison,
  ReportPeriod,
  Share,
  WithinDays,
} from 'backstage-plugin-postmortem-common';
import {
  compareRates,
  kaplanMeier,
  poissonLimits,
  wilsonLimits,
  type Observed,
} from 'backstage-plugin-postmortem-common/statistics';
import type { Span } from '../database/reports/reportScope';
import { daysPassed, timeBefore, type ReportTime } from './reportTime';

/** Counts with the exact interval of what there would be on average. */
export function limitsOf(n: number): Limits {
  return poissonLimits(n);
}

/** A share with its interval. */
export function shareOf(n: number, of: number): Share {
  return {
    n,
    of,
    share: of === 0 ? null : n / of,
    limits: wilsonLimits(n, of) ?? null,
  };
}

/**
 * The share to which something has happened within each number of days.
 *
 * @param observed - any number for the same time
 */
export function withinDays(observed: Observed[], days: number[]): WithinDays[] {
  const byTime = new Map<number, Observed>();
  for (const { time, events, censored } of observed) {
    const sum = byTime.get(time) ?? { time, events: 0, censored: 0 };
    byTime.set(time, {
      time,
      events: sum.events + events,
      censored: sum.censored + censored,
    });
  }
  return kaplanMeier([...byTime.values()], days).map(
    ({ time, share, limits, atRisk }) => ({
      days: time,
      share: share ?? null,
      limits: limits ?? null,
      atRisk,
    }),
  );
}

/** What was counted in a time that may not be over. */
export interface Counted {
  n: number;
  span: Span;
}

/**
 * Compares what was counted in two times, by the days of them that have
 * passed; null where none have.
 */
export function comparisonOf(
  later: Counted,
  earlier: Counted,
  asOf: string,
): RateComparison | null {
  const days = daysPassed(later.span, asOf);
  const daysBefore = daysPassed(earlier.span, asOf);
  if (days === 0 || daysBefore === 0) {
    return null;
  }
  const { verdict, pValue, ratio, limits } = compareRates(
    { n: later.n, exposure: days },
    { n: earlier.n, exposure: daysBefore },
  );
  return {
    verdict,
    pValue,
    ratio: ratio ?? null,
    ratioLimits: {
      lower: limits.lower,
      upper: Number.isFinite(limits.upper) ? limits.upper : null,
    },
    n: later.n,
    days,
    previous: { ...earlier.span, n: earlier.n, days: daysBefore },
  };
}

/** Compares a count of the report with that of the time before it. */
export function comparisonWithBefore(
  n: number,
  previous: number,
  time: ReportTime,
): RateComparison | null {
  return comparisonOf(
    { n, span: { from: time.from, to: time.to } },
    { n: previous, span: timeBefore(time) },
    time.asOf,
  );
}

/** Compares the latest complete period with the one before it. */
export function latestComparison(
  periods: ReportPeriod[],
  counts: Array<{ n: number }>,
  asOf: string,
): (RateComparison & { key: string }) | null {
  const index = periods.findLastIndex(({ isComplete }) => isComplete);
  if (index < 1 || !periods[index - 1].isComplete) {
    return null;
  }
  const counted = (at: number): Counted => ({
    n: counts[at].n,
    span: { from: periods[at].start, to: periods[at].end },
  });
  const comparison = comparisonOf(counted(index), counted(index - 1), asOf);
  return comparison && { key: periods[index].key, ...comparison };
}
