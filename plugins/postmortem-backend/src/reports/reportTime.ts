import {
  MAX_REPORT_PERIODS,
  type ReportInterval,
  type ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type { Span } from '../database/reports/reportScope';
import { FieldError } from '../errors';

/** How far back a report goes that does not say it. */
const BY_DEFAULT = { months: 12 };

const KEYS: Record<ReportInterval, string> = {
  week: "kkkk-'W'WW",
  month: 'yyyy-MM',
  quarter: "yyyy-'Q'q",
};

/** The time that a report is of, and its periods. */
export interface ReportTime {
  from: string;
  /** The end, not included. */
  to: string;
  asOf: string;
  interval: ReportInterval;
  /** The oldest first; without gaps. */
  periods: ReportPeriod[];
}

function utc(at: string): DateTime {
  return DateTime.fromISO(at, { zone: 'utc' });
}

function iso(at: DateTime): string {
  return at.toUTC().toISO()!;
}

/**
 * The time that a query asks for, in periods of UTC.
 *
 * @throws FieldError when it ends before it begins, or has too many periods.
 */
export function reportTime(
  query: { from?: string; to?: string; interval: ReportInterval },
  asOf: string,
): ReportTime {
  const { interval } = query;
  const to = query.to
    ? utc(query.to)
    : utc(asOf)
        .startOf(interval)
        .plus({ [interval]: 1 });
  const from = query.from
    ? utc(query.from)
    : utc(query.to ?? asOf)
        .minus(BY_DEFAULT)
        .startOf(interval);
  if (from >= to) {
    throw new FieldError([{ path: 'from', message: 'must be before `to`' }]);
  }
  return {
    from: iso(from),
    to: iso(to),
    asOf,
    interval,
    periods: periodsOf(from, to, utc(asOf), interval),
  };
}

function periodsOf(
  from: DateTime,
  to: DateTime,
  now: DateTime,
  interval: ReportInterval,
): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let start = from.startOf(interval); start < to; ) {
    if (periods.length === MAX_REPORT_PERIODS) {
      throw new FieldError([
        {
          path: 'interval',
          message: `would make more than ${MAX_REPORT_PERIODS} periods of this time; take a longer one, or less time`,
        },
      ]);
    }
    const next = start.plus({ [interval]: 1 });
    periods.push({
      key: start.toFormat(KEYS[interval]),
      start: iso(DateTime.max(start, from)),
      end: iso(DateTime.min(next, to)),
      isCurrent: start <= now && now < next,
      isComplete: start >= from && next <= to && next <= now,
    });
    start = next;
  }
  return periods;
}

/** How many days of a time have passed. */
export function daysPassed({ from, to }: Span, asOf: string): number {
  const end = DateTime.min(utc(to), utc(asOf));
  return Math.max(0, end.diff(utc(from), 'days').days);
}

/** The time before a time, as long as it. */
export function timeBefore({ from, to }: Span): Span {
  const length = utc(to).diff(utc(from));
  const start = utc(from).minus(length);
  // Earlier ones would not sort as text.
  return { from: iso(start.year < 0 ? utc('0000-01-01') : start), to: from };
}

/** What a report says of itself. */
export function headerOf({ from, to, asOf, interval }: ReportTime, n: number) {
  return { from, to, asOf, interval, n };
}
