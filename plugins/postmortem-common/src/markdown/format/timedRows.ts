import isEqual from 'fast-deep-equal';
import {
  communicationInputSchema,
  timelineEntryInputSchema,
} from '../../schema/parts';
import { parseMarkdown } from '../parseMarkdown';
import { itemsOf, labelledItem } from './items';
import type { Region } from './outline';
import { labelledForms, readRow, writeItems } from './rowForms';
import { parser, RowFormat } from './rows';
import { tableRow, tableRows } from './tables';
import { readTime, writeTime } from './times';
import { readings } from './readings';

/** The longest text that still reads well in a cell of a table. */
const LONGEST_CELL = 400;

/** A row with a time, a short word, a text and a link. */
export type TimedRow = {
  at: string | null;
  short: string | null;
  text: string;
  url: string | null;
};

/** `2026-11-24 10:15`, or a dash for a time that is not known. */
function timeWords(at: string | null): string {
  return at ? writeTime(at) : '—';
}

const TIMED_LABEL = /^(\d[\d :.-]*|—)(?: · (.*?))?(?: · (https?:\S+))?$/;

/** Timed rows whose text is too long for a table. */
export const timedRows: RowFormat<TimedRow> = {
  forms: ({ at, short, text, url }) =>
    labelledForms(
      [timeWords(at), short, url].filter(word => word !== null).join(' · '),
      text,
    ),
  read: item => {
    const row = labelledItem(item);
    const label = row?.label.match(TIMED_LABEL);
    if (!row || !label) {
      return undefined;
    }
    const at = label[1] === '—' ? null : readTime(label[1]);
    return at === undefined
      ? undefined
      : {
          at,
          short: label[2] ?? null,
          text: row.value,
          url: label[3] ?? null,
        };
  },
  parse: value => {
    const { at, short, text, url } = value as Partial<TimedRow>;
    return typeof text === 'string'
      ? { at: at ?? null, short: short ?? null, text, url: url ?? null }
      : undefined;
  },
};

/** The cells of a timed row in a table. */
export function timedCells({ at, short, text, url }: TimedRow): string[] {
  return [at ? writeTime(at) : '', short ?? '', text, url ?? ''];
}

/** A timed row of a table's cells; undefined when its time is none. */
export function timedRowOf(cells: string[]): TimedRow | undefined {
  const [time, short, text, url] = cells;
  const at = time === '' ? null : readTime(time);
  return at === undefined || text === ''
    ? undefined
    : { at, short: short || null, text, url: url || null };
}

/** The entry of a timeline that a timed row is. */
export const timelineEntry = parser(
  timelineEntryInputSchema.omit({ id: true }),
);

/** The communication that a timed row is. */
export const communication = parser(
  communicationInputSchema.omit({ id: true }),
);

/** Whether a row of a table reads back as the row. */
function fitsTable(row: TimedRow, header: readonly string[]): boolean {
  if (row.text.length > LONGEST_CELL) {
    return false;
  }
  return readings(`${tableOf([row], header)}\n\n## End`).every(text => {
    const [table, next] = parseMarkdown(text).children;
    const cells = tableRows(text, [table], header);
    return (
      next?.type === 'heading' &&
      cells?.length === 1 &&
      isEqual(timedRowOf(cells[0]), row)
    );
  });
}

function tableOf(rows: TimedRow[], header: readonly string[]): string {
  return [
    tableRow([...header]),
    tableRow(header.map(() => '---')),
    ...rows.map(row => tableRow(timedCells(row))),
  ].join('\n');
}

/** Writes timed rows as a table, or as a list when one does not fit into it. */
export function writeTimed(
  rows: TimedRow[],
  header: readonly string[],
): string | null {
  if (rows.length === 0) {
    return null;
  }
  return rows.every(row => fitsTable(row, header))
    ? tableOf(rows, header)
    : writeItems(rows, timedRows.forms, timedRows.read);
}

/** Reads timed rows; undefined when there is anything else. */
export function readTimed(
  text: string,
  { nodes }: Region,
  header: readonly string[],
): TimedRow[] | undefined {
  const { read, parse } = timedRows;
  const rows =
    tableRows(text, nodes, header)?.map(timedRowOf) ??
    itemsOf(text, nodes)?.map(item => readRow(item, read, parse));
  return rows?.every(row => row !== undefined) ? rows : undefined;
}
