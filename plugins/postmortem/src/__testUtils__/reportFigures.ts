import type {
  RateComparison,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import {
  compareRates,
  wilsonLimits,
} from 'backstage-plugin-postmortem-common/statistics';

export const MONTHS = ['2026-09', '2026-10', '2026-11'];
const DAYS = 85;

/** What all reports of the tests say of themselves. */
export const header = {
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

export function share(n: number, of: number) {
  return {
    n,
    of,
    share: of === 0 ? null : n / of,
    limits: wilsonLimits(n, of) ?? null,
  };
}

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
    previous: {
      from: '2026-06-02T00:00:00.000Z',
      to: '2026-09-01T00:00:00.000Z',
      n: before,
      days: DAYS,
    },
  };
}
