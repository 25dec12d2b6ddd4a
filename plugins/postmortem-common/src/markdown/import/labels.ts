import type { ListItem, Paragraph } from 'mdast';
import { classifyHeading, HeadingMatch } from './headings';
import { boldLabel, itemBlocks, Label, plainText } from './inline';
import type { Source } from './source';
import { looksLikeTimeline } from './timelineShape';
import type { Destination } from './vocabulary';

/** The longest line that is a label, in characters. */
const LONGEST = 80;

/** A label as a line of its own: `**Impact**` or `Impact:`. */
export function loneLabel(source: Source, node: Paragraph): string | null {
  const plain = plainText(node).trim();
  if (plain.length > LONGEST || plain.includes('\n')) {
    return null;
  }
  const [first, ...others] = node.children;
  const after = source.text.slice(
    first.position!.end.offset!,
    node.position!.end.offset!,
  );
  const bold = first.type === 'strong' && /^\s*:?\s*$/.test(after);
  const isLine = first.type === 'text' && others.length === 0;
  return bold || (isLine && plain.endsWith(':'))
    ? plain.replace(/\s*:$/, '')
    : null;
}

/** The lines of a paragraph that begin with a bold label. */
export function labelStarts(
  source: Source,
  node: Paragraph,
): Array<{ index: number; start: number }> {
  return node.children.flatMap((child, index) => {
    const start = child.position!.start.offset!;
    const before = source.text.slice(Math.max(0, start - 40), start);
    const beginsLine = index === 0 || /\n[ \t]*$/.test(before);
    return child.type === 'strong' && beginsLine ? [{ index, start }] : [];
  });
}

/** The label of a list item, and the part that it stands for, if any. */
export type ItemLabel = Label & { match: HeadingMatch | null };

/** The bold label with which a list item begins. */
export function itemLabel(
  source: Source,
  item: ListItem,
  below: Destination | null,
): ItemLabel | null {
  const [first] = item.children;
  const label = first?.type === 'paragraph' ? boldLabel(source, first) : null;
  if (!label) {
    return null;
  }
  const known = classifyHeading(label.text, below, { loose: false });
  return {
    ...label,
    match: known ?? (below === null ? timelineBelow(source, item) : null),
  };
}

/** A list of dated entries is a timeline, whatever its label calls it. */
function timelineBelow(source: Source, item: ListItem): HeadingMatch | null {
  const [, list, ...others] = itemBlocks(source, item);
  return list && others.length === 0 && looksLikeTimeline(source, list)
    ? { destination: 'timeline', certainty: 'similar' }
    : null;
}
