import * as chrono from 'chrono-node';
import { dayExists, Moment } from './moment';

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DAYS = 'mon|tue|wed|thu|fri|sat|sun';
const WORTH_A_LOOK = new RegExp(
  `^(?:(?:${DAYS})[a-z]*\\.?,?\\s+)?(?:the\\s+)?(?:(?:${MONTHS})[a-z]*\\.?\\s+\\d|\\d{1,2}(?:st|nd|rd|th|\\.)?[\\s-]+(?:of\\s+)?(?:${MONTHS}))`,
  'i',
);
const ISO_DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/;
const NUMERIC_DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

type LeadingDate = Pick<Moment, 'length' | 'date' | 'year' | 'doubt'>;

/** The day with which a text begins. */
export function leadingDate(text: string): LeadingDate | null {
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
