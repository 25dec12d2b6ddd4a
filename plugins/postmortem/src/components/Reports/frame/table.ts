/** The figures of a chart, as rows: what its table shows and its CSV holds. */
export interface ChartTable {
  columns: Array<{
    name: string;
    /** How many decimals its numbers have; text where undefined. */
    digits?: number;
  }>;
  rows: Array<{
    /** One a column; null for what is not known or cannot be told. */
    cells: Array<string | number | null>;
    /** The postmortems behind it. */
    href?: string;
  }>;
}

/** A cell as it is read. */
export function cellText(
  cell: string | number | null,
  digits: number | undefined,
): string {
  if (cell === null) {
    return '–';
  }
  return typeof cell === 'number'
    ? cell.toLocaleString('en', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
    : cell;
}
