/** Marks of emphasis or brackets in one paragraph past which parsing crawls. */
const MOST_MARKS = 4000;

/** Nesting past which a parser's recursion is not worth the risk. */
const DEEPEST_NESTING = 100;

/**
 * Whether a markdown parser would take quadratic time or run out of stack on
 * this text. Emphasis and links are matched within one paragraph, so it is
 * the marks in one paragraph that count; no postmortem has thousands.
 */
export function isPathological(text: string): boolean {
  let marks = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      marks = 0;
      continue;
    }
    const prefix = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))+/.exec(line);
    if (prefix) {
      const depth = prefix[0].replace(/[^>*+\-.)]/g, '').length;
      if (depth > DEEPEST_NESTING) {
        return true;
      }
    }
    const indent = /^[ \t]*/.exec(line)![0].length;
    if (
      indent > DEEPEST_NESTING * 4 &&
      /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(line)
    ) {
      return true;
    }
    // A new block resets the count: rows of a table and list items are parsed
    // on their own.
    if (/^\s*(?:\||[-*+][ \t]|\d{1,9}[.)][ \t]|#)/.test(line)) {
      marks = 0;
    }
    for (const character of line) {
      if ('*_~[]`<!'.includes(character)) {
        marks += 1;
      }
    }
    if (marks > MOST_MARKS) {
      return true;
    }
  }
  return false;
}
