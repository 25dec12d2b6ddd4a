import { DateTime } from 'luxon';
import type { Zone } from './zones';

export type Day = { year: number; month: number; day: number };

/** A date, a time or both, as it stands at the start of a text. */
export type Moment = {
  /** The characters it takes, from the start of the text. */
  length: number;
  /** Month and day, and the year where it is stated. */
  date: { year: number | null; month: number; day: number } | null;
  time: { hour: number; minute: number; second: number; ms: number } | null;
  zone: Zone | null;
  /** A year that is stated even where the day is not sure. */
  year: number | null;
  /** Why it cannot be trusted. */
  doubt: string | null;
};

/** Whether the calendar has this day; without a year, in any. */
export function dayExists(date: NonNullable<Moment['date']>): boolean {
  return DateTime.fromObject({ ...date, year: date.year ?? 2024 }).isValid;
}
