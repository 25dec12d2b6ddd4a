import { formatMoment } from '../shared/time';

const ISO_TIMES = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** What is wrong with a field as the sentence beside it. */
export function asSentence(message: string): string {
  const text = message.replace(ISO_TIMES, formatMoment);
  return `${text.charAt(0).toLocaleUpperCase('en-US')}${text.slice(1)}${
    text.endsWith('.') ? '' : '.'
  }`;
}
