import { DateTime } from 'luxon';

const FORMATS = [
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm:ss.SSS',
];

/** Reads a time of a table, which is in UTC; undefined when it is none. */
export function readTime(text: string): string | undefined {
  for (const format of FORMATS) {
    const at = DateTime.fromFormat(text, format, { zone: 'UTC' });
    if (at.isValid) {
      return at.toISO();
    }
  }
  return undefined;
}

/** Writes a time for a table, in the shortest form that loses nothing. */
export function writeTime(iso: string): string {
  const at = DateTime.fromISO(iso, { zone: 'UTC' });
  const [minutes, seconds, all] = FORMATS;
  const short = at.second === 0 ? minutes : seconds;
  return at.toFormat(at.millisecond === 0 ? short : all);
}

/** Writes a time that is mostly a day: midnight UTC is written as the day. */
export function writeDay(iso: string): string {
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
