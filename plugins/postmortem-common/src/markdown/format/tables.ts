import type { Nodes, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';

function cellText(text: string, cell: TableCell | undefined): string {
  const first = cell?.children[0];
  if (!cell || !first) {
    return '';
  }
  const last = cell.children[cell.children.length - 1];
  return text
    .slice(first.position!.start.offset!, last.position!.end.offset!)
    .replace(/\\\|/g, '|');
}

function hasHeader(table: Table, header: readonly string[]): boolean {
  const cells = table.children[0].children.map(cell => toString(cell).trim());
  return cells.length >= 3 && cells.every((cell, at) => cell === header[at]);
}

/**
 * The rows of the only table among some nodes, a text for each column of the
 * header; undefined when there is no such table.
 */
export function tableRows(
  text: string,
  nodes: Nodes[],
  header: readonly string[],
): string[][] | undefined {
  const [table] = nodes;
  if (
    nodes.length !== 1 ||
    table.type !== 'table' ||
    !hasHeader(table, header)
  ) {
    return undefined;
  }
  return table.children
    .slice(1)
    .map(row => header.map((_, at) => cellText(text, row.children[at])));
}

/** A row of a table. */
export function tableRow(cells: string[]): string {
  return `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}
