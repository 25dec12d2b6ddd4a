import type { List, ListItem, Nodes, Parent, Table, TableCell } from 'mdast';
import { withoutInert } from '../parsable';
import type { Block, Source } from './source';

/** The plain text of a node: what a reader sees of its words. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'html':
      return '';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      if ('children' in node) {
        return (node.children as Nodes[]).map(plainText).join('');
      }
      return 'value' in node ? withoutInert(node.value) : '';
  }
}

/** The verbatim text between a node's first and last child. */
export function innerText(source: Source, node: Parent): string {
  const first = node.children[0];
  const last = node.children[node.children.length - 1];
  return first
    ? source.text.slice(
        first.position!.start.offset!,
        last.position!.end.offset!,
      )
    : '';
}

/** The verbatim text of a table's cell, as it reads outside the table. */
export function cellText(source: Source, cell: TableCell): string {
  return innerText(source, cell).replace(/\\\|/g, '|').trim();
}

/** The rows of a table below its header, each with a cell for each column. */
export function bodyRows(table: Table): Array<Array<TableCell | undefined>> {
  const width = Math.max(...table.children.map(row => row.children.length));
  return table.children
    .slice(1)
    .map(row => Array.from({ length: width }, (_, at) => row.children[at]));
}

/** How far the lines of a list item are indented below its marker. */
function itemIndent(source: Source, item: ListItem, indent: number): number {
  const { offset, column } = item.position!.start;
  const marker = source.text
    .slice(offset!, offset! + 20)
    .match(/^(?:[-*+]|\d{1,9}[.)])( {1,4}(?=\S)|[ \t]|)/);
  const width = marker
    ? marker[0].trimEnd().length + (marker[1].length || 1)
    : 2;
  return Math.max(indent, column - 1) + width;
}

/** A list item's content. */
export function itemBlocks(
  source: Source,
  item: ListItem,
  indent = 0,
): Block[] {
  const inner = itemIndent(source, item, indent);
  return item.children.map(child => {
    const column = child.position!.start.column - 1;
    // A nested list may be indented further than it had to be.
    return source.blockOf(
      child,
      child.type === 'list' ? Math.max(inner, column) : inner,
    );
  });
}

/** The blocks of each item of a list, empty items left out. */
export function listItems(
  source: Source,
  block: Block,
): Array<{ item: ListItem; blocks: Block[] }> {
  return (block.node as List).children
    .map(item => ({ item, blocks: itemBlocks(source, item, block.indent) }))
    .filter(({ blocks }) => !isPlaceholder(source.textOf(blocks)));
}

/** Whether a text holds no word at all: empty, a dash, a rule. */
export function isPlaceholder(text: string): boolean {
  return !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

/** A label in bold at the start of a paragraph, and what follows it. */
export type Label = {
  /** The label without its colon. */
  text: string;
  /** Where the text after the label begins. */
  restStart: number;
  /** Whether a colon says that it is a label. */
  colon: boolean;
};

/**
 * The bold label with which a paragraph (or a line of it, given the index of
 * its first child) begins: `**Impact:** …`, `**Impact**: …`.
 */
export function boldLabel(
  source: Source,
  paragraph: Parent,
  index = 0,
): Label | null {
  const first = paragraph.children[index];
  if (first?.type !== 'strong') {
    return null;
  }
  const inside = plainText(first).trim();
  let restStart = first.position!.end.offset!;
  let colon = /[:：]$/.test(inside);
  if (!colon) {
    const after = source.text.slice(restStart, restStart + 5);
    const outside = after.match(/^\s*[:：]/) ?? after.match(/^ ?[-–—] /);
    if (outside) {
      colon = true;
      restStart += outside[0].length;
    }
  }
  return { text: inside.replace(/\s*[:：]$/, ''), restStart, colon };
}
