const DAY_MS = 24 * 60 * 60 * 1_000;

/** The day of a time in UTC, in days since 1970-01-01. */
export function dayOf(at: string): number {
  return Math.floor(Date.parse(at) / DAY_MS);
}

/** The beginning of a day. */
export function startOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString();
}
