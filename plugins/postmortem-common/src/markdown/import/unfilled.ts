import type { Nodes, Table } from 'mdast';
import { isPlaceholder, plainText } from './inline';
import type { Block } from './source';

/** Whether a table has labels alone, or a header and nothing below it. */
function isUnfilledTable(table: Table): boolean {
  const [, ...body] = table.children.map(row =>
    row.children.map(cell => isPlaceholder(plainText(cell))),
  );
  const empty = (cells: boolean[]) => cells.every(each => each);
  return (
    body.every(empty) ||
    // `| Severity |   | Lead |   |`: a label, and a cell to fill in.
    table.children.every(row =>
      empty(
        row.children
          .filter((_, at) => at % 2 === 1)
          .map(cell => isPlaceholder(plainText(cell))),
      ),
    )
  );
}

function isUnfilledNode(node: Nodes): boolean {
  switch (node.type) {
    case 'heading':
    case 'thematicBreak':
      return true;
    case 'html':
      return /^<!--[\s\S]*-->$/.test(node.value.trim());
    case 'table':
      return isUnfilledTable(node);
    default:
      return (
        !['image', 'code'].includes(node.type) && isPlaceholder(plainText(node))
      );
  }
}

/** Whether blocks are a template that nobody has filled in. */
export function isUnfilled(blocks: Block[]): boolean {
  return blocks.every(({ node }) => node !== null && isUnfilledNode(node));
}
