import { splitMoment } from './splitMoment';

type Range = { start: number; end: number };

/**
 * Divides a paragraph before each of its lines that begins with a time. The
 * ranges are offsets into the paragraph, without the indentation of a line.
 */
export function timedLines(paragraph: string): Range[] {
  const ranges: Range[] = [];
  let offset = 0;
  for (const line of paragraph.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const end = offset + line.length;
    const last = ranges[ranges.length - 1];
    if (!last || splitMoment(line.slice(indent))) {
      ranges.push({ start: offset + indent, end });
    } else {
      last.end = end;
    }
    offset = end + 1;
  }
  return ranges;
}
