import type { ListItem } from 'mdast';
import { boldLabel, itemBlocks } from './inline';
import type { Block, Source } from './source';

/** A row `- **Label:** value` of the product's own format. */
export type LabelledItem = {
  label: string;
  /** Verbatim text after the label. */
  value: string;
  item: ListItem;
};

/** Reads a list item as a labelled one; null when it is none. */
export function labelledItem(
  source: Source,
  item: ListItem,
  indent = 0,
): LabelledItem | null {
  const [first, ...others] = itemBlocks(source, item, indent);
  if (!first || first.node?.type !== 'paragraph') {
    return null;
  }
  const label = boldLabel(source, first.node);
  if (!label?.colon) {
    return null;
  }
  const skipped = source.text.slice(label.restStart, first.end).search(/\S/);
  const rest =
    skipped < 0
      ? others
      : [{ ...first, node: null, start: label.restStart + skipped }, ...others];
  return { label: label.text, value: source.textOf(rest), item };
}

/**
 * Takes the labelled rows that `accept` takes from the lists among some
 * blocks, and gives back the blocks that are left.
 */
export function takeLabels(
  source: Source,
  blocks: Block[],
  accept: (row: LabelledItem) => boolean,
): Block[] {
  return blocks.flatMap(block => {
    if (block.node?.type !== 'list') {
      return [block];
    }
    const { indent } = block;
    const left = block.node.children.filter(item => {
      const row = labelledItem(source, item, indent);
      return !row || !accept(row);
    });
    if (left.length === block.node.children.length) {
      return [block];
    }
    return left.map(item =>
      source.blockOf(item, Math.max(indent, item.position!.start.column - 1)),
    );
  });
}
