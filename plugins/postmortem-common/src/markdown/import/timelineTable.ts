import type { Table } from 'mdast';
import type { TimelineKind } from '../../schema/parts';
import { leadingMoment, wholeMoment } from './dates';
import { bodyRows, cellText, isPlaceholder, plainText } from './inline';
import { TIMELINE_KINDS } from './timelineKind';
import type { Block } from './source';
import type { TimelineReader } from './timeline';
import { zoneIn } from './zones';

const TIME_HEADER =
  /\b(time|times|date|when|timestamp|utc|hour|day|clock)\b|^t$/i;

/** Which columns hold the date and the time. */
function timeColumns(header: string[], rows: string[][]): number[] {
  const named = header.flatMap((text, at) =>
    TIME_HEADER.test(text) || (zoneIn(text) && text.length < 30) ? [at] : [],
  );
  const holds = (at: number) =>
    rows.some(row => wholeMoment(row[at] ?? '') !== null);
  const sure = named.filter(holds);
  if (sure.length > 0) {
    // "Date" and "Time" in two columns; anything more is another time.
    return sure.slice(0, 2);
  }
  const filled = rows.filter(row => !isPlaceholder(row[0] ?? ''));
  const timed = filled.filter(row => leadingMoment(row[0] ?? '') !== null);
  if (timed.length * 2 > filled.length) {
    return [0];
  }
  return named.slice(0, 1);
}

/** Reads the rows of a table as entries of the timeline. */
export function readTimelineTable(
  reader: TimelineReader,
  table: Table,
  block: Block,
) {
  const { source } = reader.ctx;
  const [head] = table.children;
  const header = head.children.map(cell => plainText(cell).trim());
  const rows = bodyRows(table);
  const plain = rows.map(row =>
    row.map(cell => (cell ? plainText(cell).trim() : '')),
  );
  const raw = rows.map(row =>
    row.map(cell => (cell ? cellText(source, cell) : '')),
  );
  // A table that somebody wrote without a header: its first row is an entry.
  const headless = leadingMoment(header[0] ?? '')?.time;
  if (headless) {
    plain.unshift(header);
    raw.unshift(head.children.map(cell => cellText(source, cell)));
  }
  const columns = timeColumns(headless ? [] : header, plain);
  if (columns.length === 0) {
    reader.ctx.leave(reader.section, [block]);
    reader.ctx.warn(
      'A table of the timeline has no column of times; it is in the notes.',
    );
    return;
  }
  if (!headless) {
    const named = columns.map(at => zoneIn(header[at])).find(zone => zone);
    reader.zone = named ?? reader.zone;
    const words = head.children.map(cell => cellText(source, cell));
    if (plain.some(row => row.some(text => !isPlaceholder(text)))) {
      reader.keep(words.filter(text => text).join(' · '), block.start);
    } else {
      reader.ctx.leave(reader.section, [block]);
      return;
    }
  }
  const kindColumn = header.findIndex(text => /^(kind|type)$/i.test(text));
  plain.forEach((cells, at) => {
    const time = columns
      .map(column => cells[column])
      .join(' ')
      .trim();
    const written = columns
      .map(column => raw[at][column])
      .filter(text => text)
      .join(' ');
    const kind = TIMELINE_KINDS.find(
      name => name === cells[kindColumn]?.toLowerCase(),
    );
    const words = raw[at]
      .filter((cell, column) => {
        const consumed = column === kindColumn && kind;
        return !isPlaceholder(cell) && !columns.includes(column) && !consumed;
      })
      .join(' — ');
    const text = source.withDefinitions(words, [
      source.blockOf(table.children[headless ? at : at + 1]),
    ]);
    addRow(reader, { time, written, text, kind, start: block.start });
  });
}

function addRow(
  reader: TimelineReader,
  row: {
    time: string;
    written: string;
    text: string;
    kind: TimelineKind | undefined;
    start: number;
  },
) {
  const moment = wholeMoment(row.time);
  if (isPlaceholder(row.text)) {
    if (!isPlaceholder(row.written)) {
      reader.keep(row.written, row.start);
    }
    return;
  }
  const at = moment ? reader.timeOf(moment, row.time) : null;
  if (at) {
    const { written: raw, start } = row;
    reader.addTimed({ raw, cut: true, start }, at, row.text, row.kind);
    return;
  }
  if (!moment && !isPlaceholder(row.time)) {
    reader.ctx.warn(
      `Timeline "${row.time}" is not a date and time; the entry has no time.`,
    );
  }
  const text = row.written ? `${row.written} — ${row.text}` : row.text;
  reader.add(null, text, row.kind);
}
