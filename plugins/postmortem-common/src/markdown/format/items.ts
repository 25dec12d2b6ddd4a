import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { dedent } from '../text';
import { fromFence } from './verbatim';

/** A list item of a parsed text. */
export type Item = { text: string; item: ListItem };

/** The items of the only list among some nodes; undefined when it is not so. */
export function itemsOf(text: string, nodes: Nodes[]): Item[] | undefined {
  const [list] = nodes;
  return nodes.length === 1 && list.type === 'list'
    ? list.children.map(item => ({ text, item }))
    : undefined;
}

function start(node: Nodes): number {
  return node.position!.start.offset!;
}

function end(node: Nodes): number {
  return node.position!.end.offset!;
}

/** The text of some blocks of an item, from an offset on. */
function blocksText(text: string, blocks: Nodes[], from: number): string {
  const indent = blocks[0].position!.start.column - 1;
  return dedent(text.slice(from, end(blocks[blocks.length - 1])), indent);
}

/** The value that a fence in the item holds, or else its text. */
export function valueOf({ text, item }: Item): unknown {
  const blocks = item.children;
  if (blocks.length === 0) {
    return '';
  }
  const fenced = fromFence(text, blocks);
  return fenced ? fenced.value : blocksText(text, blocks, start(blocks[0]));
}

/** The item's text; undefined when it holds another kind of value. */
export function textOfItem(item: Item): string | undefined {
  const value = valueOf(item);
  return typeof value === 'string' ? value : undefined;
}

/** The JSON object that a whole item holds. */
export function objectOf({ text, item }: Item): object | undefined {
  const value = fromFence(text, item.children)?.value;
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** An item `**Label:** value`. */
export type LabelledItem = { label: string; value: string };

/** Reads an item as a labelled one; undefined when it is none. */
export function labelledItem({ text, item }: Item): LabelledItem | undefined {
  const [first, ...others] = item.children;
  const strong = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (strong?.type !== 'strong') {
    return undefined;
  }
  const label = toString(strong);
  if (!label.endsWith(':')) {
    return undefined;
  }
  const after = (first as Paragraph).children.slice(1);
  const blank = after.every(
    node => node.type === 'text' && node.value.trim() === '',
  );
  const labelText = label.slice(0, -1);
  if (!blank) {
    const gap = /^\s*/.exec(text.slice(end(strong)))![0].length;
    const value = blocksText(text, item.children, end(strong) + gap);
    return { label: labelText, value };
  }
  if (others.length === 0) {
    return { label: labelText, value: '' };
  }
  const fenced = fromFence(text, others);
  const value = fenced
    ? fenced.value
    : blocksText(text, others, start(others[0]));
  return typeof value === 'string' ? { label: labelText, value } : undefined;
}

/** An item whose first line is a title and whose rest are labelled rows. */
export type TitledItem = { title: string; rows: LabelledItem[] };

/** Reads a title with labelled rows below; undefined when it is none. */
export function titledItem({ text, item }: Item): TitledItem | undefined {
  const [first, rows, ...others] = item.children;
  if (first?.type !== 'paragraph' || others.length > 0) {
    return undefined;
  }
  const title = text.slice(start(first), end(first));
  if (rows === undefined) {
    return { title, rows: [] };
  }
  const labelled = (rows.type === 'list' ? (rows as List).children : []).map(
    row => labelledItem({ text, item: row }),
  );
  return labelled.length > 0 && labelled.every(row => row !== undefined)
    ? { title, rows: labelled }
    : undefined;
}
