import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import { leadingZone, Zone } from './zones';

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

/** What the surroundings say of dates and times. */
export type MomentContext = {
  zone: Zone | null;
  defaultZone: string;
  day: Day | null;
  year: number | null;
};

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DAYS = 'mon|tue|wed|thu|fri|sat|sun';
const WORTH_A_LOOK = new RegExp(
  `^(?:(?:${DAYS})[a-z]*\\.?,?\\s+)?(?:the\\s+)?(?:(?:${MONTHS})[a-z]*\\.?\\s+\\d|\\d{1,2}(?:st|nd|rd|th|\\.)?[\\s-]+(?:of\\s+)?(?:${MONTHS}))`,
  'i',
);
const ISO_DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/;
const NUMERIC_DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const CLOCK =
  /^(\d{1,2})[:h](\d{2})(?!\d)(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m\b\.?)?/i;
const HOUR = /^(\d{1,2})\s?([ap])\.?m\b\.?/i;
const MILITARY =
  /^([01]\d|2[0-3])([0-5]\d)(?=\s?(?:h\b|hrs?\b|Z\b|UTC\b|GMT\b))(?:\s?hrs?\b|\s?h\b)?/;
const NO_CLOCK = /^[\sT,]*(?:[Hh?xX]{2}:[Mm?xX]{2}(?::[Ss?xX]{2})?)/;
const ABOUT =
  /^(?:~|≈|c(?:irca|a)\.?\s|approx(?:\.|imately)?\s|about\s|around\s|at\s|on\s)\s*/i;

function clockOf(match: RegExpMatchArray): Moment['time'] | 'impossible' {
  let hour = Number(match[1]);
  const meridiem = match[5]?.toLowerCase();
  if (meridiem) {
    if (hour < 1 || hour > 12) {
      return 'impossible';
    }
    hour = (hour % 12) + (meridiem === 'p' ? 12 : 0);
  }
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) {
    return 'impossible';
  }
  const ms = match[4] ? Math.floor(Number(`0.${match[4]}`) * 1000) : 0;
  return { hour, minute, second, ms };
}

function leadingClock(
  text: string,
): { length: number; time: Moment['time']; doubt: string | null } | null {
  const match =
    text.match(CLOCK) ?? withMinutes(text.match(HOUR)) ?? text.match(MILITARY);
  if (!match) {
    return null;
  }
  const time = clockOf(match);
  return time === 'impossible'
    ? { length: match[0].length, time: null, doubt: 'no such time of day' }
    : { length: match[0].length, time, doubt: null };
}

function withMinutes(match: RegExpMatchArray | null): RegExpMatchArray | null {
  return match
    ? ([match[0], match[1], '00', undefined, undefined, match[2]] as any)
    : null;
}

type LeadingDate = Pick<Moment, 'length' | 'date' | 'year' | 'doubt'>;

function dayExists(date: NonNullable<Moment['date']>): boolean {
  return DateTime.fromObject({ ...date, year: date.year ?? 2024 }).isValid;
}

function leadingDate(text: string): LeadingDate | null {
  const iso = text.match(ISO_DATE);
  if (iso) {
    const date = { year: +iso[1], month: +iso[3], day: +iso[4] };
    return dayExists(date)
      ? { length: iso[0].length, date, year: date.year, doubt: null }
      : { length: iso[0].length, date: null, year: null, doubt: 'no such day' };
  }
  const numeric = text.match(NUMERIC_DATE);
  if (numeric) {
    const [first, second] = [+numeric[1], +numeric[3]];
    const year = +numeric[4];
    const dayFirst = first > 12 || numeric[2] === '.' || first === second;
    if (!dayFirst && second <= 12) {
      const doubt = 'day and month could be either way round';
      return { length: numeric[0].length, date: null, year, doubt };
    }
    const date = dayFirst
      ? { year, month: second, day: first }
      : { year, month: first, day: second };
    return dayExists(date)
      ? { length: numeric[0].length, date, year, doubt: null }
      : { length: numeric[0].length, date: null, year, doubt: 'no such day' };
  }
  return writtenDate(text);
}

/** Dates with the month's name, in the many ways that people write them. */
function writtenDate(text: string): LeadingDate | null {
  if (!WORTH_A_LOOK.test(text)) {
    return null;
  }
  // "5. January" is the continent's way; chrono knows it without the dot.
  const line = text
    .slice(0, 60)
    .split('\n')[0]
    .replace(/^(\D*\d{1,2})\.(\s)/, '$1 $2')
    .replace(/^(\D*\s)?the\s/i, found => ' '.repeat(found.length));
  const [result] = chrono.strict.parse(line, new Date(Date.UTC(2024, 0, 1)));
  if (!result || line.slice(0, result.index).trim() !== '') {
    return null;
  }
  const { start, end } = result;
  if (!start.isCertain('day') || !start.isCertain('month')) {
    return null;
  }
  const year = start.isCertain('year') ? start.get('year') : null;
  // The clock, if any, is read by the same rules as everywhere else.
  const clock = start.isCertain('hour')
    ? result.text.search(/\d{1,2}(?::\d{2}|\s?[ap]\.?m)/i)
    : -1;
  const matched = clock > 0 ? result.text.slice(0, clock) : result.text;
  const length = result.index + matched.replace(/[\s,]*(?:at\s*)?$/, '').length;
  if (end && !start.isCertain('hour')) {
    return { length, date: null, year, doubt: 'a range of days' };
  }
  const date = { year, month: start.get('month')!, day: start.get('day')! };
  return { length, date, year, doubt: null };
}

/**
 * Reads the date, the time or both with which a text begins; null when it
 * begins with neither. Nothing is guessed: what is not certain is in `doubt`.
 */
export function leadingMoment(text: string): Moment | null {
  let at = text.match(ABOUT)?.[0].length ?? 0;
  const moment: Moment = {
    length: 0,
    date: null,
    time: null,
    zone: null,
    year: null,
    doubt: null,
  };
  const rest = () => text.slice(at, at + 120);
  const day = leadingDate(rest());
  if (day) {
    moment.date = day.date;
    moment.year = day.year;
    moment.doubt = day.doubt;
    at += day.length;
    const missing = rest().match(NO_CLOCK);
    if (missing) {
      at += missing[0].length;
      moment.length = at;
      return moment;
    }
  }
  const gap = day
    ? rest().match(/^(?:T|[\s,]*(?:[-–—@|]\s*)?(?:at\s+)?~?)/)![0]
    : '';
  const clock = leadingClock(rest().slice(gap.length));
  if (clock) {
    moment.time = clock.time;
    moment.doubt = moment.doubt ?? clock.doubt;
    at += gap.length + clock.length;
    const zone = leadingZone(rest());
    if (zone) {
      moment.zone = zone.zone;
      at += zone.length;
    }
    at += trailingDate(rest(), moment);
    at += rangeEnd(rest());
  } else if (!day) {
    return null;
  }
  moment.length = at;
  return moment;
}

/** A date that follows the clock, as in "15:30 UTC on 28th February 2024". */
function trailingDate(text: string, moment: Moment): number {
  if (moment.date || moment.doubt) {
    return 0;
  }
  const gap = text.match(/^\s*,?\s*(?:on\s+)?/)![0];
  const day = leadingDate(text.slice(gap.length));
  if (!day?.date) {
    return 0;
  }
  moment.date = day.date;
  moment.year = day.year;
  return gap.length + day.length;
}

/** The end of a span such as "10:00 - 10:30", which is kept as text alone. */
function rangeEnd(text: string): number {
  const gap = text.match(/^\s*(?:-|–|—|to|until|->|→)\s*/);
  if (!gap) {
    return 0;
  }
  const rest = text.slice(gap[0].length);
  const day = leadingDate(rest);
  let length = day?.length ?? 0;
  const between = day ? rest.slice(length).match(/^[T\s,]*/)![0].length : 0;
  const clock = leadingClock(rest.slice(length + between));
  if (!clock) {
    return 0;
  }
  length += between + clock.length;
  length += leadingZone(rest.slice(length))?.length ?? 0;
  return gap[0].length + length;
}

/** Reads a text that is a date or time and nothing else. */
export function wholeMoment(text: string): Moment | null {
  const trimmed = text.trim();
  const moment = leadingMoment(trimmed);
  if (!moment) {
    return null;
  }
  const rest = trimmed.slice(moment.length);
  return /^[\s.,;:)]*(?:\([^)]{0,40}\))?[\s.]*$/.test(rest) ||
    (/^\s*\(.*\)\s*$/.test(rest) && rest.length < 80)
    ? moment
    : null;
}

/** What became of a moment once its surroundings are taken into account. */
export type Reading = {
  iso: string | null;
  day: Day | null;
  /** Why there is no time. */
  problem: string | null;
  /** What a reader should know of how it was read. */
  remark: string | null;
  zoneStated: boolean;
};

/** Turns a moment into a point in time, with what the surroundings state. */
export function resolveMoment(moment: Moment, context: MomentContext): Reading {
  const zone = moment.zone ?? context.zone;
  const nothing: Reading = {
    iso: null,
    day: null,
    problem: null,
    remark: null,
    zoneStated: zone !== null,
  };
  if (moment.doubt) {
    return { ...nothing, problem: moment.doubt };
  }
  let day = context.day;
  if (moment.date) {
    const year = moment.date.year ?? context.year;
    if (year === null) {
      return { ...nothing, problem: 'the year is not stated' };
    }
    day = { ...moment.date, year };
    if (!dayExists(day)) {
      return { ...nothing, problem: 'no such day' };
    }
  }
  if (!moment.time) {
    return { ...nothing, day, problem: 'the time of day is not stated' };
  }
  if (!day) {
    return { ...nothing, problem: 'the day is not stated' };
  }
  if (zone && zone.name === null) {
    const problem = `the time zone "${zone.label}" could mean several`;
    return { ...nothing, day, problem };
  }
  const { hour, minute, second, ms } = moment.time;
  const at = DateTime.fromObject(
    { ...day, hour, minute, second, millisecond: ms },
    { zone: zone?.name ?? context.defaultZone },
  );
  if (!at.isValid || at.year < 1970 || at.year > 9998) {
    return { ...nothing, day, problem: 'no such time' };
  }
  const summer = zone?.region && at.setZone(zone.region).isInDST;
  return {
    iso: at.toUTC().toISO(),
    day,
    problem: null,
    remark: summer
      ? `"${zone!.label}" on a day of summer time: read as ${
          zone!.name
        }, as it is written`
      : null,
    zoneStated: zone !== null,
  };
}
