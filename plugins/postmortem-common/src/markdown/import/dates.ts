import { leadingDate } from './calendarDate';
import { leadingClock } from './clock';
import type { Moment } from './moment';
import { leadingZone } from './zones';

const NO_CLOCK = /^[\sT,]*(?:[Hh?xX]{2}:[Mm?xX]{2}(?::[Ss?xX]{2})?)/;
const ABOUT =
  /^(?:~|≈|c(?:irca|a)\.?\s|approx(?:\.|imately)?\s|about\s|around\s|at\s|on\s)\s*/i;

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
