import { DateTime } from 'luxon';
import { Day, dayExists, Moment } from './moment';
import type { Zone } from './zones';

/** What the surroundings say of dates and times. */
export type MomentContext = {
  zone: Zone | null;
  defaultZone: string;
  day: Day | null;
  year: number | null;
};

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
