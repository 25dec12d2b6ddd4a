import type { ChartTable } from './table';

// A spreadsheet takes text that begins like this for a formula and runs it.
const FORMULA = /^[=+\-@\t\r]/;

function field(cell: string | number | null, digits = 0): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(Number(cell.toFixed(digits)));
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The figures of a chart as CSV (RFC 4180), the numbers as in its table. */
export function toCsv({ columns, rows }: ChartTable): string {
  return [
    columns.map(({ name }) => field(name)),
    ...rows.map(({ cells }) =>
      cells.map((cell, index) => field(cell, columns[index].digits)),
    ),
  ]
    .map(line => `${line.join(',')}\r\n`)
    .join('');
}

/** Hands a text to the reader as a file. */
export function download(fileName: string, text: string): void {
  // With a byte order mark, without which Excel guesses at the encoding.
  const url = URL.createObjectURL(
    new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
