import { DateTime, Duration } from 'luxon';
import { count } from './count';

/**
 * A duration in the two largest units that matter: `45 min`, `1 h 40 min`,
 * `3 d 4 h`.
 *
 * @param minutes - whole minutes
 */
export function formatDuration(minutes: number): string {
  const {
    days,
    hours,
    minutes: rest,
  } = Duration.fromObject({ minutes })
    .shiftTo('days', 'hours', 'minutes')
    .toObject() as Record<'days' | 'hours' | 'minutes', number>;
  const parts =
    days > 0
      ? [`${days} d`, hours > 0 && `${hours} h`]
      : [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`];
  return parts.filter(Boolean).join(' ');
}

/** The instant in the reader's zone and in UTC, to the minute. */
export function formatExact(at: string): string {
  const time = DateTime.fromISO(at);
  const local = time.toFormat("ccc d LLL yyyy, HH:mm 'UTC'ZZ");
  const utc = time.toUTC().toFormat("d LLL yyyy, HH:mm 'UTC'");
  return time.offset === 0 ? utc : `${local} (${utc})`;
}

/** A time of day in the reader's zone: `14:05`. */
export function formatClock(at: string): string {
  return DateTime.fromISO(at).toFormat('HH:mm');
}

/** A day and a time of day in the reader's zone: `12 Aug 2026, 14:05`. */
export function formatMoment(at: string): string {
  return DateTime.fromISO(at).toFormat('d LLL yyyy, HH:mm');
}

/** A day in the reader's zone: `12 Aug 2026`; this year's without the year. */
export function formatDay(at: string, now: DateTime = DateTime.now()): string {
  const time = DateTime.fromISO(at);
  return time.toFormat(time.year === now.year ? 'd LLL' : 'd LLL yyyy');
}

/** How far away an instant is: `just now`, `3 days ago`, `in 2 weeks`. */
export function formatRelative(
  at: string,
  now: DateTime = DateTime.now(),
): string {
  const time = DateTime.fromISO(at);
  return Math.abs(time.diff(now, 'seconds').seconds) < 45
    ? 'just now'
    : time.toRelative({ base: now, locale: 'en' }) ?? '';
}

const DUE_UNITS = [
  { unit: 'year', days: 365, from: 730 },
  { unit: 'month', days: 30, from: 60 },
  { unit: 'day', days: 1, from: 0 },
];

/**
 * How a deadline, which is a whole day in UTC, stands: `3 days late`,
 * `today`, `in 9 days`, `14 months late`.
 */
export function formatDue(
  dueAt: string,
  now: DateTime = DateTime.now(),
): string {
  const due = DateTime.fromISO(dueAt, { zone: 'utc' }).startOf('day');
  const days = Math.round(due.diff(now.toUTC().startOf('day'), 'days').days);
  if (days === 0) {
    return 'today';
  }
  const distance = Math.abs(days);
  const { unit, days: length } = DUE_UNITS.find(
    ({ from }) => distance >= from,
  )!;
  const text = count(Math.floor(distance / length), unit);
  return days < 0 ? `${text} late` : `in ${text}`;
}
