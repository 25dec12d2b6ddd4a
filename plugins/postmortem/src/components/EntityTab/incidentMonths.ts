import type { Overview } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';

type Mark = Overview['marks'][number];

/** A month of the strip. */
export interface IncidentMonth {
  start: DateTime;
  /** The earliest first. */
  marks: Mark[];
}

/**
 * Sorts the marks of the last 12 months into the calendar months of the
 * reader's zone, the first and the last of which are parts of a month.
 */
export function incidentMonths(
  marks: readonly Mark[],
  now: DateTime,
): IncidentMonth[] {
  const first = now.minus({ months: 12 }).startOf('month');
  const months = Array.from({ length: 13 }, (_, index) => ({
    start: first.plus({ months: index }),
    marks: [] as Mark[],
  }));
  const sorted = [...marks].sort((a, b) =>
    a.startedAt < b.startedAt ? -1 : 1,
  );
  for (const mark of sorted) {
    const began = DateTime.fromISO(mark.startedAt, { zone: now.zone });
    const index = Math.round(
      began.startOf('month').diff(first, 'months').months,
    );
    // Clocks differ: what began a moment ago there may lie ahead of here.
    months[Math.min(Math.max(index, 0), months.length - 1)].marks.push(mark);
  }
  return months;
}
