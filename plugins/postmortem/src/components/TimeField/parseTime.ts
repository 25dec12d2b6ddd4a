import { en } from 'chrono-node';
import { DateTime } from 'luxon';

/** What a typed time is understood against. */
export interface TimeReference {
  /** The day that a time alone is taken to lie on; now when left out. */
  near?: string | null;
  now?: Date;
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an instant as the API gives it. */
export function isInstant(value: string): boolean {
  return ISO_INSTANT.test(value) && DateTime.fromISO(value).isValid;
}

/** Day before month, except where people write the month first. */
function parser() {
  return navigator.language === 'en-US' ? en.casual : en.GB;
}

function results(text: string, { near, now = new Date() }: TimeReference) {
  // Words such as "yesterday" are about now, a time alone about the incident.
  const isAboutNow = /\b(now|ago|today|yesterday|tonight|last)\b/i.test(text);
  const base =
    near && isInstant(near) && !isAboutNow ? DateTime.fromISO(near) : null;
  const found = parser().parse(text, base ? base.toJSDate() : now);
  return found.map(result => {
    const { start } = result;
    let at = DateTime.fromJSDate(start.date());
    const isClockAlone =
      start.isCertain('hour') &&
      !start.isCertain('day') &&
      !start.isCertain('weekday');
    if (base && isClockAlone && at < base.startOf('minute')) {
      // After midnight: an incident goes on, it does not go back.
      at = at.plus({ days: 1 });
    }
    return { result, at, hasClock: start.isCertain('hour') };
  });
}

/**
 * Reads an instant as people type it: `14:05`, `yesterday 9pm`,
 * `2026-11-03 14:05 CET`. Without a zone it is in the reader's.
 *
 * @returns ISO 8601 in UTC; undefined when it is not understood or names no
 * time of day.
 */
export function parseTime(
  text: string,
  reference: TimeReference = {},
): string | undefined {
  const [first, ...rest] = results(text.trim(), reference);
  const isWhole = first?.result.text.length === text.trim().length;
  return first && isWhole && rest.length === 0 && first.hasClock
    ? first.at.toUTC().toISO() ?? undefined
    : undefined;
}

/**
 * Reads a day as people type it: `2026-12-03`, `3 Dec`, `next friday`.
 *
 * @returns midnight UTC of that day; undefined when it is not understood.
 */
export function parseDay(text: string, now = new Date()): string | undefined {
  const trimmed = text.trim();
  const [first] = parser().parse(trimmed, now);
  if (!first || first.text.length !== trimmed.length) {
    return undefined;
  }
  const day = DateTime.fromJSDate(first.start.date()).toISODate();
  return `${day}T00:00:00.000Z`;
}

/** Splits `14:05 the alert fires` into the time and what happened. */
export function splitTime(
  text: string,
  reference: TimeReference,
): { at: string | null; text: string } {
  const trimmed = text.trim();
  const first = results(trimmed, reference).find(
    ({ result, hasClock }) => result.index === 0 && hasClock,
  );
  const rest =
    first && trimmed.slice(first.result.text.length).replace(/^[\s:–—-]+/, '');
  return first && rest
    ? { at: first.at.toUTC().toISO(), text: rest }
    : { at: null, text: trimmed };
}
