import type { List, Nodes, Paragraph, Table } from 'mdast';
import { wholeMoment } from './dates';
import { timeLabel } from './factLabels';
import { plainText } from './inline';
import type { Section } from './sections';

/** A label, and what it says. */
export type Pair = { label: string; value: string };

/** `label: value` of one line, or `label 2020-02-18 14:13` without a colon. */
function pairOf(line: string): Pair | null {
  const plain = line.replace(/\*\*|__/g, '').trim();
  const colon = plain.match(/^([^:|]{1,60}?)\s*[:：]\s+(\S.*)$/);
  if (colon) {
    return { label: colon[1], value: colon[2] };
  }
  const bare = plain.match(
    /^(\p{L}[\p{L} /-]{2,40}?)\s+(?:at\s+|on\s+)?(\d.*)$/u,
  );
  return bare && timeLabel(bare[1]) && wholeMoment(bare[2])
    ? { label: bare[1], value: bare[2] }
    : null;
}

function tablePairs(table: Table): Pair[] {
  const rows = table.children.map(row =>
    row.children.map(cell => plainText(cell).trim()),
  );
  const pairs: Pair[] = [];
  for (const row of rows) {
    for (let at = 0; at + 1 < row.length; at += 2) {
      pairs.push({ label: row[at].replace(/:$/, ''), value: row[at + 1] });
    }
  }
  if (rows.length === 2) {
    rows[0].forEach((label, at) =>
      pairs.push({ label, value: rows[1][at] ?? '' }),
    );
  }
  return pairs;
}

function pairsOf(node: Nodes): Pair[] {
  switch (node.type) {
    case 'paragraph':
      return plainText(node as Paragraph)
        .split('\n')
        .slice(0, 50)
        .flatMap(line => pairOf(line) ?? []);
    case 'list':
      return (node as List).children.flatMap(item =>
        item.children.flatMap(child =>
          child.type === 'paragraph' || child.type === 'list'
            ? pairsOf(child)
            : [],
        ),
      );
    case 'listItem':
      return node.children.flatMap(child => pairsOf(child));
    case 'table':
      return tablePairs(node);
    case 'blockquote':
      return node.children.flatMap(child => pairsOf(child));
    default:
      return [];
  }
}

/** The labels and values in a section, its headings included. */
export function sectionPairs(section: Section): Pair[] {
  const pairs = section.blocks.flatMap(({ node }) =>
    node ? pairsOf(node) : [],
  );
  section.blocks.forEach(({ node }, at) => {
    const next = section.blocks[at + 1]?.node;
    if (node?.type === 'heading' && next?.type === 'paragraph') {
      pairs.push({ label: plainText(node), value: plainText(next) });
    }
  });
  const [first] = section.blocks;
  if (section.heading && first?.node?.type === 'paragraph') {
    pairs.push({
      label: section.heading.plain,
      value: plainText(first.node),
    });
  }
  return pairs;
}
