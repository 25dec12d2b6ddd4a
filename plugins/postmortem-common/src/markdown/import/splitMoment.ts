import type { Moment } from './moment';
import { leadingMoment } from './dates';

/** A text that begins with a time of day, taken apart. */
export type Split = {
  moment: Moment;
  raw: string;
  rest: string;
  /** Whether `rest` is without the time. */
  cut: boolean;
};

const CLOSING: Record<string, string> = {
  '*': '*',
  _: '_',
  '`': '`',
  '[': ']',
  '(': ')',
  '~': '~',
};

/**
 * Splits the time of day (and date) off the start of an entry. `rest` is the
 * end of the text, verbatim. Where the time cannot be cut out without
 * breaking the markdown around it (it is bold together with other words, or
 * it is a link), the whole text stays, and `raw` repeats only the time.
 */
export function splitMoment(text: string): Split | null {
  const head = text.slice(0, 240);
  const opening = head.match(/^(?:\*{1,3}|_{1,3}|`+|[[(]|~~)*/)![0];
  const moment = leadingMoment(head.slice(opening.length));
  if (!moment?.time) {
    return null;
  }
  const taken = opening.length + moment.length;
  const close = [...opening]
    .reverse()
    .map(character => CLOSING[character])
    .join('');
  const after = head.slice(taken).match(/^\s*:?/)![0];
  const plain = head.slice(taken, taken + close.length) === close;
  const withColon =
    !plain && head.startsWith(close, taken + after.length) ? after : '';
  const fits = plain || (withColon !== '' && close !== '');
  const end = taken + withColon.length + close.length;
  if (close !== '' && (!fits || head[end] === '(' || head[end] === '[')) {
    const raw = text.slice(opening.length, taken);
    return { moment, raw, rest: text, cut: false };
  }
  const separator = text
    .slice(end)
    .match(/^\s*(?:(?:->|=>|→|[-–—:|,.;])\s*)*/)![0];
  return {
    moment,
    raw: text.slice(0, end),
    rest: text.slice(end + separator.length),
    cut: true,
  };
}
