import type { Hint } from 'backstage-plugin-postmortem-common/hints';

/** A suggestion that is nothing but words in quotes stands for the quote. */
const WORDS_ALONE = /^“([^”]+)”$/;

/** What can be put in the place of a hint's quote as it is, if anything can. */
export function rewordingOf({ quote, suggestion }: Hint): string | null {
  return (quote && suggestion?.match(WORDS_ALONE)?.[1]) || null;
}

/**
 * A text with a hint's quote reworded, in the case of what it replaces at the
 * beginning of a sentence. Null when the quote is not there any more.
 */
export function reword(text: string, hint: Hint): string | null {
  const words = rewordingOf(hint);
  const before = text.slice(0, hint.start);
  if (!words || text.slice(hint.start, hint.end) !== hint.quote) {
    return null;
  }
  const isFirst = /(^|[.!?:]\s+|\n\s*(?:[-*]\s+)?)$/.test(before);
  const fitting = isFirst
    ? words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1)
    : words;
  return before + fitting + text.slice(hint.end);
}
