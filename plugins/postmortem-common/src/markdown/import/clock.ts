import type { Moment } from './moment';

const CLOCK =
  /^(\d{1,2})[:h](\d{2})(?!\d)(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?m\b\.?|\s?Uhr\b)?/i;
const HOUR = /^(\d{1,2})\s?([ap])\.?m\b\.?/i;
const MILITARY =
  /^([01]\d|2[0-3])([0-5]\d)(?=\s?(?:h\b|hrs?\b|Z\b|UTC\b|GMT\b))(?:\s?hrs?\b|\s?h\b)?/;

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

/** The time of day with which a text begins. */
export function leadingClock(
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
