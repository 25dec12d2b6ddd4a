/**
 * Marks of emphasis, links or code in one paragraph past which a parser takes
 * time that grows with their square.
 */
const MOST_MARKS = 4000;

/** The same for lines that may, or may not, be several paragraphs. */
const MOST_MARKS_IN_RUN = 40_000;

/** Lines of one paragraph past which the same happens. */
const MOST_LINES = 2000;

/** Ends of nested lists and quotes past which the same happens. */
const MOST_EXITS = 3000;

/** Underlined headings past which the same happens. */
const MOST_UNDERLINES = 500;

/** Nesting past which a parser's recursion runs out of stack. */
const DEEPEST_NESTING = 100;

/** Stands for a mark: no letter, no punctuation, no white space. */
const INERT = '\uE000';

const MARKS = /[*_~[\]`<!&@]|:\/\/|www\./gi;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})[^`]{0,40}$/;

const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*$/;

/** What begins another block than the line above, at least mostly. */
const BLOCK_START = /^\s*(?:[|#>]|[-*+][ \t]|\d{1,9}[.)][ \t])/;

function fill(text: string): string {
  return INERT.repeat(text.length);
}

/** The markers with which a line begins, and how deep they nest it. */
function containersOf(line: string): { length: number; depth: number } {
  const markers = CONTAINERS.exec(line)?.[0] ?? '';
  const indent = line.length - line.trimStart().length;
  return {
    length: Math.max(markers.length, indent),
    depth: indent / 2 + markers.replace(/[^>*+\-.)]/g, '').length,
  };
}

/** Takes the markers away of what is nested too deep, or nested too often. */
function withBoundedNesting(lines: string[]): string[] {
  let above = 0;
  let exits = 0;
  return lines.map(line => {
    const { length, depth } = containersOf(line);
    if (line.trim() !== '') {
      exits += depth < above ? 1 : 0;
      above = depth;
    }
    return depth > DEEPEST_NESTING || (exits > MOST_EXITS && length > 0)
      ? INERT.repeat(length) + line.slice(length)
      : line;
  });
}

/** Takes the underlines away of headings past what is bearable. */
function withBoundedUnderlines(lines: string[]): string[] {
  let underlines = 0;
  return lines.map((line, at) => {
    const isUnderline = UNDERLINE.test(line) && lines[at - 1]?.trim();
    underlines += isUnderline ? 1 : 0;
    return isUnderline && underlines > MOST_UNDERLINES
      ? line.replace(/\S/g, INERT)
      : line;
  });
}

function countMarks(line: string): number {
  return line.match(MARKS)?.length ?? 0;
}

/** A line without what would begin a link, emphasis or code. */
function inert(line: string): string {
  if (FENCE.test(line)) {
    return line;
  }
  const markers = CONTAINERS.exec(line)?.[0].length ?? 0;
  const text = line.slice(markers).replace(MARKS, fill);
  return line.slice(0, markers) + text;
}

/** Where each run of lines without a blank one between them ends. */
function runEnds(lines: string[]): number[] {
  return lines.flatMap((line, at) =>
    line.trim() === '' || at === lines.length - 1 ? [at + 1] : [],
  );
}

/** Makes the paragraphs inert that hold too many marks. */
function withBoundedMarks(lines: string[]): string[] {
  const counts = lines.map(countMarks);
  const sum = (from: number, to: number) =>
    counts.slice(from, to).reduce((total, count) => total + count, 0);
  const heavy = new Set<number>();
  const mark = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      heavy.add(at);
    }
  };
  let start = 0;
  for (const end of runEnds(lines)) {
    if (sum(start, end) > MOST_MARKS_IN_RUN) {
      mark(start, end);
    } else if (sum(start, end) > MOST_MARKS) {
      let from = start;
      for (let at = start + 1; at <= end; at++) {
        if (at === end || BLOCK_START.test(lines[at])) {
          if (sum(from, at) > MOST_MARKS) {
            mark(from, at);
          }
          from = at;
        }
      }
    }
    start = end;
  }
  return lines.map((line, at) => (heavy.has(at) ? inert(line) : line));
}

/** Joins the lines of a paragraph that has too many. */
function joined(lines: string[]): string {
  const pieces: string[] = [];
  let run = 0;
  lines.forEach((line, at) => {
    const continues = /^[\p{L}\p{N}\uE000]/u.test(line) && !line.includes('|');
    run = continues ? run + 1 : 0;
    if (at > 0) {
      pieces.push(run > MOST_LINES ? ' ' : '\n');
    }
    pieces.push(line);
  });
  return pieces.join('');
}

/**
 * A text of the same length that a parser takes in bounded time and depth: the
 * same text, but for what no postmortem has. Where it differs, another character
 * stands for a mark, at the same offset: slices of the source stay verbatim.
 */
export function parsable(text: string): string {
  const lines = text.split('\n');
  return joined(
    withBoundedMarks(withBoundedUnderlines(withBoundedNesting(lines))),
  );
}

/** A text that was read from such a text, without what stands for marks. */
export function withoutInert(text: string): string {
  return text.split(INERT).join('');
}
